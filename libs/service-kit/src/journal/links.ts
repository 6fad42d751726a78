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

const NONE: readonly string[] = [];

/** What follows is measured by what stands there, so that one fault is told once. Called a million times for one export. */
export function faultsIn(last: Sealed, link: Link): readonly string[] {
  const fault = linkFault(last, link);
  if (link.ordinal > last.ordinal) return fault === undefined ? NONE : [fault];
  const early = `number ${link.number} was published before number ${last.number}`;
  return fault === undefined ? [early] : [early, fault];
}

function linkFault(last: Sealed, { number, text, hash, where }: Link): string | undefined {
  if (number !== last.number + 1) return `numbers ${last.number + 1} to ${number - 1} are missing`;
  if (text === null) return `the journal row of number ${number} is missing`;
  if (linkHash(last.hash, text).equals(hash)) return undefined;
  return `number ${number} (${where}) is not what was sealed, or not where it was`;
}
