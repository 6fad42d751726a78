/** One field of a contract as something to type into or choose from. */
import { Input, InputNumber, Switch } from 'antd';
import type { ReactNode } from 'react';
import { valueWord } from '../../words/words.js';
import { fromShanghai, inShanghai } from '../clock.js';
import { FEN_PER_YUAN } from '../numbers.js';
import type { Field } from '../field.js';
import { FilePicker } from './file-picker.js';
import { LongText } from './long-text.js';
import { ReferencePicker } from './reference-picker.js';
import { isChoosable } from './choosable.js';
import { Select } from '../select.js';

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

type OfType<T extends Field['type']> = Omit<FieldInputProps, 'field' | 'onChange'> & {
  readonly field: Field & { type: T };
  readonly onChange: (value: unknown) => void;
};

export function FieldInput({ field, onChange = () => undefined, ...rest }: FieldInputProps): ReactNode {
  const props = { ...rest, onChange };
  if (isChoosable(rest.name, field)) return <ReferencePicker {...props} field={field} />;
  switch (field.type) {
    case 'choice':
      return <ChoiceInput {...props} field={field} />;
    case 'date':
      return <DateInput {...props} field={field} />;
    case 'instant':
      return <InstantInput {...props} field={field} />;
    case 'money':
      return <MoneyInput {...props} field={field} />;
    case 'number':
      return <NumberInput {...props} field={field} />;
    case 'flag':
      return (
        <Switch
          id={rest.id}
          checked={rest.value === true}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={onChange}
        />
      );
    case 'file':
      return <FilePicker id={rest.id} value={rest.value} onChange={onChange} />;
    case 'list':
      return <ManyInput {...props} field={field} />;
    case 'text':
      return <TextInput {...props} field={field} />;
    default:
      return null;
  }
}

const ariaOf = (props: Pick<FieldInputProps, 'id' | 'aria-describedby' | 'aria-invalid'>) => ({
  id: props.id,
  'aria-describedby': props['aria-describedby'],
  'aria-invalid': props['aria-invalid'],
});
const whole = { width: '100%' };
function ChoiceInput({ field, value, onChange, placeholder, ...rest }: OfType<'choice'>) {
  return (
    <Select
      {...ariaOf(rest)}
      allowClear
      style={whole}
      value={(value as string | undefined) ?? null}
      placeholder={placeholder || '请选择'}
      options={field.values.map((one) => ({ value: one, label: valueWord(field.of, one) }))}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

/** The browser's own: typed or chosen, and nothing to load. */
function DateInput({ value, onChange, ...rest }: OfType<'date'>) {
  return (
    <Input
      {...ariaOf(rest)}
      type="date"
      max="9999-12-31"
      value={(value as string | undefined) ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  );
}

function InstantInput({ value, onChange, ...rest }: OfType<'instant'>) {
  return (
    <Input
      {...ariaOf(rest)}
      type="datetime-local"
      value={value ? inShanghai(value as string) : ''}
      onChange={({ target }) => onChange(target.value ? fromShanghai(target.value) : undefined)}
    />
  );
}

function MoneyInput({ value, onChange, ...rest }: OfType<'money'>) {
  return (
    <InputNumber<number>
      {...ariaOf(rest)}
      style={whole}
      min={0}
      precision={2}
      suffix="元"
      value={value === undefined || value === null ? null : Number(value) / FEN_PER_YUAN}
      onChange={(yuan) => onChange(yuan === null ? undefined : Math.round(yuan * FEN_PER_YUAN))}
    />
  );
}

function NumberInput({ field, value, onChange, ...rest }: OfType<'number'>) {
  return (
    <InputNumber<number>
      {...ariaOf(rest)}
      style={whole}
      {...(field.min === undefined ? {} : { min: field.min })}
      {...(field.max === undefined ? {} : { max: field.max })}
      value={(value as number | undefined) ?? null}
      onChange={(number) => onChange(number ?? undefined)}
    />
  );
}

function TextInput({ field: { max }, value, onChange, placeholder = '', ...rest }: OfType<'text'>) {
  const shared = {
    ...ariaOf(rest),
    ...(max === undefined ? {} : { maxLength: max }),
    placeholder,
    value: (value as string | undefined) ?? '',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || undefined),
  };
  if (max === undefined || max < LONG) return <Input {...shared} />;
  return <LongText {...shared} showCount fewest={max >= VERY_LONG ? 6 : 3} most={24} />;
}

/** Several of one kind that fit on a line each; groups are rows of their own (group-list.tsx). */
function ManyInput({ field: { item }, value, onChange, ...rest }: OfType<'list'>) {
  if (item.type === 'file') return <FilePicker id={rest.id} many value={value} onChange={onChange} />;
  const options =
    item.type === 'choice'
      ? item.values.map((one) => ({ value: one, label: valueWord(item.of, one) }))
      : undefined;
  return (
    <Select
      {...ariaOf(rest)}
      mode={options ? 'multiple' : 'tags'}
      style={whole}
      value={(value as string[] | undefined) ?? []}
      placeholder={options ? '可选多项' : '输入一项后按回车，可填多项'}
      {...(options
        ? { options, showSearch: { optionFilterProp: 'label' } }
        : { open: false, suffixIcon: null })}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen)}
    />
  );
}
