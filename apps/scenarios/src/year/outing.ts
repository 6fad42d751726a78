/** What a campaign of the year becomes: a round, its assignments, and a visit for every organization in them. */
import { parseDate, type BusinessDate } from '@xuncha/domain-kit';
import { chunks, grouped } from '../chance.js';
import { shift, type Span } from './calendar.js';
import type {
  ActivityKind,
  Assignment,
  Inspection,
  Key,
  Organization,
  Round,
  RoundKind,
  Team,
  Way,
} from './plan.types.js';

/** The days of one campaign, from the first draft to the last close-out. */
export interface Timetable {
  readonly draftedOn: BusinessDate;
  readonly approvedOn: BusinessDate;
  readonly issuedOn: BusinessDate;
  readonly batches: readonly { readonly enter: Span; readonly leave: Span }[];
  /** When the package of reports is heard; the decision follows two workdays later. */
  readonly heardOn: BusinessDate;
  readonly feedback: Span;
  /** What follows where the year is long enough for it; otherwise rectification is still underway at its end. */
  readonly rectification?: {
    /** Ordinary items are settled by then. */
    readonly itemsBy: BusinessDate;
    readonly reports: Span;
    readonly closedOn: BusinessDate;
    /** The joint review of the two reports comes in the next year. */
    readonly reviewedLater?: true;
  };
}

/** A timetable that keeps the deadlines of `national-2017`, by workdays from the draft and from the feedback. */
export function laidOut(draftedOn: BusinessDate): Timetable {
  const at = (workdays: number) => shift(draftedOn, workdays);
  const feedback: Span = [at(48), at(54)];
  const after = (workdays: number) => shift(feedback[0], workdays);
  return {
    draftedOn,
    approvedOn: at(5),
    issuedOn: at(11),
    batches: [{ enter: [at(16), at(18)], leave: [at(34), at(36)] }],
    heardOn: at(44),
    feedback,
    rectification: { itemsBy: after(33), reports: [after(34), after(37)], closedOn: after(50) },
  };
}

export interface Campaign extends Timetable {
  readonly title: string;
  readonly kind: RoundKind;
  readonly ways: readonly Way[];
  readonly theme?: { readonly code: string; readonly name: string };
  readonly joint?: true;
  readonly cross?: true;
  /** Unless the county's committee sends the teams. */
  readonly ledBy?: 'city';
}

/** One round with everything that was issued in it. */
export interface Outing {
  /** Which of the year's campaigns; several rounds may be of one. */
  readonly campaignKey: string;
  readonly campaign: Campaign;
  readonly round: Round;
  readonly assignments: readonly Assignment[];
  readonly visits: readonly Visit[];
  /** The session that heard the package of reports. */
  readonly hearing: Key;
}

/** One inspection with whom and what it joins. */
export interface Visit {
  readonly inspection: Inspection;
  readonly organization: Organization;
  readonly team: Team;
  readonly round: Round;
  readonly campaignKey: string;
  readonly campaign: Campaign;
  /** Index of the batch in the campaign's timetable. */
  readonly batch: number;
}

/** What a team does on site at one organization; so many of a kind. */
export interface Activities {
  readonly kind: ActivityKind;
  readonly count: number;
}

/** What one assignment takes: neighbours or units of a kind, which enter together. */
export interface Group {
  readonly batch: number;
  readonly organizations: readonly Organization[];
  /** The township it lies in; unset outside the villages. */
  readonly township?: Key;
}

export function makeRound(key: Key, campaign: Campaign, lead?: Organization): Round {
  const { title, kind, ways, theme, joint, cross, ledBy, batches } = campaign;
  return {
    key,
    title: lead ? `${lead.name}${title}` : title,
    kind,
    ways,
    theme,
    ledBy: lead ? 'township' : (ledBy ?? 'county'),
    leadOrganization: lead?.key,
    joint: joint ?? false,
    cross: cross ?? false,
    batches: batches.map(({ enter, leave }) => ({ entersOn: enter[0], leavesOn: leave[1] })),
    examinedSince: parseDate('2012-12-01'),
    profile: 'national-2017',
  };
}

export function makeAssignment(round: Round, group: Group, team: Team, index: number): Assignment {
  return {
    key: `${round.key}/assignment-${index + 1}`,
    round: round.key,
    batch: group.batch + 1,
    team,
    organizations: group.organizations.map((row) => row.key),
  };
}

export function makeOuting(
  told: Pick<Outing, 'campaignKey' | 'campaign' | 'round' | 'assignments' | 'hearing'>,
  organizations: readonly Organization[],
): Outing {
  const { round, campaignKey, campaign } = told;
  const byKey = new Map(organizations.map((row) => [row.key, row]));
  const visits = told.assignments.flatMap((assignment) =>
    assignment.organizations.map((key) => ({
      inspection: { key: `${round.key}/${key}`, assignment: assignment.key, organization: key },
      organization: byKey.get(key)!,
      team: assignment.team,
      round,
      campaignKey,
      campaign,
      batch: assignment.batch - 1,
    })),
  );
  return { ...told, visits };
}

/** Assignments' shares: a township and its villages together (ALL-10), or units of one kind. */
export function groupsOf(
  batches: readonly (readonly Organization[])[],
  sizeFor: (kind: string) => number,
): Group[] {
  return batches.flatMap((organizations, batch) =>
    grouped(organizations, (row) => townshipOf(row) ?? `${row.kind} of ${row.parent}`).flatMap((rows) =>
      chunks(rows, sizeFor(rows[0]!.kind)).map((part) => ({
        batch,
        organizations: part,
        township: townshipOf(part[0]!),
      })),
    ),
  );
}

export function townshipOf(row: Organization): Key | undefined {
  if (row.kind === 'township') return row.key;
  return row.kind === 'village' ? row.parent : undefined;
}
