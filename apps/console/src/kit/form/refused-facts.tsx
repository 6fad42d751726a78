/** A refusal that is about several things names each of them: who must stay away from what, what is wrong in which cell of a file. */
import { fieldWord, valueWord } from '../../words/words.js';
import { PlainTable } from '../plain-table.js';
import { referenceOf } from '../references.js';
import { Referred } from '../value.js';

type Row = Readonly<Record<string, unknown>>;

/** Lists of things among the facts, a table each; single facts stand in the refusal's sentence already. */
export function RefusedFacts({ facts }: { facts: Row }) {
  return Object.entries(facts)
    .filter((entry): entry is [string, Row[]] => isRows(entry[1]))
    .map(([name, rows]) => <Rows key={name} rows={rows} />);
}

function isRows(value: unknown): value is Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => (typeof one === 'object' && one !== null && 'row' in one) || isNaming(one))
  );
}

const isNaming = (one: unknown) =>
  typeof one === 'object' &&
  one !== null &&
  Object.keys(one).some((name) => referenceOf(name).name !== undefined);

function Rows({ rows }: { rows: readonly Row[] }) {
  // What is wrong in a cell is said by its text; its code is for programs.
  const hidden = new Set(rows.some(({ text }) => text !== undefined) ? ['code', 'sameAsRow'] : ['sameAsRow']);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !hidden.has(name));
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
    ? valueWord(name === 'reasons' ? 'RecusalReason' : name, `${value}`)
    : null;
}
