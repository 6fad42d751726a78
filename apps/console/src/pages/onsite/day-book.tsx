/** A day's work on site, written down without the mouse: one line per interview, visit or check; Enter goes to the next line. */
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Field } from '../../kit/field.js';
import { FormInPlace } from '../../kit/form/form-in-place.js';
import { DayInput } from '../../kit/form/day-input.js';
import { inputId, type FieldsProps } from '../../kit/form/fields-input.js';
import type { Values } from '../../kit/form/merge.js';
import { valueWord } from '../../words/words.js';
import { Line, titleId, type Entry } from './day-book-line.js';

const FIRST_KIND = 'interview';

export function DayBook({ inspectionId }: { inspectionId: string }) {
  const { message } = App.useApp();
  // The next page of the book keeps kind and day: whoever visited ten households goes on with the eleventh.
  const [page, setPage] = useState<{ number: number; begins: Values }>({
    number: 0,
    begins: { kind: FIRST_KIND },
  });
  const last = useRef<Values>(page.begins);
  useEffect(() => {
    if (page.number > 0) document.getElementById(titleId(0))?.focus();
  }, [page.number]);
  return (
    <FormInPlace
      key={`${inspectionId}/${page.number}`}
      command="recordActivities"
      given={{ inspectionId }}
      initial={page.begins}
      submit="存入日志"
      onDone={() => {
        const { kind, on, activities } = last.current;
        message.success(`已存入 ${(activities as Entry[]).length} 条`);
        setPage({ number: page.number + 1, begins: { kind, on } });
      }}
    >
      {(form) => {
        last.current = form.values;
        return <Lines {...form} />;
      }}
    </FormInPlace>
  );
}

function Lines({ fields, values, onChange, faults }: FieldsProps) {
  const entries = (values.activities as Entry[] | undefined) ?? [];
  const kinds = fields.kind?.type === 'choice' ? fields.kind : undefined;
  const set = (activities: readonly Entry[]) =>
    onChange({ ...values, activities: activities.length === 0 ? undefined : activities });
  return (
    <div className="day-book">
      <div className="day-book-head">
        <Kinds field={fields.kind} value={values.kind} change={(kind) => onChange({ ...values, kind })} />
        <DayInput word="日期" fields={fields} values={values} onChange={onChange} />
      </div>
      <ol id={inputId('activities')} className="day-book-lines">
        {[...entries, {}].map((entry, index) => (
          <Line
            key={index}
            index={index}
            entry={entry}
            fault={faults.get(`activities.${index}.title`)}
            change={(next) => set(index === entries.length ? [...entries, next] : entries.with(index, next))}
            remove={() => set(entries.filter((_, at) => at !== index))}
            paste={(lines) => set([...entries.slice(0, index), ...lines, ...entries.slice(index + 1)])}
          />
        ))}
      </ol>
      <p className="second">
        一行记一次：{valueWord(kinds?.of ?? '', String(values.kind))} {entries.length}{' '}
        次。回车换到下一行；可以从表格里一次粘贴多行；空行按退格删去。
      </p>
    </div>
  );
}

interface KindsProps {
  readonly field: Field | undefined;
  readonly value: unknown;
  readonly change: (kind: string) => void;
}

function Kinds({ field, value, change }: KindsProps) {
  if (field?.type !== 'choice') return null;
  return (
    <fieldset id={inputId('kind')} className="activity-kinds">
      <legend className="unseen">活动种类</legend>
      {field.values.map((one) => (
        <label key={one} className={one === value ? 'chosen' : ''}>
          <input type="radio" name="day-book-kind" checked={one === value} onChange={() => change(one)} />
          {valueWord(field.of, one)}
        </label>
      ))}
    </fieldset>
  );
}
