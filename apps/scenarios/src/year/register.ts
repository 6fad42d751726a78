/** Registers of replays: real divisions, and units that the divisions do not hold; each has a head who is invented. */
import { readFileSync } from 'node:fs';
import type { BusinessDate } from '@xuncha/domain-kit';
import type { ClueNature, Key, Organization, OrganizationKind } from './plan.types.js';

export type Unheaded = Omit<Organization, 'head' | 'headSince'>;

/** The rows of a division and of all below it; its own row has no parent. */
export function divisionsOf(file: string, division: string): Unheaded[] {
  const rows = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
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

/** Units of one kind under one parent, numbered from a letter (RA17-1); all invented. */
export interface Invented {
  readonly kind: OrganizationKind;
  readonly letter: string;
  readonly count: number;
  readonly name: string;
}

export function inventedUnits({ kind, letter, count, name }: Invented, parent: Key): Unheaded[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return { key: letter + number, name: name + number, kind, parent };
  });
}

/** Organs that receive clues, by what they are responsible for (WH17-5); they are not inspected in a replay. */
export const organKeys: Readonly<Record<ClueNature, Key>> = {
  breach: 'O001',
  inaction: 'O002',
  personnel: 'O003',
};
const organNames: Readonly<Record<ClueNature, string>> = {
  breach: '演示纪检监察机关',
  inaction: '演示问责办公室',
  personnel: '演示组织部',
};

export function organUnits(parent: Key): Unheaded[] {
  return Object.entries(organKeys).map(([nature, key]) => ({
    key,
    name: organNames[nature as ClueNature],
    kind: 'municipalUnit',
    parent,
  }));
}

export function isOrgan({ key }: Pick<Organization, 'key'>): boolean {
  return Object.values(organKeys).includes(key);
}

export function withHeads(rows: readonly Unheaded[], headSince: BusinessDate): Organization[] {
  return rows.map((row, index) => ({
    ...row,
    head: `演示丙${String(index).padStart(4, '0')}`,
    headSince,
  }));
}

/** As planning's import takes it. */
export function registerFile(organizations: readonly Organization[]): string {
  const rows = organizations.map(({ key, name, kind, parent, divisionCode, head, headSince }) => [
    key,
    name,
    kind,
    parent,
    divisionCode,
    head,
    headSince,
  ]);
  const header = ['code', 'name', 'kind', 'parentCode', 'divisionCode', 'head', 'headSince'];
  return `${[header, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n')}\n`;
}
