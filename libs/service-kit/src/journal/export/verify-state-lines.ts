/** Holds the rows of an export against the last versions that its journal tells. */
import { hash } from 'node:crypto';
import { rowTextIn } from './format.js';
import type { LastVersions } from './last-versions.js';

export interface LastRow {
  readonly aggregate: string;
  readonly version: number;
  readonly rowHash: Buffer;
}

interface Row {
  readonly id: string;
  readonly site: string;
}

export function* stateFindings(lines: Iterable<Buffer>, site: string, last: LastVersions): Generator<string> {
  let before = '';
  for (const line of lines) {
    const [aggregate, row] = JSON.parse(line.toString()) as [string, Row];
    const place = `${aggregate} ${row.id}`;
    if (place <= before) yield `the row of ${place} does not stand where it belongs`;
    before = place;
    const known = last.take(row.id.replaceAll('-', ''));
    if (!known || known.aggregate !== aggregate || row.site !== site) {
      yield `no journal row tells of ${place}`;
      continue;
    }
    if (hash('sha256', rowTextIn(line, aggregate), 'buffer').equals(known.rowHash)) continue;
    yield `the row of ${place} is not what version ${known.version} left`;
  }
  for (const [aggregate, id] of last.left()) yield `the row of ${aggregate} ${id} is missing`;
}
