import { parseDate } from '@xuncha/domain-kit';
import type { Organization } from '../year/plan.types.js';
import {
  divisionsOf,
  inventedUnits,
  organUnits,
  withHeads,
  type Invented,
  type Unheaded,
} from '../year/register.js';

/** The unit of the example that hands over an idle fund. */
export const welfareHome = 'M001';
/** The project of the example whose findings are all closed. */
export const expressway = 'K001';

/** Units that the divisions do not hold (RA17-1); all invented, more of each kind than are inspected. */
const units: readonly Invented[] = [
  { kind: 'municipalUnit', letter: 'M', count: 60, name: '瑞安市演示单位' },
  { kind: 'grassrootsStation', letter: 'S', count: 24, name: '瑞安市演示站所' },
  { kind: 'keyProject', letter: 'K', count: 15, name: '瑞安市演示重点工程' },
  { kind: 'stateOwnedEnterprise', letter: 'E', count: 9, name: '瑞安市演示国有企业' },
];
const names: Readonly<Record<string, string>> = {
  [welfareHome]: '瑞安市演示福利院',
  [expressway]: '瑞安市演示高速公路工程',
};

/** The county, its townships and villages as they are, then the invented units and the organs. */
export function makeRegister(division: string): Organization[] {
  const invented = units.flatMap((unit) => inventedUnits(unit, division)).map(named);
  const rows = [...divisionsOf(`divisions-${division}.csv`, division), ...invented, ...organUnits(division)];
  return withHeads(rows, parseDate('2016-12-01'));
}

function named(row: Unheaded): Unheaded {
  return { ...row, name: names[row.key] ?? row.name };
}
