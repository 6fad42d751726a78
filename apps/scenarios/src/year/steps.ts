import type { BusinessDate } from '@xuncha/domain-kit';
import type {
  ActivityKind,
  Assignment,
  Clue,
  ClueNature,
  ClueOutcome,
  Composition,
  Finding,
  FiveSee,
  Hearing,
  Inspection,
  Inspector,
  Item,
  Key,
  Organization,
  Organs,
  Outcome,
  Paper,
  Person,
  Petition,
  Role,
  Round,
  Suspect,
  Team,
  Training,
  Transfer,
} from './plan.types.js';

/**
 * What is done, in the order of lifecycle.md; one act is one command. A step that makes a thing carries it; later steps name
 * its key.
 */
export type Act = PlanningAct | TalentAct | OnsiteAct | ClueAct | RectificationAct | LinkageAct;

export type PlanningAct =
  | { act: 'proposeTerm'; from: BusinessDate; until: BusinessDate }
  | { act: 'approveTerm' }
  | { act: 'draftRound'; round: Round }
  | { act: 'submitRound'; round: Key }
  | { act: 'returnRound'; round: Key; opinion: string }
  | { act: 'approveRound'; round: Key; opinion: string }
  | { act: 'startTeaming'; round: Key }
  | { act: 'planAssignment'; assignment: Assignment }
  | { act: 'issueAssignment'; assignment: Key }
  | { act: 'cancelAssignment'; assignment: Key; reason: string }
  | { act: 'openArchive'; round: Key; assignment: Key }
  | { act: 'holdHearing'; hearing: Hearing }
  | { act: 'closeRound'; round: Key };

export type TalentAct =
  | { act: 'registerInspector'; person: Key; inspector: Inspector }
  | { act: 'trainInspector'; person: Key; training: Training }
  | { act: 'poolInspector'; person: Key }
  | { act: 'proposeTeam'; team: Team }
  | { act: 'composeTeams'; composition: Composition }
  | { act: 'proposeComposed'; composition: Key }
  | { act: 'checkTeam'; team: Team }
  | { act: 'authorizeTeam'; team: Team };

export type OnsiteAct =
  | { act: 'enter'; inspection: Inspection }
  | { act: 'investigate'; inspection: Key }
  | { act: 'askMaterial'; inspection: Key; title: string; dueOn: BusinessDate }
  | { act: 'supplyMaterial'; inspection: Key; copies: number }
  | { act: 'receiveMaterial'; inspection: Key }
  | { act: 'recordActivities'; inspection: Key; key: Key; kind: ActivityKind; titles: readonly string[] }
  | { act: 'receivePetition'; inspection: Key; petition: Petition }
  | { act: 'screenPetition'; petition: Key }
  | { act: 'assignPetition'; petition: Key; to: Key }
  | { act: 'verifyPetition'; petition: Key; result: string }
  | { act: 'answerPetition'; petition: Key; answer: string }
  | { act: 'closePetition'; petition: Key }
  | { act: 'draftPaper'; inspection: Key; paper: Paper }
  | { act: 'returnPaper'; paper: Key; opinion: string }
  | { act: 'revisePaper'; paper: Paper }
  | { act: 'reviewPaper'; paper: Key }
  | { act: 'signPaper'; paper: Key }
  | { act: 'confirmFinding'; inspection: Key; finding: Finding }
  | { act: 'mergeFinding'; finding: Key; into: Key; reason: string }
  | { act: 'dropFinding'; finding: Key; reason: string }
  | { act: 'orderImmediate'; finding: Key; dueOn: BusinessDate }
  | { act: 'raiseClue'; inspection: Key; clue: Clue }
  | { act: 'leaveSite'; inspection: Key }
  | { act: 'startDrafting'; inspection: Key }
  | { act: 'submitReport'; inspection: Key; findings: readonly { finding: Key; fiveSee: FiveSee }[] }
  | { act: 'returnReport'; inspection: Key; opinion: string }
  | { act: 'resubmitReport'; inspection: Key }
  | { act: 'reviewReport'; inspection: Key }
  | { act: 'hearReport'; inspection: Key; hearing: Key }
  | { act: 'decide'; inspection: Key; findings: readonly Decided[]; decision: string }
  | { act: 'prepareFeedback'; inspection: Key; opinion: string }
  | { act: 'presentFeedback'; inspection: Key }
  | { act: 'signFeedback'; inspection: Key }
  | { act: 'archive'; inspection: Key };

/** Matter and persons are disposed of separately (HZ16-16). */
export interface Decided {
  readonly finding: Key;
  readonly clueTransfer: boolean;
}

/** Sites of the same rehearsal are named by what it calls them. */
export type LinkageAct =
  | { act: 'proposePeer'; city: Key }
  | { act: 'acceptPeer'; county: Key }
  | { act: 'sendStatistics'; from: BusinessDate; to: BusinessDate };

export type ClueAct =
  | { act: 'setRouting'; level: 'county' | 'city'; organs: Organs }
  | { act: 'screenClue'; clue: Key; nature: ClueNature; suspects: readonly Suspect[] }
  | { act: 'moveClueUp'; clue: Key }
  | { act: 'mergeClue'; clue: Key; into: Key }
  | { act: 'draftTransfer'; transfer: Transfer }
  | { act: 'leadTransfer'; transfer: Key }
  | { act: 'passTransfer'; transfer: Key }
  | { act: 'approveTransfer'; transfer: Key }
  | { act: 'deliverTransfer'; transfer: Key }
  | { act: 'receiveTransfer'; transfer: Key }
  | { act: 'disposeClue'; clue: Key; disposition: Disposition; until?: BusinessDate }
  | { act: 'recordClueOutcome'; outcome: ClueOutcome }
  | { act: 'concludeClue'; clue: Key };

export type Disposition = 'inquiry' | 'preliminaryVerification' | 'held' | 'closedWithoutAction';

/** The case is that of the inspection. */
export type RectificationAct =
  | { act: 'draftPlan'; inspection: Key; items: readonly Item[] }
  | { act: 'signPlan'; inspection: Key }
  | { act: 'returnPlan'; inspection: Key; opinions: string }
  | { act: 'receiveOpinions'; inspection: Key }
  | { act: 'acceptPlan'; inspection: Key }
  | { act: 'planItem'; item: Item }
  | { act: 'startItem'; item: Key }
  | { act: 'submitItem'; item: Key; evidence: string; result: FiveSee }
  | { act: 'returnItem'; item: Key; opinion: string }
  | { act: 'closeItem'; item: Key }
  | { act: 'reopenItem'; item: Key; because: 'lookBack' | 'evaluation'; opinion: string; lookBack?: Key }
  | { act: 'keepItemLongTerm'; item: Key; reason: string }
  | { act: 'recordOutcome'; outcome: Outcome }
  | { act: 'draftCaseReport'; inspection: Key; text: string }
  | { act: 'signCaseReport'; inspection: Key }
  | { act: 'submitHeadReport'; inspection: Key; text: string }
  | { act: 'giveReview'; inspection: Key; body: ReviewBody; opinion: string; reviewer: string }
  | { act: 'assessCase'; inspection: Key; score: number; grade: 'good' | 'fair' | 'poor' }
  | { act: 'closeCase'; inspection: Key }
  | { act: 'draftAdvice'; organization: Key; subject: string }
  | { act: 'sendAdvice'; organization: Key; dueOn: BusinessDate };

type ReviewBody = 'office' | 'disciplineOrgan' | 'organizationDepartment';

/** Who does what on which day, in which role. */
export type Step<A extends Act = Act> = A & {
  readonly on: BusinessDate;
  readonly by: Key;
  readonly as: Role;
};
export type StepOf<A extends Act['act']> = Extract<Step, { act: A }>;

/**
 * Steps that follow one another. Tracks are played side by side: what a step needs of another track was done on an earlier
 * day, so that the tracks of one day can run at once.
 */
export interface Track {
  readonly key: Key;
  readonly steps: readonly Step[];
}

/** A whole year as plain data. */
export interface Plan {
  readonly siteName: string;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
  readonly organizations: readonly Organization[];
  readonly people: readonly Person[];
  readonly tracks: readonly Track[];
  /** On the last day, once all else has had its effect everywhere. */
  readonly finale?: Track;
}
