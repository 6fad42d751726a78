/** A value of a contract as people read it, by the type of its field. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fieldWord, valueWord } from '../words/words.js';
import { shownInstant } from './clock.js';
import type { Field } from './field.js';
import { useName } from './names.js';
import { shownMoney, shownNumber } from './numbers.js';
import { referenceOf } from './references.js';
import { StateTag } from './state-tag.js';
import { useClassName } from './taxonomies.js';

/** What a value of a contract is as text; groups have none of their own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Texts that are codes with a word of their own. */
const CODES = ['profile', 'theme'];

interface Props {
  readonly name: string;
  readonly field: Field | undefined;
  readonly value: unknown;
}

export function Value({ name, field, value }: Props): ReactNode {
  if (value === null || value === undefined || value === '') return <span className="nothing">—</span>;
  if (Array.isArray(value)) return <Several name={name} field={field} values={value} />;
  const text = textOf(value);
  switch (field?.type) {
    case 'choice':
      return name === 'state' ? <StateTag of={field.of} value={text} /> : valueWord(field.of, text);
    case 'id':
      return <Referred field={name} id={text} />;
    case 'money':
      return <span className="number">{shownMoney(Number(value))}</span>;
    case 'instant':
      return <span className="number">{shownInstant(text)}</span>;
    case 'flag':
      return value ? '是' : '否';
    case 'number':
      return <span className="number">{shownNumber(Number(value))}</span>;
    case 'group':
      return <Group fields={field.fields} value={value as Record<string, unknown>} />;
    case 'date':
      return <span className="number day">{text}</span>;
    case 'file':
      return (value as { name: string }).name;
    default:
      if (name === 'classes') return <ClassName code={text} />;
      if (name === 'peerSite') return <SiteName code={text} />;
      if (CODES.includes(name)) return valueWord(name, text);
      return text;
  }
}

function Several({
  name,
  field,
  values,
}: {
  name: string;
  field: Field | undefined;
  values: readonly unknown[];
}) {
  const item = field?.type === 'list' ? field.item : undefined;
  if (values.length === 0) return <span className="nothing">—</span>;
  if (item?.type === 'group')
    return (
      <ol className="timeline">
        {values.map((value, index) => (
          <li key={index}>
            <Value name={name} field={item} value={value} />
          </li>
        ))}
      </ol>
    );
  return values.map((value, index) => (
    <span key={index}>
      {index > 0 && '、'}
      <Value name={name} field={item} value={value} />
    </span>
  ));
}

function Group({
  fields,
  value,
}: {
  fields: Readonly<Record<string, Field>>;
  value: Record<string, unknown>;
}) {
  return Object.entries(fields)
    .filter(([name]) => value[name] !== null && value[name] !== undefined)
    .map(([name, field]) => (
      <div key={name}>
        <span className="second">{fieldWord(name)}：</span>
        <Value name={name} field={field} value={value[name]} />
      </div>
    ));
}

function ClassName({ code }: { code: string }) {
  return <>{useClassName(code) ?? code}</>;
}

/** By its code until it has said what it is called. */
function SiteName({ code }: { code: string }) {
  return <>{useName('site', code) ?? code}</>;
}

/** Whatever has a page is a link to it; whatever has a name is shown by it. */
export function Referred({ field, id }: { field: string; id: string }) {
  const { name, page } = referenceOf(field);
  const shown = name ? <Named kind={name} id={id} /> : '查看';
  return page ? <Link to={`${page}/${id}` as never}>{shown}</Link> : shown;
}

/** By its name alone, where the whole is a link already. */
export function ReferredName({ field, id }: { field: string; id: string }) {
  const { name } = referenceOf(field);
  return name ? <Named kind={name} id={id} /> : '查看';
}

function Named({ kind, id }: { kind: NonNullable<ReturnType<typeof referenceOf>['name']>; id: string }) {
  const name = useName(kind, id);
  if (name === undefined) return <span className="second">…</span>;
  return name ?? <span className="second">（无权查看）</span>;
}
