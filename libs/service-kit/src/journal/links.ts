/** The one judgement over a link of a chain, whether it comes from a database or from an export. */
import { linkHash } from './chain.js';

export interface Sealed {
  readonly number: number;
  readonly ordinal: number;
  readonly hash: Buffer;
}
export interface Link extends Sealed {
  /** Canonical text of the journal row; null where there is none. */
  readonly text: Buffer | null;
  /** For a person who looks for it. */
  readonly where: string;
}

/** What follows is measured by what stands there, so that one fault is told once. */
export function* faultsIn(last: Sealed, link: Link): Generator<string> {
  const { number } = link;
  if (link.ordinal <= last.ordinal) yield `number ${number} was published before number ${last.number}`;
  if (number !== last.number + 1) return yield `numbers ${last.number + 1} to ${number - 1} are missing`;
  if (link.text === null) return yield `the journal row of number ${number} is missing`;
  if (linkHash(last.hash, link.text).equals(link.hash)) return;
  yield `number ${number} (${link.where}) is not what was sealed, or not where it was`;
}
