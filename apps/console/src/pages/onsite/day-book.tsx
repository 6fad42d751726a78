/** A day's work on site, written down without the mouse: one line per interview, visit or check; Enter goes to the next line. */
import { App, Input, Radio } from 'antd';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { CommandForm } from '../../kit/form/command-form.js';
import { FieldInput } from '../../kit/form/field-input.js';
import { inputId, type FieldsProps } from '../../kit/form/fields-input.js';
import type { Values } from '../../kit/form/merge.js';
import { valueWord } from '../../words/words.js';

interface Entry {
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
}

const FIRST_KIND = 'interview';
const LONGEST_TITLE = 200;
const LONGEST_NOTES = 10_000;
const titleId = (index: number) => inputId(`activities.${index}.title`);

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
    <CommandForm
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
    </CommandForm>
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
        <Radio.Group
          id={inputId('kind')}
          aria-label="活动种类"
          optionType="button"
          value={values.kind}
          options={(kinds?.values ?? []).map((one) => ({ value: one, label: valueWord(kinds!.of, one) }))}
          onChange={({ target }) => onChange({ ...values, kind: target.value as string })}
        />
        <div className="day-book-day">
          <label htmlFor={inputId('on')}>日期</label>
          <FieldInput
            id={inputId('on')}
            name="on"
            field={fields.on!}
            value={values.on}
            placeholder="今天"
            onChange={(on) => onChange({ ...values, on })}
          />
        </div>
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

interface LineProps {
  readonly index: number;
  readonly entry: Entry;
  readonly fault: string | undefined;
  readonly change: (entry: Entry) => void;
  readonly remove: () => void;
  readonly paste: (entries: readonly Entry[]) => void;
}

function Line({ index, entry, fault, change, remove, paste }: LineProps) {
  const [isOpen, setOpen] = useState(Boolean(entry.notes));
  const { title = '', notes = '' } = entry;
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (title) document.getElementById(titleId(index + 1))?.focus();
    } else if (event.key === 'Backspace' && !title && !notes && index > 0) {
      event.preventDefault();
      remove();
      document.getElementById(titleId(index - 1))?.focus();
    }
  };
  const takeLines = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .filter((line) => line.trim());
    if (lines.length < 2) return;
    event.preventDefault();
    paste(lines.map((line) => ({ title: line.trim().slice(0, LONGEST_TITLE) })));
  };
  return (
    <li>
      <span className="second number" aria-hidden="true">
        {index + 1}
      </span>
      <Input
        id={titleId(index)}
        aria-label={`第 ${index + 1} 次：做了什么`}
        value={title}
        maxLength={LONGEST_TITLE}
        placeholder={index === 0 ? '例：走访第三村民小组，了解土地租金发放（不写人名）' : ''}
        {...(fault ? { status: 'error' as const } : {})}
        onChange={({ target }) => change({ ...entry, title: target.value || undefined })}
        onKeyDown={press}
        onPaste={takeLines}
      />
      <button
        type="button"
        className="icon-button"
        aria-expanded={isOpen}
        aria-label={`第 ${index + 1} 次的记要`}
        onClick={() => setOpen(!isOpen)}
      >
        记要{notes ? ' ✓' : ''}
      </button>
      {fault && <p className="fault">{fault}</p>}
      {isOpen && (
        <Input.TextArea
          aria-label={`第 ${index + 1} 次的记要内容`}
          autoFocus
          value={notes}
          maxLength={LONGEST_NOTES}
          autoSize={{ minRows: 2, maxRows: 16 }}
          placeholder="谈了什么、看到什么。只有本组和巡察办能看，查看留痕。"
          onChange={({ target }) => change({ ...entry, notes: target.value || undefined })}
        />
      )}
    </li>
  );
}
