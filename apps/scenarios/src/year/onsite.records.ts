/** Records of onsite, as the ledger names them. */
import type { Turn } from '../replay/move.js';
import type { Key } from './plan.types.js';

export const inspectionRecord = (key: Key) => `inspection:${key}`;
export const findingRecord = (key: Key) => `finding:${key}`;
/** The clue as onsite keeps it until it is handed over. */
export const raisedClueRecord = (key: Key) => `raised-clue:${key}`;

export function inspectionId(turn: Turn, key: Key): string {
  return turn.made(inspectionRecord(key)).id;
}
