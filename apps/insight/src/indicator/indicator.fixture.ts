/** Records as insight keeps them, for tests of definitions. */
import type { RoundTraits } from '@xuncha/contracts';
import { parseDate } from '@xuncha/domain-kit';
import type { CountedRecord, RecordKind, Surroundings, Traits } from '../record/record.js';
import { indicators } from './definitions.js';

export const day = (text: string) => parseDate(text);
export const entryDay = day('2017-05-04');

const roundTraits = (more: Partial<RoundTraits>): RoundTraits => ({
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  ...more,
});
export const record = (
  kind: RecordKind,
  traits: Traits = {},
  more: Partial<CountedRecord> = {},
): CountedRecord => ({
  id: 'record',
  kind,
  organizationId: 'organization',
  roundId: 'round',
  parentId: 'parent',
  state: 'recorded',
  on: entryDay,
  traits,
  ...more,
});
export const around = (round: Partial<RoundTraits> = {}, more: Partial<Surroundings> = {}): Surroundings => ({
  round: record('planning.round', { round: roundTraits(round) }, { id: 'round' }),
  parent: null,
  team: null,
  related: [],
  ...more,
});
export const nothingAround: Surroundings = { round: null, parent: null, team: null, related: [] };

export const counted = (id: string, one: CountedRecord, its: Surroundings = around()) =>
  indicators.find((indicator) => indicator.id === id)!.contributions(one, its);
export const units = (id: string, one: CountedRecord, its?: Surroundings) =>
  counted(id, one, its).map(({ unit }) => unit);
