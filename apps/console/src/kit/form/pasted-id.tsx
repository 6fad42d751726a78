import { Input } from 'antd';
import { useState } from 'react';
import { useName } from '../names.js';
import { referenceOf } from '../references.js';
import type { FieldInputProps } from './field-input.js';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

interface Props extends FieldInputProps {
  /** What to paste, and from where. */
  readonly says: string;
}

/**
 * Whoever fills in the form may not look through such records (rules.md 15): somebody who may sends them the address of the record's
 * page, and what stands in it is enough.
 */
export function PastedId({ id, field, value, onChange = () => undefined, says, ...aria }: Props) {
  const isMany = field.type === 'list';
  const [text, setText] = useState(
    (isMany ? (value as string[] | undefined)?.join(' ') : (value as string | undefined)) ?? '',
  );
  const found = text.match(ID) ?? [];
  const kind = referenceOf(aria.name).name;
  const name = useName(kind ?? 'account', kind && typeof value === 'string' ? value : '');
  const isWrong = text.trim() !== '' && found.length === 0;
  const take = (next: string) => {
    setText(next);
    const ids = (next.match(ID) ?? []).map((one) => one.toLowerCase());
    onChange(ids.length === 0 ? undefined : isMany ? ids : ids[0]);
  };
  return (
    <>
      <Input
        id={id}
        aria-describedby={`${id}-pasted ${aria['aria-describedby'] ?? ''}`}
        aria-invalid={isWrong || aria['aria-invalid']}
        value={text}
        placeholder="粘贴该记录页面的地址"
        onChange={(event) => take(event.target.value)}
      />
      <p className={isWrong ? 'fault' : 'second'} id={`${id}-pasted`}>
        {isWrong
          ? '里面没有记录的编号。请让有权查看的人打开该记录的页面，把浏览器地址栏里的地址整条发来。'
          : (name ?? says)}
      </p>
    </>
  );
}
