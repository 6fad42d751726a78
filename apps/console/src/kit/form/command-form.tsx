import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CommandName } from '../../api/names.js';
import { fieldWord } from '../../words/words.js';
import { shownInstant } from '../clock.js';
import type { Fields } from '../field.js';
import { FieldsInput, inputId, type FieldsProps } from './fields-input.js';
import type { Conflict, Values } from './merge.js';
import { FormCommand } from './upload-to.js';
import { useCommand, type CommandUse } from './use-command.js';
import { Value } from '../value.js';

interface Props<C extends CommandName> extends CommandUse<C> {
  readonly submit: string;
  readonly onCancel?: () => void;
  /** What else of the record the choices of a field depend on. */
  readonly beside?: Values;
  readonly danger?: boolean;
  /** Lays the fields out; absent: one below the other, as the contract has them. */
  readonly children?: (form: FieldsProps) => ReactNode;
}

/** Dates of when it happened are today's unless somebody says otherwise; they wait behind a fold. */
const FOLDED = ['on'];

export function CommandForm<C extends CommandName>({ submit, onCancel, beside = {}, danger = false, children, ...use }: Props<C>) {
  const form = useCommand(use);
  const [isUnfolded, setUnfolded] = useState(false);
  const { fields, values, setValues, faults, problem, isBusy } = form;
  const folded = pick(fields, (name) => FOLDED.includes(name) && !fields[name]?.required);
  const shown = pick(fields, (name) => !(name in folded));
  const common = { values, onChange: setValues, faults, command: use.command, beside: { ...beside, ...use.given, ...values } };
  return (
    <FormCommand value={use.command}>
      <form
        noValidate
        aria-busy={isBusy}
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        {form.draft.savedAt && (
          <Alert
            className="form-problem"
            type="info"
            showIcon
            title={`已恢复 ${shownInstant(form.draft.savedAt)} 未提交的内容`}
            action={
              <Button
                size="small"
                onClick={() => {
                  setValues(use.initial ?? {});
                  void form.draft.drop();
                }}
              >
                不要了
              </Button>
            }
          />
        )}
        <Refusal
          attempts={form.attempts}
          faults={faults}
          detail={problem?.detail}
          isStale={problem?.isStale ?? false}
        />
        <Merging fields={fields} command={use.command} conflicts={form.conflicts} taken={form.taken} settle={form.settle} />
        {children ? children({ ...common, fields }) : <FieldsInput {...common} fields={shown} />}
        {!children &&
          Object.keys(folded).length > 0 &&
          (isUnfolded ? (
            <FieldsInput {...common} fields={folded} />
          ) : (
            <Button type="link" size="small" onClick={() => setUnfolded(true)}>
              日期不是今天？
            </Button>
          ))}
        <div className="actions form-actions">
          <Button type="primary" htmlType="submit" loading={isBusy} danger={danger} disabled={form.conflicts.length > 0}>
            {submit}
          </Button>
          {onCancel && <Button onClick={onCancel}>取消</Button>}
          {form.draft.isKept && Object.keys(shown).length > 1 && (
            <span className="second">边写边存在本机，关掉再开也还在</span>
          )}
        </div>
      </form>
    </FormCommand>
  );
}

function pick(fields: Fields, choose: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => choose(name)));
}

interface RefusalProps {
  /** How often it was sent: each refusal takes the focus once. */
  readonly attempts: number;
  readonly faults: ReadonlyMap<string, string>;
  readonly detail: string | undefined;
  readonly isStale: boolean;
}

/** Says what is wrong and leads to each place; it takes the focus, so that nobody has to look for it. */
function Refusal({ attempts, faults, detail, isStale }: RefusalProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (detail || faults.size > 0) box.current?.focus();
  }, [attempts, detail]);
  if (!detail && faults.size === 0) return null;
  const lead = (path: string) => document.getElementById(inputId(path))?.focus();
  return (
    <div ref={box} tabIndex={-1} className="form-problem">
      <Alert
        type={isStale ? 'warning' : 'error'}
        showIcon
        title={detail ?? `还有 ${faults.size} 处没有填好`}
        description={
          faults.size > 0 && (
            <ul>
              {[...faults].map(([path, text]) => (
                <li key={path}>
                  <Button type="link" size="small" onClick={() => lead(path)}>
                    {wordOf(path)}：{text}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}

function wordOf(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : fieldWord(part)))
    .join(' · ');
}

interface MergingProps {
  readonly fields: Fields;
  readonly command: string;
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly string[];
  readonly settle: (field: string, value: unknown) => void;
}

function Merging({ fields, command, conflicts, taken, settle }: MergingProps) {
  if (conflicts.length === 0 && taken.length === 0) return null;
  return (
    <section className="card" aria-label="两个版本">
      <header>
        <h2>别人刚刚改过这条记录</h2>
      </header>
      <div className="body">
        {taken.length > 0 && <p>对方改了、您没有动过的已经更新：{taken.map((field) => fieldWord(field, command)).join('、')}。</p>}
        {conflicts.map(({ field, mine, theirs }) => (
          <div className="versions" key={field}>
            <strong>{fieldWord(field, command)}：两人都改了，请选一个</strong>
            <div>
              <span className="second">我写的</span>
              <Value name={field} field={fields[field]} value={mine} />
              <Button size="small" onClick={() => settle(field, mine)}>
                用我写的
              </Button>
            </div>
            <div>
              <span className="second">现在的</span>
              <Value name={field} field={fields[field]} value={theirs} />
              <Button size="small" onClick={() => settle(field, theirs)}>
                用现在的
              </Button>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
