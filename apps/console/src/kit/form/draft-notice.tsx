/** What a form says of what was left behind: from when it is, from which machine, and what to decide. */
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { fieldWord } from '../../words/words.js';
import { shownInstant } from '../clock.js';
import type { Fields } from '../field.js';
import { Value } from '../value.js';
import type { DraftShown } from './draft-keeper.js';
import { isSame, type Values } from './merge.js';
import type { Left } from './newest.js';

interface Props extends DraftShown {
  readonly drop: () => void;
  readonly take: (left: Left) => void;
  readonly insist: () => void;
  /** Of which both versions are shown where they differ. */
  readonly fields?: Fields;
  readonly command?: string;
  readonly values?: Values;
  readonly base?: { readonly values: Values };
}

export function DraftNotice({ restored, elsewhere, drop, take, insist, ...form }: Props) {
  if (elsewhere === 'ended')
    return (
      <Decision
        says="这份内容已在另一台设备上提交或弃用，或已放了三十天。这里写的还在。"
        choices={[
          ['接着写', insist],
          ['不要了', drop],
        ]}
      />
    );
  if (elsewhere)
    return (
      <Decision
        says={`另一台设备在 ${shownInstant(elsewhere.savedAt)} 存了不同的内容。两份都还在，请选一份接着写。`}
        choices={[
          ['用另一台的', () => take(elsewhere)],
          ['用这里的', insist],
        ]}
      >
        <Both {...form} there={{ ...form.base?.values, ...elsewhere.values }} />
      </Decision>
    );
  if (!restored) return null;
  const { savedAt, isFromElsewhere } = restored;
  return (
    <Alert
      className="form-problem"
      type="info"
      showIcon
      title={`已恢复 ${shownInstant(savedAt)} 未提交的内容${isFromElsewhere ? '，来自另一台设备' : ''}`}
      action={<Choice word="不要了" choose={drop} />}
    />
  );
}

type Choices = readonly (readonly [word: string, choose: () => void])[];

function Both({
  fields = {},
  command,
  values = {},
  there,
}: Pick<Props, 'fields' | 'command' | 'values'> & { there: Values }) {
  const differing = Object.entries(fields).filter(([name]) => !isSame(there[name], values[name]));
  return differing.map(([name, field]) => (
    <div className="versions" key={name}>
      <strong>{fieldWord(name, command)}</strong>
      <div>
        <span className="second">另一台</span>
        <Value name={name} field={field} value={there[name]} />
      </div>
      <div>
        <span className="second">这里</span>
        <Value name={name} field={field} value={values[name]} />
      </div>
    </div>
  ));
}

interface DecisionProps {
  readonly says: string;
  readonly choices: Choices;
  readonly children?: ReactNode;
}

function Decision({ says, choices, children }: DecisionProps) {
  return (
    <Alert
      className="form-problem"
      type="warning"
      showIcon
      role="alert"
      title={says}
      description={
        <>
          {children}
          <div className="actions form-actions">
            {choices.map(([word, choose]) => (
              <Choice key={word} word={word} choose={choose} />
            ))}
          </div>
        </>
      }
    />
  );
}

function Choice({ word, choose }: { word: string; choose: () => void }) {
  return (
    <Button size="small" onClick={choose}>
      {word}
    </Button>
  );
}

const kept = {
  no: '边写边保存',
  here: '已存在本机，关掉再开也还在',
  there: '已存在本机和服务器，换台电脑也能接着写',
} as const;

/** Beside the button that sends it. */
export function DraftKept({ saved, trouble }: DraftShown) {
  return (
    <span className="second" role="status">
      {trouble && saved !== 'no' ? `已存在本机；${trouble}` : kept[saved]}
    </span>
  );
}
