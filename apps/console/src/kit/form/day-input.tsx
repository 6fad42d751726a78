import { FieldInput } from './field-input.js';
import { inputId, type FieldsProps } from './fields-input.js';

interface Props extends Pick<FieldsProps, 'fields' | 'values' | 'onChange'> {
  /** What happened on that day. */
  readonly word: string;
}

/** The day when it happened, on a line with other things; left empty it is today. */
export function DayInput({ word, fields, values, onChange }: Props) {
  return (
    <div className="day-input">
      <label htmlFor={inputId('on')}>{word}（不填即今天）</label>
      <FieldInput
        id={inputId('on')}
        name="on"
        field={fields.on!}
        value={values.on}
        onChange={(on) => onChange({ ...values, on })}
      />
    </div>
  );
}
