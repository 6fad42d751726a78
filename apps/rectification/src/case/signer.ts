/** Why another person signs may be that the head is the subject of a clue: it is sealed, and opened for the office alone (rules.md 11). */
import type { Id } from '@xuncha/domain-kit';
import type { Caller } from '@xuncha/service-kit';
import type { Case } from './case.js';

const placeOf = (caseId: Id) => `rectification.case.${caseId}.signerReason`;

export function sealReason({ runtime, site }: Caller, caseId: Id, reason: string): Uint8Array {
  return runtime.vault.seal(site, placeOf(caseId), reason);
}

export function openReason({ runtime, site }: Caller, { id, signerReason }: Case): string | null {
  return signerReason && runtime.vault.open(site, placeOf(id), Buffer.from(signerReason));
}
