/**
 * What a figure is: a sentence in Chinese and, for every record, what of it counts. Pure: a record and what it hangs together with in,
 * contributions out. The definitions themselves are in `definitions.ts`, in the words of apps/scenarios/FIGURES.md.
 */
import type { RoundTraits } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';

/** Which aggregate a record is of; the same names as in events. */
export type RecordKind =
  | 'planning.organization'
  | 'planning.round'
  | 'planning.assignment'
  | 'planning.hearing'
  | 'onsite.inspection'
  | 'onsite.activity'
  | 'onsite.finding'
  | 'rectification.case'
  | 'rectification.item'
  | 'rectification.outcome';

/** Everything insight keeps of one record: ids, state, dates, and what its own events said of it. */
export interface CountedRecord {
  readonly id: Id;
  readonly kind: RecordKind;
  readonly organizationId: Id | null;
  readonly roundId: Id | null;
  /** The record it hangs on: an inspection's assignment, an item's or outcome's finding. */
  readonly parentId: Id | null;
  readonly state: string;
  /** The business date that figures go by. */
  readonly on: BusinessDate;
  readonly traits: Traits;
}

/** What only some kinds have. */
export interface Traits {
  readonly round?: RoundTraits;
  readonly designation?: string;
  /** Kinds of an assignment's organizations, as the register had them when it was issued. */
  readonly organizationKinds?: Readonly<Record<Id, string>>;
  readonly classes?: readonly string[];
  /** Fen. */
  readonly amount?: number | null;
  readonly outcomeKind?: string;
  readonly activityKind?: string;
  readonly persons?: readonly string[];
  readonly hearingBody?: string;
  readonly organizationKind?: string;
}

/** The records around one: those that its contribution depends on. Null: not heard of yet. */
export interface Surroundings {
  readonly round: CountedRecord | null;
  readonly parent: CountedRecord | null;
  readonly children: readonly CountedRecord[];
}

export interface Contribution {
  /** What is counted once however often it occurs: the record itself, an organization, a person's pseudonym, a team's designation. */
  readonly unit: string;
  readonly on: BusinessDate;
  /** Fen; 0 where nothing is summed. */
  readonly amount: number;
}

export interface Indicator {
  readonly id: string;
  /** What exactly is counted, as a leader may read it. */
  readonly sentence: string;
  readonly of: RecordKind;
  readonly measure: 'count' | 'fen';
  contributions(record: CountedRecord, around: Surroundings): readonly Contribution[];
}

type Condition = (record: CountedRecord, around: Surroundings) => boolean;

/** Counts distinct units of the records that fulfil every condition; without `units`, the records themselves. */
export function count(
  id: string,
  definition: {
    sentence: string;
    of: RecordKind;
    where: readonly Condition[];
    units?: (record: CountedRecord, around: Surroundings) => readonly string[];
    on?: (record: CountedRecord, around: Surroundings) => BusinessDate;
  },
): Indicator {
  const { sentence, of, where, units = (record) => [record.id], on = (record) => record.on } = definition;
  return {
    id,
    sentence,
    of,
    measure: 'count',
    contributions: (record, around) =>
      where.every((holds) => holds(record, around))
        ? units(record, around).map((unit) => ({ unit, on: on(record, around), amount: 0 }))
        : [],
  };
}

/** Sums the money of the records that fulfil every condition. */
export function sum(
  id: string,
  definition: { sentence: string; of: RecordKind; where: readonly Condition[] },
): Indicator {
  const { sentence, of, where } = definition;
  return {
    id,
    sentence,
    of,
    measure: 'fen',
    contributions: (record, around) =>
      record.traits.amount && where.every((holds) => holds(record, around))
        ? [{ unit: record.id, on: record.on, amount: record.traits.amount }]
        : [],
  };
}
