/** What an organization hands in for review: evidence and the actual five-see of the result, bound together with the measure by one hash. */
import type { ItemEvidence, ItemResult } from '@xuncha/contracts';
import { canonicalHash, refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';

export interface HandedIn {
  readonly evidence: ItemEvidence[];
  readonly result: ItemResult;
}
export interface Submission extends HandedIn {
  /** Of all that a reviewer sees. */
  readonly hash: string;
  readonly on: BusinessDate;
  readonly by: Id;
}

const fiveSee = ['person', 'matter', 'unit', 'result', 'accountability'] as const;

export function handIn(
  { measure, responsible }: { measure: string | null; responsible: string | null },
  { evidence, result }: HandedIn,
  by: Id,
  on: BusinessDate,
): Submission {
  refuseIf(evidence.length === 0, 'item.no-evidence');
  const empty = evidence.flatMap((piece, index) => (piece.file || piece.reference ? [] : [index + 1]));
  refuseIf(empty.length > 0, 'item.evidence-without-source', { pieces: empty });
  const missing = fiveSee.filter((part) => result[part] === undefined);
  refuseIf(missing.length > 0, 'item.five-see-incomplete', { missing }); // rules.md 4
  const hash = canonicalHash({ measure, responsible, evidence, result }).toString('hex');
  return { evidence, result, hash, on, by };
}
