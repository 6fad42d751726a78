/** A working paper as something to write on: one matter, the text, its evidence. */
import { Input } from 'antd';
import type { CommandName } from '../../api/names.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { inputId, type FieldsProps } from '../../kit/form/fields-input.js';
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
  const evidence = fields.evidence;
  const rows = evidence?.type === 'list' && evidence.item.type === 'group' ? evidence.item.fields : {};
  return (
    <>
      <Part title="事项与经过">
        <div className="field">
          <label htmlFor={inputId('matter')}>
            事项 <span className="required">必填</span>
          </label>
          <p className="second">一事一稿：一份底稿只写一件事，不写人名。</p>
          <Input
            id={inputId('matter')}
            className="paper-matter"
            value={(values.matter as string | undefined) ?? ''}
            maxLength={LONGEST_MATTER}
            {...(faults.has('matter') ? { status: 'error' as const } : {})}
            onChange={({ target }) => set('matter', target.value || undefined)}
          />
          {faults.get('matter') && <p className="fault">{faults.get('matter')}</p>}
        </div>
        <div className="field">
          <label htmlFor={inputId('content')}>
            内容 <span className="required">必填</span>
          </label>
          <p className="second">什么时间、什么事、经过怎样、依据什么认定。</p>
          <Input.TextArea
            id={inputId('content')}
            className="paper-content"
            value={(values.content as string | undefined) ?? ''}
            maxLength={LONGEST_CONTENT}
            showCount
            autoSize={{ minRows: 10, maxRows: 40 }}
            {...(faults.has('content') ? { status: 'error' as const } : {})}
            onChange={({ target }) => set('content', target.value || undefined)}
          />
          {faults.get('content') && <p className="fault">{faults.get('content')}</p>}
        </div>
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
