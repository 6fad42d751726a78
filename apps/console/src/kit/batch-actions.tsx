/** One command for several chosen records: each is told by itself, and what is refused of some is said of each. */
import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../api/client.js';
import { useRights } from '../api/hooks.js';
import { callOf, type CommandName } from '../api/names.js';
import { commandWord } from '../words/commands.js';

interface Props {
  readonly batch: { readonly commands: readonly CommandName[]; readonly target: string };
  readonly chosen: readonly { readonly id: string; readonly version: number }[];
  readonly done: () => void;
}

export function BatchActions({ batch: { commands, target }, chosen, done }: Props) {
  const { may } = useRights();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (command: CommandName) => {
    setBusy(true);
    const refused: string[] = [];
    for (const { id, version } of chosen) {
      const input = { [target]: id, seen: version } as never;
      await tell(command, input, crypto.randomUUID()).catch((error: Error) => refused.push(error.message));
    }
    setBusy(false);
    await queries.invalidateQueries();
    done();
    const word = commandWord(command);
    if (refused.length === 0) message.success(`${word}：${chosen.length} 条已完成`);
    else
      modal.warning({
        title: `${word}：${chosen.length - refused.length} 条已完成，${refused.length} 条没有`,
        content: [...new Set(refused)].map((text) => <p key={text}>{text}</p>),
      });
  };
  const allowed = commands.filter((command) => may(callOf(command).permission));
  return allowed.map((command) => (
    <Button key={command} loading={busy} disabled={chosen.length === 0} onClick={() => void run(command)}>
      批量{commandWord(command)}
      {chosen.length > 0 && `（${chosen.length}）`}
    </Button>
  ));
}
