/** What an organization hands in for review: evidence and the actual five-see of the result, bound together with the measure by one hash. */
import type { HandedInAs, ItemEvidence, ItemResult, SeenEvidence } from '@xuncha/contracts';
import { canonicalHash, refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Person } from '../person/person.js';

export interface HandedIn {
  readonly evidence: ItemEvidence[];
  readonly result: ItemResult;
}
export interface Submission extends HandedIn {
  /** Of all that a reviewer sees. */
  readonly hash: string;
  readonly on: BusinessDate;
  readonly by: Id;
  /** When it was received, on the clock of the site; ISO. Not noted of what was handed in long ago. */
  readonly at?: string;
  readonly as?: HandedInAs;
}

/** The day of an act, and the moment at which the system received it. */
export interface When {
  readonly on: BusinessDate;
  readonly at: Date;
}

const fiveSee = ['person', 'matter', 'unit', 'result', 'accountability'] as const;

export function handIn(
  { measure, responsible }: { measure: string | null; responsible: string | null },
  { evidence, result }: HandedIn,
  by: Person,
  { on, at }: When,
): Submission {
  refuseIf(evidence.length === 0, 'item.no-evidence');
  const empty = evidence.flatMap((piece, index) => (piece.file || piece.reference ? [] : [index + 1]));
  refuseIf(empty.length > 0, 'item.evidence-without-source', { pieces: empty });
  const missing = fiveSee.filter((part) => result[part] === undefined);
  refuseIf(missing.length > 0, 'item.five-see-incomplete', { missing }); // rules.md 4
  const hash = canonicalHash({ measure, responsible, evidence, result }).toString('hex');
  const as = by.heads ? 'organizationHead' : 'organizationLiaison';
  return { evidence, result, hash, on, by: by.account, at: at.toISOString(), as };
}

/** What is told of it to others: no titles and no names. */
export function factsOf({ hash, evidence }: Submission): SeenEvidence {
  const files = evidence.flatMap(({ file }) => file ?? []);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { hash, pieces: evidence.length, files: files.length, bytes };
}
