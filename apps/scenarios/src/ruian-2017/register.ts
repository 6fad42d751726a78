import { readFileSync } from 'node:fs';
import { parseDate } from '@xuncha/domain-kit';
import type { Organization, OrganizationKind } from './plan.types.js';

/** The unit of the example that hands over an idle fund. */
export const welfareHome = 'M001';
/** The project of the example whose findings are all closed. */
export const expressway = 'K001';

/** Units that the divisions do not hold (RA17-1); all invented, more of each kind than are inspected. */
const units: readonly { kind: OrganizationKind; letter: string; count: number; name: string }[] = [
  { kind: 'municipalUnit', letter: 'M', count: 60, name: '演示单位' },
  { kind: 'grassrootsStation', letter: 'S', count: 24, name: '演示站所' },
  { kind: 'keyProject', letter: 'K', count: 15, name: '演示重点工程' },
  { kind: 'stateOwnedEnterprise', letter: 'E', count: 9, name: '演示国有企业' },
];
const names: Readonly<Record<string, string>> = {
  [welfareHome]: '演示福利院',
  [expressway]: '演示高速公路工程',
};

/** The county, its townships and villages as they are, then the invented units; each has a head who is invented. */
export function makeRegister(division: string): Organization[] {
  const rows = [...divisionsOf(division), ...inventedUnits(division)];
  return rows.map((row, index) => ({
    ...row,
    head: `演示丙${String(index).padStart(4, '0')}`,
    headSince: parseDate('2016-12-01'),
  }));
}

type Unheaded = Omit<Organization, 'head' | 'headSince'>;

function divisionsOf(division: string): Unheaded[] {
  const file = new URL(`../../data/divisions-${division}.csv`, import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(',') as [code: string, name: string, level: string, parent: string])
    .filter(([code]) => code.startsWith(division))
    .map(([code, name, level, parent]) => ({
      key: code,
      divisionCode: code,
      name,
      kind: level as OrganizationKind,
      parent: code === division ? undefined : parent,
    }));
}

function inventedUnits(division: string): Unheaded[] {
  return units.flatMap(({ kind, letter, count, name }) =>
    Array.from({ length: count }, (_, index) => {
      const key = `${letter}${String(index + 1).padStart(3, '0')}`;
      return { key, name: `瑞安市${names[key] ?? `${name}${key.slice(1)}`}`, kind, parent: division };
    }),
  );
}
