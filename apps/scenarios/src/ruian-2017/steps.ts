import type { BusinessDate } from '@xuncha/domain-kit';
import type {
  ActivityKind,
  Assignment,
  Finding,
  FiveSee,
  Hearing,
  Inspection,
  Item,
  Key,
  Organization,
  Outcome,
  Paper,
  Person,
  Petition,
  Role,
  Round,
  Taxonomy,
  Team,
} from './plan.types.js';

/** What is done, in the order of lifecycle.md. A step that makes a thing carries it; later steps name its key. */
export type Act =
  // planning
  | { act: 'importRegister' }
  | { act: 'draftTerm'; from: BusinessDate; until: BusinessDate }
  | { act: 'approveTerm' }
  | { act: 'draftRound'; round: Round }
  | { act: 'submitRound'; round: Key }
  | { act: 'returnRound'; round: Key; opinion: string }
  | { act: 'approveRound'; round: Key; opinion: string }
  | { act: 'formTeam'; team: Team }
  | { act: 'planAssignment'; assignment: Assignment }
  | { act: 'issueAssignment'; assignment: Key }
  | { act: 'cancelAssignment'; assignment: Key; reason: string }
  | { act: 'holdHearing'; hearing: Hearing }
  | { act: 'closeRound'; round: Key }
  // onsite
  | { act: 'publishTaxonomy'; taxonomy: Taxonomy }
  | { act: 'enter'; inspection: Inspection }
  | { act: 'investigate'; inspection: Key }
  | { act: 'recordActivity'; inspection: Key; activity: Key; kind: ActivityKind; title: string }
  | { act: 'receivePetition'; inspection: Key; petition: Petition }
  | { act: 'screenPetition'; petition: Key }
  | { act: 'assignPetition'; petition: Key; to: Key }
  | { act: 'verifyPetition'; petition: Key; result: string }
  | { act: 'answerPetition'; petition: Key; answer: string }
  | { act: 'closePetition'; petition: Key }
  | { act: 'draftPaper'; inspection: Key; paper: Paper }
  | { act: 'returnPaper'; paper: Key; opinion: string }
  | { act: 'revisePaper'; paper: Key }
  | { act: 'reviewPaper'; paper: Key }
  | { act: 'signPaper'; paper: Key }
  | { act: 'confirmFinding'; inspection: Key; finding: Finding }
  | { act: 'mergeFinding'; finding: Key; into: Key; reason: string }
  | { act: 'dropFinding'; finding: Key; reason: string }
  | { act: 'orderImmediate'; item: Item }
  | { act: 'leaveSite'; inspection: Key }
  | { act: 'draftReport'; inspection: Key; findings: readonly { finding: Key; fiveSee: FiveSee }[] }
  | { act: 'returnReport'; inspection: Key; opinion: string }
  | { act: 'reviseReport'; inspection: Key }
  | { act: 'reviewReport'; inspection: Key }
  | { act: 'hearReport'; inspection: Key; hearing: Key }
  | { act: 'decide'; inspection: Key; hearing: Key; decision: string }
  | { act: 'deliverFeedback'; inspection: Key }
  | { act: 'signFeedback'; inspection: Key }
  // rectification; the case is that of the inspection
  | { act: 'submitPlan'; inspection: Key; signedBy: Key; items: readonly Item[] }
  | { act: 'returnPlan'; inspection: Key; opinions: string }
  | { act: 'resubmitPlan'; inspection: Key; signedBy: Key }
  | { act: 'acceptPlan'; inspection: Key }
  | { act: 'startItem'; item: Key }
  | { act: 'submitItem'; item: Key; evidence: string; result: FiveSee }
  | { act: 'returnItem'; item: Key; opinion: string }
  | { act: 'closeItem'; item: Key }
  | { act: 'reopenItem'; item: Key; because: 'lookBack' | 'evaluation'; lookBack?: Key }
  | { act: 'keepItemLongTerm'; item: Key; reason: string }
  | { act: 'recordOutcome'; outcome: Outcome }
  | { act: 'submitOrganizationReport'; inspection: Key; signedBy: Key }
  | { act: 'submitHeadReport'; inspection: Key }
  | { act: 'reviewReports'; inspection: Key; opinion: string }
  | { act: 'assessCase'; inspection: Key; score: number; grade: 'good' | 'fair' | 'poor' }
  | { act: 'closeCase'; inspection: Key };

/** Who does what on which day, in which role. */
export type Step = Act & { readonly on: BusinessDate; readonly by: Key; readonly as: Role };
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
  readonly seed: number;
  readonly scale: number;
  readonly division: string;
  readonly siteName: string;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
  readonly organizations: readonly Organization[];
  readonly people: readonly Person[];
  readonly tracks: readonly Track[];
}
