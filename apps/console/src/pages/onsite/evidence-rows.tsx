/** Evidence of a paper, one line each: where it comes from, what it shows, the file. Enter goes to the next line. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import type { FileRef } from '../../api/names.js';
import type { Fields } from '../../kit/field.js';
import { FilePicker } from '../../kit/form/file-picker.js';
import { inputId } from '../../kit/form/fields-input.js';
import { LongText } from '../../kit/form/long-text.js';
import { valueWord } from '../../words/words.js';
import { Select } from '../../kit/select.js';

export interface Evidence {
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  readonly file?: FileRef | undefined;
}
interface Props {
  readonly fields: Fields;
  readonly evidence: readonly Evidence[];
  readonly faults: ReadonlyMap<string, string>;
  readonly change: (evidence: readonly Evidence[]) => void;
}

const LONGEST_NOTE = 1_000;
/** Kinds of source that corroborate a paper. */
const CORROBORATING = 2;

export function EvidenceRows({ fields, evidence, faults, change }: Props) {
  const sources = new Set(evidence.map(({ source }) => source).filter(Boolean));
  return (
    <>
      <ol id={inputId('evidence')} tabIndex={-1} className="evidence-rows">
        {[...evidence, {}].map((row, index) => (
          <Row
            key={index}
            fields={fields}
            index={index}
            row={row}
            isNew={index === evidence.length}
            faults={faults}
            set={(next) =>
              change(index === evidence.length ? [...evidence, next] : evidence.with(index, next))
            }
            remove={() => change(evidence.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {faults.get('evidence') && <p className="fault">{faults.get('evidence')}</p>}
      <p className="second">
        {sources.size >= CORROBORATING
          ? `证据来自 ${sources.size} 类来源，可以互相印证。`
          : '证据最好来自两类以上来源，互相印证；只有一类也可以提交，底稿上会注明。'}
      </p>
    </>
  );
}

interface RowProps {
  readonly fields: Fields;
  readonly index: number;
  readonly row: Evidence;
  /** The empty line at the end, which becomes evidence when something is written into it. */
  readonly isNew: boolean;
  readonly faults: ReadonlyMap<string, string>;
  readonly set: (row: Evidence) => void;
  readonly remove: () => void;
}

function Row({ fields, index, row, isNew, faults, set, remove }: RowProps) {
  const path = (name: string) => `evidence.${index}.${name}`;
  const source = fields.source?.type === 'choice' ? fields.source : undefined;
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isNew) document.getElementById(inputId(`evidence.${index + 1}.source`))?.focus();
  };
  const faulty = (name: string) => (faults.has(path(name)) ? { status: 'error' as const } : {});
  return (
    <li>
      <span className="second number" aria-hidden="true">
        {index + 1}
      </span>
      <Select
        {...faulty('source')}
        id={inputId(path('source'))}
        aria-label={`证据 ${index + 1} 的来源`}
        placeholder="来源"
        showSearch={{ optionFilterProp: 'label' }}
        value={row.source ?? null}
        options={(source?.values ?? []).map((one) => ({ value: one, label: valueWord(source!.of, one) }))}
        onChange={(chosen) => set({ ...row, source: chosen ?? undefined })}
      />
      <LongText
        {...faulty('note')}
        id={inputId(path('note'))}
        aria-label={`证据 ${index + 1} 的说明`}
        placeholder={isNew ? '写明材料名称、页码，证明什么' : ''}
        value={row.note ?? ''}
        maxLength={LONGEST_NOTE}
        fewest={1}
        most={8}
        onChange={({ target }) => set({ ...row, note: target.value || undefined })}
        onKeyDown={goOn}
      />
      <FilePicker
        id={inputId(path('file'))}
        aria-label={`证据 ${index + 1} 的文件`}
        value={row.file}
        onChange={(file) => set({ ...row, file: file as FileRef | undefined })}
      />
      {!isNew && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          onClick={remove}
          aria-label={`删除证据 ${index + 1}`}
        />
      )}
      <Faults faults={{ 来源: faults.get(path('source')), 说明: faults.get(path('note')) }} />
    </li>
  );
}

function Faults({ faults }: { faults: Readonly<Record<string, string | undefined>> }) {
  return Object.entries(faults).map(
    ([name, text]) =>
      text && (
        <p key={name} className="fault">
          {name}：{text}
        </p>
      ),
  );
}
