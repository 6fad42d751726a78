/** A refusal that is about several things names each of them: such as who must stay away from what. */
import { fieldWord, valueWord } from '../../words/words.js';
import { PlainTable } from '../plain-table.js';
import { referenceOf } from '../references.js';
import { Referred } from '../value.js';

type Row = Readonly<Record<string, unknown>>;

/** Lists of things among the facts, a table each, and whoever or whatever a fact refers to; the others stand in the sentence already. */
export function RefusedFacts({ facts }: { facts: Row }) {
  const entries = Object.entries(facts);
  const rows = entries.filter((entry): entry is [string, Row[]] => isRows(entry[1]));
  const named = entries.filter((entry): entry is [string, string] => isReference(...entry));
  return (
    <>
      {named.map(([name, id]) => (
        <p key={name}>
          {fieldWord(name, 'refusal')}：
          <Referred field={name} id={id} />
        </p>
      ))}
      {rows.map(([name, each]) => (
        <Rows key={name} rows={each} />
      ))}
    </>
  );
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Without a name it would be a link only, perhaps to this very page. */
function isReference(name: string, value: unknown): boolean {
  return typeof value === 'string' && IS_ID.test(value) && referenceOf(name).name !== undefined;
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isNaming);
}

const isNaming = (one: unknown) =>
  typeof one === 'object' &&
  one !== null &&
  Object.keys(one).some((name) => referenceOf(name).name !== undefined);

function Rows({ rows }: { rows: readonly Row[] }) {
  // A link has the title.
  const hidden = rows.some(({ findingId }) => findingId !== undefined) ? 'title' : undefined;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== hidden);
  return (
    <PlainTable label="逐项说明" tall heads={columns.map((name) => fieldWord(name, 'refusal'))}>
      {rows.map((row, index) => (
        <tr key={index}>
          {columns.map((name) => (
            <td key={name}>
              <Cell name={name} value={row[name]} />
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  );
}

const valuesOf: Readonly<Record<string, string>> = { reasons: 'RecusalReason', missing: 'fiveSeeMissing' };

function Cell({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (
      <span key={index}>
        {index > 0 && '、'}
        <Cell name={name} value={one} />
      </span>
    ));
  if (referenceOf(name).name) return <Referred field={name} id={value as string} />;
  return typeof value === 'string' || typeof value === 'number'
    ? valueWord(valuesOf[name] ?? name, `${value}`)
    : null;
}
