/** The form of a command beside the page; what was made is opened. */
import { useNavigate } from '@tanstack/react-router';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { callOf, type Answer, type CommandName } from '../api/names.js';
import { commandWord } from '../words/commands.js';
import { CommandForm } from './form/command-form.js';
import type { CommandUse } from './form/use-command.js';
import type { Values } from './form/merge.js';
import { pageOfReceipt } from './made.js';
import { useSummaries } from './summaries.js';

const WIDTH = 640;

export interface CommandGiven<C extends CommandName> extends Partial<
  Pick<CommandUse<C>, 'initial' | 'seen' | 'refresh'>
> {
  readonly command: C;
  readonly given?: Values;
  /** Further parts of the input that the page decides. */
  readonly fixed?: Values;
  readonly beside?: Values;
  readonly danger?: boolean;
}

interface Props<C extends CommandName> extends CommandGiven<C> {
  readonly close: () => void;
  /** Default: opens what was made, where it has a page. */
  readonly onDone?: ((answer: Answer<C>, sent: Values) => void) | undefined;
}

export default function CommandDrawer<C extends CommandName>({
  command,
  given,
  fixed,
  close,
  onDone,
  ...use
}: Props<C>) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const word = commandWord(command);
  // As it was when the form was opened: what is closed out or approved is what was seen, not what came in meanwhile.
  const [parameters] = useState(() => ({ ...addressPart(command, given ?? {}), ...fixed }));
  return (
    <Drawer open title={word} size={WIDTH} onClose={close} destroyOnHidden>
      <p className="second form-says">{useSummaries()[callOf(command).contract]}</p>
      <CommandForm
        {...use}
        command={command}
        given={parameters}
        submit={word}
        onCancel={close}
        onDone={(answer, sent) => {
          close();
          message.success(`${word}：已完成`);
          if (onDone) return onDone(answer, sent);
          const page = pageOfReceipt(command, answer);
          if (page) void navigate({ to: page as never });
        }}
      />
    </Drawer>
  );
}

/** Of what the page knows, only what the command takes; filters of a ledger begin a form, they do not fix it. */
function addressPart(command: CommandName, given: Values): Values {
  const names = [...callOf(command).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
}
