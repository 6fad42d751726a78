/** A working paper as something to write on: one matter, the text, its evidence. */
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { CommandName } from '../../api/names.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { inputId, type FieldsProps } from '../../kit/form/fields-input.js';
import { LongText } from '../../kit/form/long-text.js';
import type { CommandUse } from '../../kit/form/use-command.js';
import { Part } from '../../kit/part.js';
import { EvidenceRows, type Evidence } from './evidence-rows.js';

type Writing = 'draftPaper' | 'revisePaper';
interface Props<C extends CommandName> extends CommandUse<C> {
  readonly submit: string;
  readonly onCancel?: () => void;
}

export function PaperEditor<C extends Writing>(props: Props<C>) {
  return <CommandForm {...props}>{(form) => <Sheet {...form} />}</CommandForm>;
}

const LONGEST_MATTER = 200;
const LONGEST_CONTENT = 10_000;

function Sheet({ fields, values, onChange, faults }: FieldsProps) {
  const set = (name: string, value: unknown) => onChange({ ...values, [name]: value });
  const given = (name: string) => ({ id: inputId(name), fault: faults.get(name) });
  const written = (name: string, maxLength: number) => ({
    id: inputId(name),
    maxLength,
    value: (values[name] as string | undefined) ?? '',
    onChange: ({ target }: { target: { value: string } }) => set(name, target.value || undefined),
    ...(faults.has(name) ? { status: 'error' as const, 'aria-describedby': `${inputId(name)}-fault` } : {}),
  });
  const evidence = fields.evidence;
  const rows = evidence?.type === 'list' && evidence.item.type === 'group' ? evidence.item.fields : {};
  return (
    <>
      <Part title="事项与经过">
        <Labelled {...given('matter')} label="事项" says="一事一稿：一份底稿只写一件事，不写人名。">
          <Input {...written('matter', LONGEST_MATTER)} className="paper-matter" />
        </Labelled>
        <Labelled {...given('content')} label="内容" says="什么时间、什么事、经过怎样、依据什么认定。">
          <LongText
            {...written('content', LONGEST_CONTENT)}
            className="paper-content"
            showCount
            fewest={10}
            most={40}
          />
        </Labelled>
      </Part>
      <Part title="证据">
        <EvidenceRows
          fields={rows}
          evidence={(values.evidence as Evidence[] | undefined) ?? []}
          faults={faults}
          change={(next) => set('evidence', next.length === 0 ? undefined : next)}
        />
      </Part>
    </>
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly says: string;
  readonly fault: string | undefined;
  readonly children: ReactNode;
}

function Labelled({ id, label, says, fault, children }: LabelledProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <span className="required">必填</span>
      </label>
      <p className="second">{says}</p>
      {children}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
