/** The fields of an input, nested as the contract nests them, each with its label, its hint and what was refused about it. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fieldWord } from '../../words/words.js';
import type { Field, Fields } from '../field.js';
import { FieldInput } from './field-input.js';
import { isNeeded } from './missing.js';

type Values = Readonly<Record<string, unknown>>;

export interface FieldsProps {
  readonly fields: Fields;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** Where these stand in the whole input: `evidence.0.` */
  readonly path?: string;
  readonly faults: ReadonlyMap<string, string>;
  readonly command: string;
  readonly beside: Values;
}

export const inputId = (path: string) => `input-${path.replaceAll('.', '-')}`;

/** Two beside each other where there is room, in the order of the contract; what may be long has a line of its own. */
export function FieldsGrid(props: FieldsProps) {
  return (
    <div className="fields">
      <FieldsInput {...props} />
    </div>
  );
}

export function FieldsInput({ fields, values, onChange, path = '', ...rest }: FieldsProps) {
  return Object.entries(fields).map(([name, field]) => (
    <FieldRow
      key={name}
      {...rest}
      name={name}
      field={field}
      path={path + name}
      value={values[name]}
      onChange={(value) => onChange({ ...values, [name]: value })}
    />
  ));
}

interface RowProps extends Omit<FieldsProps, 'fields' | 'values' | 'onChange' | 'path'> {
  readonly name: string;
  readonly field: Field;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function FieldRow(props: RowProps) {
  const { name, field, path, value, onChange, faults, command, beside } = props;
  const id = inputId(path);
  const fault = faults.get(path);
  const label = fieldWord(name, command);
  if (field.type === 'group')
    return (
      <fieldset className="list-row">
        <legend>{label}</legend>
        {field.says && field.says !== label && <p className="second">{field.says}</p>}
        <FieldsGrid
          {...props}
          fields={field.fields}
          values={(value as Values | undefined) ?? {}}
          path={`${path}.`}
          onChange={(next) => onChange(next)}
        />
      </fieldset>
    );
  const isRows = field.type === 'list' && field.item.type === 'group';
  return (
    <div className={isLong(field) ? 'field wide' : 'field'}>
      <Label id={id} label={label} field={field} />
      {isRows ? (
        <GroupList {...props} label={label} />
      ) : (
        <FieldInput
          id={id}
          name={name}
          field={field}
          value={value}
          onChange={onChange}
          beside={{ ...beside, $command: command }}
          {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})}
        />
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

function Label({ id, label, field }: { id: string; label: string; field: Field }) {
  return (
    <>
      <label htmlFor={id}>
        {label}
        {isNeeded(field) && <span className="required"> 必填</span>}
      </label>
      {field.says && field.says !== label && (
        <p className="second" id={`${id}-says`}>
          {field.says}
        </p>
      )}
    </>
  );
}

/** Of a text no longer than this, all that is typed is in sight in half a line. */
const HALF_A_LINE = 64;

function isLong(field: Field): boolean {
  if (field.type === 'text') return (field.max ?? 0) > HALF_A_LINE;
  if (field.type === 'list') return field.item.type !== 'choice';
  return field.type === 'file';
}

const SHORT: readonly Field['type'][] = ['id', 'choice', 'flag', 'date', 'number'];
const MOST_BESIDE = 3;

/** Few things that take little room stand beside each other. */
function isShort(fields: Fields): boolean {
  const all = Object.values(fields);
  return all.length <= MOST_BESIDE && all.every(({ type }) => SHORT.includes(type));
}

function GroupList(props: RowProps & { label: string }) {
  const { field, path, value, onChange, label } = props;
  if (field.type !== 'list' || field.item.type !== 'group') return null;
  const rows = (value as Values[] | undefined) ?? [];
  const { fields } = field.item;
  const areShort = isShort(fields);
  const Those = areShort ? FieldsInput : FieldsGrid;
  const change = (index: number, next: Values) =>
    onChange(rows.map((row, at) => (at === index ? next : row)));
  return (
    <div id={inputId(path)} role="group" aria-label={label}>
      {rows.map((row, index) => (
        <div className={areShort ? 'list-row short' : 'list-row'} key={index}>
          <Those
            {...props}
            fields={fields}
            values={row}
            path={`${path}.${index}.`}
            onChange={(next) => change(index, next)}
          />
          <Button
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
            aria-label={`删除第 ${index + 1} 项${label}`}
          >
            删除
          </Button>
        </div>
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
        添加{label}
      </Button>
    </div>
  );
}
