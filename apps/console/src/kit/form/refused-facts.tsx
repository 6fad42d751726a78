/** A refusal that is about several things names each of them: such as who must stay away from what. */
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
  return Array.isArray(value) && value.length > 0 && value.every(isNaming);
}

const isNaming = (one: unknown) =>
  typeof one === 'object' &&
  one !== null &&
  Object.keys(one).some((name) => referenceOf(name).name !== undefined);

function Rows({ rows }: { rows: readonly Row[] }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
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
