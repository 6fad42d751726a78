/** One field of a contract as something to type into or choose from. */
import { DatePicker, Input, InputNumber, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { valueWord } from '../../words/words.js';
import type { Field } from '../field.js';
import { FilePicker } from './file-picker.js';
import { ReferencePicker } from './reference-picker.js';
import { isChoosable } from './choosable.js';

const FEN_PER_YUAN = 100;
/** From this length on a text has room for several lines. */
const LONG = 300;
const VERY_LONG = 4_000;

export interface FieldInputProps {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly placeholder?: string;
  /** The rest of the input, for choices that depend on it. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export function FieldInput({ field, ...props }: FieldInputProps): ReactNode {
  const { id, name, value, onChange = () => undefined, placeholder = '' } = props;
  const aria = { 'aria-describedby': props['aria-describedby'], 'aria-invalid': props['aria-invalid'] };
  if (isChoosable(name, field))
    return <ReferencePicker {...props} field={field} onChange={onChange} placeholder={placeholder} />;
  switch (field.type) {
    case 'choice':
      return (
        <Select
          {...aria}
          id={id}
          allowClear
          style={{ width: '100%' }}
          value={(value as string | undefined) ?? null}
          placeholder={placeholder || '请选择'}
          options={field.values.map((one) => ({ value: one, label: valueWord(field.of, one) }))}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      );
    case 'date':
      return (
        <DatePicker
          {...aria}
          id={id}
          style={{ width: '100%' }}
          value={value ? dayjs(value as string) : null}
          placeholder={placeholder || '年-月-日'}
          onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
        />
      );
    case 'instant':
      return (
        <DatePicker
          {...aria}
          id={id}
          showTime
          style={{ width: '100%' }}
          value={value ? dayjs(value as string) : null}
          onChange={(moment) => onChange(moment ? moment.toDate().toISOString() : undefined)}
        />
      );
    case 'money':
      return (
        <InputNumber<number>
          {...aria}
          id={id}
          style={{ width: '100%' }}
          min={0}
          precision={2}
          suffix="元"
          value={value === undefined || value === null ? null : Number(value) / FEN_PER_YUAN}
          onChange={(yuan) => onChange(yuan === null ? undefined : Math.round(yuan * FEN_PER_YUAN))}
        />
      );
    case 'number':
      return (
        <InputNumber<number>
          {...aria}
          id={id}
          style={{ width: '100%' }}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          value={(value as number | undefined) ?? null}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'flag':
      return <Switch id={id} checked={value === true} checkedChildren="是" unCheckedChildren="否" onChange={onChange} />;
    case 'file':
      return <FilePicker id={id} name={name} value={value} onChange={onChange} />;
    case 'list':
      return <ManyInput {...props} field={field} onChange={onChange} />;
    case 'group':
      return null;
    default:
      return <TextInput {...aria} id={id} value={value} max={field.type === 'text' ? field.max : undefined} onChange={onChange} placeholder={placeholder} />;
  }
}

interface TextProps {
  readonly id: string;
  readonly value: unknown;
  readonly max: number | undefined;
  readonly placeholder: string;
  readonly onChange: (value: unknown) => void;
}

function TextInput({ max, value, onChange, ...rest }: TextProps) {
  const text = (value as string | undefined) ?? '';
  const take = (event: { target: { value: string } }) => onChange(event.target.value === '' ? undefined : event.target.value);
  const limit = max === undefined ? {} : { maxLength: max };
  if (max === undefined || max < LONG) return <Input {...rest} {...limit} value={text} onChange={take} />;
  return (
    <Input.TextArea
      {...rest}
      {...limit}
      showCount
      autoSize={{ minRows: max >= VERY_LONG ? 6 : 3, maxRows: 24 }}
      value={text}
      onChange={take}
    />
  );
}

/** Several of one kind that fit on a line each; groups are rows of their own (group-list.tsx). */
function ManyInput({ id, field, value, onChange, ...aria }: FieldInputProps & { field: Field & { type: 'list' } }) {
  const { item } = field;
  if (item.type === 'file')
    return <FilePicker id={id} name={aria.name} many value={value} onChange={onChange ?? (() => undefined)} />;
  const options = item.type === 'choice' ? item.values.map((one) => ({ value: one, label: valueWord(item.of, one) })) : undefined;
  return (
    <Select
      id={id}
      mode={options ? 'multiple' : 'tags'}
      style={{ width: '100%' }}
      value={(value as string[] | undefined) ?? []}
      placeholder={options ? '可选多项' : '输入一项后按回车，可填多项'}
      {...(options ? { options } : { open: false, suffixIcon: null })}
      onChange={(chosen: string[]) => onChange?.(chosen.length === 0 ? undefined : chosen)}
    />
  );
}
