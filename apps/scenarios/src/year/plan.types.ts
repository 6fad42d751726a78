import type { BusinessDate, Fen } from '@xuncha/domain-kit';

/** Things of the plan are named by keys; the replay learns their ids from the answers. */
export type Key = string;

export type Role =
  | 'office'
  | 'leadingGroup'
  | 'leader'
  | 'deputy'
  | 'member'
  | 'petitionCustodian'
  | 'clueCustodian'
  | 'organCustodian'
  | 'organizationHead'
  | 'organizationLiaison';

export type OrganizationKind =
  | 'city'
  | 'county'
  | 'township'
  | 'village'
  | 'municipalUnit'
  | 'budgetUnit'
  | 'grassrootsStation'
  | 'keyProject'
  | 'stateOwnedEnterprise';

export interface Organization {
  /** The division code, or the unit's own number. */
  readonly key: Key;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Key projects, stations and other units have none (RA17-1). */
  readonly divisionCode?: string;
  readonly parent?: Key;
  readonly head: string;
  readonly headSince: BusinessDate;
}

/** Someone with an account. Roles within a team come with the team, not from here. */
export interface Person {
  readonly key: Key;
  readonly name: string;
  readonly grants: readonly { readonly role: Role; readonly organization?: Key }[];
  readonly inspector?: Inspector;
}

/** What talent keeps of a person who can be called into a team. */
export interface Inspector {
  /** Whose inspector; the city's are lent to joint teams. */
  readonly of: 'city' | 'county' | 'township';
  readonly force: Force;
  /** Where they come from; nobody inspects there (rules.md 2). */
  readonly home?: Key;
  readonly sex: 'female' | 'male';
  readonly born: BusinessDate;
  readonly rank: Rank;
  readonly specialities: readonly Speciality[];
  readonly trainings: readonly Training[];
}

/** A course somebody took; held by the site's own office, by the city, or outside (NB17-16). */
export interface Training {
  readonly course: string;
  readonly heldBy: 'site' | 'city' | 'outside';
}

export type Force = 'fullTime' | 'standing' | 'borrowed';
export type Rank = 'staff' | 'deputySection' | 'section' | 'deputyDivision' | 'division';
export type Speciality = 'discipline' | 'finance' | 'audit' | 'law' | 'engineering' | 'organization';

export type RoundKind = 'routine' | 'special' | 'mobile' | 'lookBack';
export type Way = 'comprehensive' | 'special' | 'pinpoint' | 'extended' | 'onRequest' | 'selfCheck';

export interface Round {
  readonly key: Key;
  readonly title: string;
  readonly kind: RoundKind;
  readonly ways: readonly Way[];
  readonly theme?: { readonly code: string; readonly name: string };
  readonly ledBy: 'city' | 'county' | 'township';
  /** The township whose committee leads, in a township-led round. */
  readonly leadOrganization?: Key;
  readonly joint: boolean;
  readonly cross: boolean;
  readonly batches: readonly Batch[];
  readonly examinedSince: BusinessDate;
  readonly profile: 'national-2017';
}

export interface Batch {
  readonly entersOn: BusinessDate;
  readonly leavesOn: BusinessDate;
}

export interface Team {
  readonly key: Key;
  readonly round: Key;
  /** The standing name, the same in every round. */
  readonly designation: string;
  readonly leader: Key;
  readonly deputy: Key;
  readonly members: readonly Key[];
  /** Those of them whom another level sent (RA17-6). */
  readonly lent?: readonly Key[];
}

/** Teams of one round that are composed together; their seats are named, who gets them is the composer's to find. */
export interface Composition {
  readonly key: Key;
  readonly round: Key;
  readonly teams: readonly Team[];
}

export interface Assignment {
  readonly key: Key;
  readonly round: Key;
  /** Its place among the round's batches; the first is 1. */
  readonly batch: number;
  readonly team: Team;
  readonly organizations: readonly Key[];
}

export interface Inspection {
  readonly key: Key;
  readonly assignment: Key;
  readonly organization: Key;
}

export type ActivityKind =
  | 'interview'
  | 'discussionMeeting'
  | 'phoneSpotCheck'
  | 'householdVisit'
  | 'siteSurvey'
  | 'undercoverVisit';

export interface Petition {
  readonly key: Key;
  readonly channel: 'letter' | 'call' | 'visit';
  readonly matter: string;
  /** Sealed; absent in an unnamed one. */
  readonly sender?: string;
  readonly contact?: string;
}

export interface Paper {
  readonly key: Key;
  readonly title: string;
  readonly matter: string;
  /** Corroborated: two kinds of source (HZ16-8). */
  readonly evidence: readonly {
    readonly source: 'document' | 'interview';
    readonly note: string;
  }[];
}

export interface Finding {
  readonly key: Key;
  readonly papers: readonly Key[];
  readonly title: string;
  readonly description: string;
  /** The clause it rests on (ALL-10). */
  readonly clause: string;
  /** `taxonomy:class`, of several taxonomies at once (RA17-13). */
  readonly classes: readonly string[];
  readonly amountInvolved?: Fen;
}

/** Person, matter, unit, result, accountability (NB17-15, RA17-14). */
export interface FiveSee {
  readonly person: { readonly name: string; readonly post: string };
  readonly matter: string;
  readonly unit: string;
  readonly result: string;
  readonly accountability: string;
}

export interface Item {
  readonly key: Key;
  readonly finding: Key;
  readonly measure: string;
  readonly responsible: string;
  readonly dueOn: BusinessDate;
}

export type OutcomeKind =
  | 'systemImproved'
  | 'moneyRecovered'
  | 'moneyDeposited'
  | 'incomeIncreased'
  | 'contractResigned'
  | 'accountability';

/** Money repaid in parts; every part after the first names it. */
export interface Instalment {
  readonly number: number;
  readonly of: number;
  readonly total: Fen;
  readonly first?: Key;
}

export interface Outcome {
  readonly key: Key;
  readonly item: Key;
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly amount?: Fen;
  readonly instalment?: Instalment;
  /** Invented persons; the service makes keyed pseudonyms of them. */
  readonly persons?: readonly string[];
}

export interface Hearing {
  readonly key: Key;
  readonly body: 'standingCommittee' | 'fivePersonGroup' | 'leadingGroup' | 'townshipCommittee';
  readonly rounds: readonly Key[];
  readonly decisions: readonly string[];
}

export type ClueNature = 'breach' | 'inaction' | 'personnel';

/** An organ that receives clues, and its custodian. */
export interface Organ {
  readonly organization: Key;
  readonly custodian: Key;
}

/** Where clues go, by their nature (WH17-5). */
export type Organs = Readonly<Record<ClueNature, Organ>>;

/** Who may have committed a breach; invented, and sealed wherever the system keeps it. */
export interface Suspect {
  readonly name: string;
  readonly post: string;
  /** Who it is, whatever they are called. */
  readonly identity: string;
  /** Which level may deal with a clue about them (rules.md 7). */
  readonly authority: 'county' | 'city';
}

export interface Clue {
  readonly key: Key;
  readonly finding: Key;
  readonly nature: ClueNature;
  /** Important and found while on site: handed over within a workday. */
  readonly urgent: boolean;
  readonly suspects: readonly Suspect[];
  readonly matter: string;
}

/** Clues of one inspection for one organ. */
export interface Transfer {
  readonly key: Key;
  readonly organ: Key;
  readonly clues: readonly Key[];
}

export type ClueOutcomeKind = 'filed' | 'sanction' | 'measure' | 'judicial' | 'namedPublicly';

/** What came of a clue, for persons it names. */
export interface ClueOutcome {
  readonly key: Key;
  readonly clue: Key;
  readonly kind: ClueOutcomeKind;
  readonly persons: readonly Suspect[];
}
