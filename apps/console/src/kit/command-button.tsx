/** A button that opens the form of a command beside the page. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Answer, CommandName } from '../api/names.js';
import { commandWord } from '../words/commands.js';
import type { CommandGiven } from './command-drawer.js';
import type { Values } from './form/merge.js';

/** Forms weigh more than the pages that they stand beside: theirs comes when somebody is about to open one. */
const load = () => import('./command-drawer.js');
const CommandDrawer = lazy(load) as unknown as Awaited<ReturnType<typeof load>>['default'];

/** Without a network there is nothing to say yet: the page says it when the form is opened. */
const fetchAhead = () => void load().catch(() => undefined);

interface Props<C extends CommandName> extends CommandGiven<C> {
  readonly primary?: boolean;
  /** Default: opens what was made, where it has a page. */
  readonly onDone?: (answer: Answer<C>, sent: Values) => void;
}

export function CommandButton<C extends CommandName>({
  command,
  primary = false,
  danger = false,
  onDone,
  ...use
}: Props<C>) {
  const [isOpen, setOpen] = useState(false);
  const word = commandWord(command);
  return (
    <>
      <Button
        {...(primary ? { type: 'primary' as const } : {})}
        danger={danger}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => setOpen(true)}
      >
        {word}
      </Button>
      {isOpen && (
        <Suspense>
          <CommandDrawer
            {...use}
            command={command}
            danger={danger}
            close={() => setOpen(false)}
            onDone={onDone}
          />
        </Suspense>
      )}
    </>
  );
}
