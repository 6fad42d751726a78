/**
 * What a figure is: a sentence in Chinese and, for every record, what of it counts. Pure: a record and what it hangs together with in,
 * contributions out. The definitions themselves are beside, a file per service, in the words of apps/scenarios/FIGURES.md.
 */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { CountedRecord, RecordKind, Surroundings } from '../record/record.js';

/** By which of its days a contribution belongs to a period. */
export type Dating =
  /** It counts on its day. */
  | 'each'
  /** What is counted counts once for ever, on its first day. */
  | 'first'
  /** It counts where it stands on the last day of the period. */
  | 'standing'
  /** It was worked out for exactly this period, by a county. */
  | 'handedUp';

/** How contributions make a value. */
export type Tally =
  /** Distinct units. */
  | 'units'
  /** The sum of the amounts. */
  | 'amounts'
  /** Distinct units per team: the number that all teams share, the lowest, the highest. */
  | 'alike'
  | 'fewest'
  | 'most';

export interface Contribution {
  /** What is counted once however often it occurs: the record itself, an organization, a person's pseudonym, a team's designation. */
  readonly unit: string;
  readonly on: BusinessDate;
  /** The first day on which it holds no more. */
  readonly until?: BusinessDate | undefined;
  /** Where teams are counted one by one. */
  readonly team?: string;
  readonly amount?: number;
}

export interface Indicator {
  readonly id: string;
  /** What exactly is counted, as a leader may read it. */
  readonly sentence: string;
  readonly of: RecordKind;
  readonly measure: 'count' | 'fen';
  readonly tally: Tally;
  readonly dating: Dating;
  contributions(record: CountedRecord, around: Surroundings): readonly Contribution[];
}

/** A figure made of other figures; its records are those of the parts that it opens to. */
export interface Composed {
  readonly id: string;
  readonly sentence: string;
  readonly measure: 'count' | 'percent';
  readonly parts: readonly string[];
  readonly opensTo: readonly string[];
  /** Undefined where there is nothing to show. */
  value(values: ReadonlyMap<string, number>): number | undefined;
}

export type Condition = (record: CountedRecord, around: Surroundings) => boolean;
interface Definition {
  readonly sentence: string;
  readonly of: RecordKind;
  readonly where: readonly Condition[];
}
type Contributions = Indicator['contributions'];

/** Counts distinct units of the records that fulfil every condition; without `units`, the records themselves, on their day. */
export function count(
  id: string,
  definition: Definition & {
    units?: (record: CountedRecord, around: Surroundings) => readonly string[];
    on?: (record: CountedRecord, around: Surroundings) => BusinessDate;
    dating?: Dating;
  },
): Indicator {
  const { units = (record) => [record.id], on = (record) => record.on } = definition;
  return countEach(id, {
    ...definition,
    contributions: (record, around) =>
      units(record, around).map((unit) => ({ unit, on: on(record, around) })),
  });
}

/** Counts distinct units that each have a day of their own. */
export function countEach(
  id: string,
  definition: Definition & { contributions: Contributions; dating?: Dating; tally?: Tally },
): Indicator {
  const { sentence, of, contributions, dating = 'each', tally = 'units' } = definition;
  return {
    id,
    sentence,
    of,
    measure: 'count',
    tally,
    dating,
    contributions: fulfilling(definition.where, contributions),
  };
}

/** Sums the money of the records that fulfil every condition. */
export function sum(id: string, { sentence, of, where }: Definition): Indicator {
  const money: Contributions = ({ id: unit, on, traits: { amount } }) =>
    amount ? [{ unit, on, amount }] : [];
  const contributions = fulfilling(where, money);
  return { id, sentence, of, measure: 'fen', tally: 'amounts', dating: 'each', contributions };
}

/** Counts the records that stand on the last day of the period as one of these. */
export function standing(
  id: string,
  { sentence, of, as }: Omit<Definition, 'where'> & { as: readonly string[] },
): Indicator {
  return countEach(id, {
    sentence,
    of,
    where: [],
    dating: 'standing',
    contributions: ({ id: unit, traits }) =>
      (traits.spans ?? [])
        .filter((span) => as.includes(span.as))
        .map(({ from, until }) => ({ unit, on: from, until: until ?? undefined })),
  });
}

function fulfilling(where: readonly Condition[], contributions: Contributions): Contributions {
  return (record, around) =>
    where.every((holds) => holds(record, around)) ? contributions(record, around) : [];
}

/** What is shown of an indicator, from its units and amounts per team; undefined where there is nothing to show. */
export function valueOf(
  { tally, dating }: Pick<Indicator, 'tally' | 'dating'>,
  teams: readonly { readonly units: number; readonly amount: number }[],
): number | undefined {
  const units = teams.map((team) => team.units);
  if (teams.length === 0)
    return dating !== 'handedUp' && (tally === 'units' || tally === 'amounts') ? 0 : undefined;
  switch (tally) {
    case 'units':
      return units.reduce((total, some) => total + some, 0);
    case 'amounts':
      return teams.reduce((total, { amount }) => total + amount, 0);
    case 'alike':
      return new Set(units).size === 1 ? units[0] : undefined;
    case 'fewest':
      return Math.min(...units);
    case 'most':
      return Math.max(...units);
  }
}
