/** Steps of clues as commands. */
import {
  approveTransfer,
  approveTransferAsLeader,
  approveTransferAsOffice,
  changeRouting,
  concludeClue,
  deliverTransfer,
  disposeOfClue,
  draftTransfer,
  mergeClue,
  moveClueUp,
  readClue,
  readRouting,
  receiveTransfer,
  recordClueOutcome,
  screenClue,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import { raisedClueRecord } from './onsite.records.js';
import type { ClueNature, ClueOutcomeKind, Key, Organs } from './plan.types.js';
import type { ClueAct } from './steps.js';

const clueRecord = (key: Key) => `clue:${key}`;
const transferRecord = (key: Key) => `transfer:${key}`;

/** The clues service opens a clue by itself when it was raised, and under the same id. */
async function clueOf(turn: Turn, key: Key) {
  const { id, version } = await turn.found(clueRecord(key), () =>
    turn.ask(readClue, { clueId: turn.made(raisedClueRecord(key)).id }),
  );
  return { clueId: id, seen: version };
}
function transferOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(transferRecord(key));
  return { transferId: id, seen: version };
}

/** What an organ is, by the nature of the clues that go there. */
const organKinds = {
  breach: 'discipline',
  inaction: 'accountability',
  personnel: 'organizationDepartment',
} as const;

/** A line for every level of officials whom the site may deal with. */
function routesOf({ level, organs }: { level: 'county' | 'city'; organs: Organs }, turn: Turn) {
  const authorities = level === 'city' ? (['county', 'city'] as const) : (['county'] as const);
  return Object.entries(organs).flatMap(([nature, { organization }]) =>
    authorities.map((authority) => ({
      nature: nature as ClueNature,
      authority,
      kind: organKinds[nature as ClueNature],
      organId: turn.organization(organization),
    })),
  );
}

const opinion = '同意移交';
/** Of the four forms, by gravity (RA17-8). */
const forms: Readonly<Partial<Record<ClueOutcomeKind, number>>> = { measure: 2, sanction: 3, judicial: 4 };

export const clueMoves: Moves<ClueAct> = {
  setRouting: async ({ level, organs }, turn) => {
    const { version } = await turn.ask(readRouting, {});
    const routes = routesOf({ level, organs }, turn);
    return move(changeRouting, { seen: version, level, routes }, 'routing');
  },
  screenClue: async ({ clue, nature, suspects, on }, turn) => {
    const persons = suspects.map((person) => ({ ...person }));
    return move(screenClue, { ...(await clueOf(turn, clue)), nature, persons, on }, clueRecord(clue));
  },
  mergeClue: async ({ clue, into, on }, turn) => {
    const { clueId: intoId } = await clueOf(turn, into);
    return move(mergeClue, { ...(await clueOf(turn, clue)), intoId, on }, clueRecord(clue));
  },
  moveClueUp: async ({ clue, on }, turn) =>
    move(moveClueUp, { ...(await clueOf(turn, clue)), on }, clueRecord(clue)),
  draftTransfer: async ({ transfer: { key, organ, clues }, on }, turn) => {
    const known = await Promise.all(clues.map((clue) => clueOf(turn, clue)));
    const clueIds = known.map(({ clueId }) => clueId);
    return move(draftTransfer, { clueIds, organId: turn.organization(organ), on }, transferRecord(key));
  },
  leadTransfer: ({ transfer, on }, turn) =>
    move(approveTransferAsLeader, { ...transferOf(turn, transfer), opinion, on }, transferRecord(transfer)),
  passTransfer: ({ transfer, on }, turn) =>
    move(approveTransferAsOffice, { ...transferOf(turn, transfer), opinion, on }, transferRecord(transfer)),
  approveTransfer: ({ transfer, on }, turn) =>
    move(approveTransfer, { ...transferOf(turn, transfer), opinion, on }, transferRecord(transfer)),
  deliverTransfer: ({ transfer, on }, turn) =>
    move(deliverTransfer, { ...transferOf(turn, transfer), on }, transferRecord(transfer)),
  receiveTransfer: ({ transfer, on }, turn) =>
    move(receiveTransfer, { ...transferOf(turn, transfer), on }, transferRecord(transfer)),
  disposeClue: async ({ clue, disposition, until, on }, turn) =>
    move(disposeOfClue, { ...(await clueOf(turn, clue)), disposition, until, on }, clueRecord(clue)),
  recordClueOutcome: async ({ outcome: { key, clue, kind, persons }, on }, turn) => {
    const { clueId } = await clueOf(turn, clue);
    const named = persons.map(({ name, identity }) => ({ name, identity }));
    const told = { clueId, kind, form: forms[kind], persons: named, on };
    return move(recordClueOutcome, told, `clue-outcome:${key}`);
  },
  concludeClue: async ({ clue, on }, turn) =>
    move(concludeClue, { ...(await clueOf(turn, clue)), on }, clueRecord(clue)),
};
