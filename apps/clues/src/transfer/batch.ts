/** Which clues may go together, and where to: those of one inspection, to the organ that the routing table names (WH17-5, rules.md 7). */
import { refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Clue } from '../clue/clue.js';

/** A clue and what the routing table says of it. */
export interface ClueToGo {
  readonly clue: Clue;
  readonly routedTo: Id | null;
}
/** What a person says of a batch. */
export interface Told {
  readonly organId: Id;
  /** Why it does not go where the routing table says. */
  readonly deviation: string | null;
}
/** What a transfer is made of. */
export interface Batch extends Told {
  readonly clueIds: readonly Id[];
  readonly inspectionId: Id | null;
  readonly organizationId: Id | null;
  readonly roundId: Id | null;
  readonly teamId: Id | null;
  readonly profile: string;
  /** Where one of them is an important clue found on site all go by the fast path: the day from which it counts (rules.md 6). */
  readonly urgentFrom: BusinessDate | null;
}

export function batchOf(toGo: readonly ClueToGo[], { organId, deviation }: Told, on: BusinessDate): Batch {
  const clues = toGo.map(({ clue }) => clue);
  const clueIds = clues.map(({ id }) => id);
  const first = clues[0]!;
  refuseIf(new Set(clueIds).size < clueIds.length, 'transfer.clue-twice');
  // So that it is plain whose recusal keeps a transfer from them, and who leads it.
  const isMixed = clues.some(({ inspectionId }) => inspectionId !== first.inspectionId);
  refuseIf(isMixed, 'transfer.several-inspections');
  const early = clues.filter(({ screenedOn }) => screenedOn !== null && on < screenedOn);
  refuseIf(early.length > 0, 'transfer.before-screening', { numbers: numbersOf(early) });
  const elsewhere = toGo.filter(({ routedTo }) => routedTo !== organId).map(({ clue }) => clue);
  const deviates = elsewhere.length > 0;
  refuseIf(deviates && !deviation, 'transfer.organ-not-routed', { numbers: numbersOf(elsewhere) });
  const urgent = clues.filter((clue) => clue.urgent).map(({ raisedOn }) => raisedOn);
  const { inspectionId, organizationId, roundId, teamId } = first;
  return {
    clueIds,
    organId,
    deviation: deviates ? deviation : null,
    inspectionId,
    organizationId,
    roundId,
    teamId,
    profile: first.profile!,
    urgentFrom: urgent.toSorted()[0] ?? null,
  };
}

function numbersOf(clues: readonly Clue[]): string[] {
  return clues.map(({ number }) => number);
}
