/** What insight keeps of a record, and the records around it that its contributions depend on. */
import type { AuthorizedMember, Force, OrganizationKind, RoundTraits } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';

/** Which aggregate a record is of; the same names as in events. */
export type RecordKind =
  | 'planning.organization'
  | 'planning.round'
  | 'planning.assignment'
  | 'planning.hearing'
  | 'talent.inspector'
  | 'talent.team'
  | 'onsite.inspection'
  | 'onsite.activity'
  | 'onsite.finding'
  | 'clues.clue'
  | 'clues.outcome'
  | 'rectification.item'
  | 'rectification.outcome'
  | 'linkage.statistics';

/** Everything insight keeps of one record: ids, state, dates, and what events said of it. */
export interface CountedRecord {
  readonly id: Id;
  readonly kind: RecordKind;
  readonly organizationId: Id | null;
  readonly roundId: Id | null;
  /** The record it hangs on: an inspection's assignment, an assignment's team, an item's or outcome's finding, an outcome's clue. */
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
  /** As what it stood in a register or pool, and for how long. */
  readonly spans?: readonly Span<OrganizationKind | Force>[];
  readonly members?: readonly Member[];
  readonly trainings?: readonly { readonly heldBy: string; readonly on: BusinessDate }[];
  readonly promotions?: readonly Promotion[];
  readonly clue?: ClueTraits;
  readonly adjustsPost?: boolean;
  readonly statistics?: Statistics;
}

export interface Span<Kind extends string = string> {
  readonly as: Kind;
  readonly from: BusinessDate;
  /** The first day on which it was so no more; null: it still is. */
  readonly until: BusinessDate | null;
}
/** Of a team, also after somebody else took the place. */
export interface Member extends AuthorizedMember {
  readonly since: BusinessDate;
  readonly until: BusinessDate | null;
}
export interface Promotion {
  readonly rank: string;
  readonly afterInspectionPost: boolean;
  readonly on: BusinessDate;
}
/** Told by several aggregates, in any order; a day is the first one where there are several. */
export interface ClueTraits {
  readonly raisedOn?: BusinessDate;
  readonly deliveredOn?: BusinessDate;
  readonly receivedOn?: BusinessDate;
  readonly concludedOn?: BusinessDate;
  /** It is counted through the other. */
  readonly isMerged?: boolean;
  /** It was raised in a county's site, and no round of this one led to it. */
  readonly isFromCounty?: boolean;
}
export interface Statistics {
  readonly fromSite: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Of two for one period the higher number holds. */
  readonly number: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** The records around one: those that its contributions depend on. Null: not heard of yet. */
export interface Surroundings {
  readonly round: CountedRecord | null;
  readonly parent: CountedRecord | null;
  /** Who inspects: for inspections. */
  readonly team: CountedRecord | null;
  /** A finding's items; for an outcome of a clue, all outcomes of that clue. */
  readonly related: readonly CountedRecord[];
}

/** Of no organization, in no round, on no other record. */
export const NOWHERE = { organizationId: null, roundId: null, parentId: null } as const;

/** Events of one aggregate come in order, so its first one has been here. */
export function known(record: CountedRecord | null): CountedRecord {
  if (!record) throw new Error('a later event of a record that was never announced');
  return record;
}
