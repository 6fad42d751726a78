/** Steps of planning as commands. */
import {
  approveRound,
  approveTerm,
  cancelAssignment,
  closeRound,
  draftRound,
  holdHearing,
  issueAssignment,
  openArchiveFile,
  planAssignment,
  proposeTerm,
  returnRound,
  startTeaming,
  submitRound,
  type In,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import type { Key, Round } from './plan.types.js';
import type { PlanningAct } from './steps.js';

const term = 'term';
const roundRecord = (key: Key) => `round:${key}`;
const assignmentRecord = (key: Key) => `assignment:${key}`;
const hearingRecord = (key: Key) => `hearing:${key}`;

function roundOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(roundRecord(key));
  return { roundId: id, seen: version };
}

function assignmentOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(assignmentRecord(key));
  return { assignmentId: id, seen: version };
}

export const planningMoves: Moves<PlanningAct> = {
  proposeTerm: ({ from, until, on }) =>
    move(proposeTerm, { name: '演示届', firstDay: from, lastDay: until, on }, term),
  approveTerm: ({ on }, turn) => {
    const { id, version } = turn.made(term);
    return move(approveTerm, { termId: id, seen: version, on }, term);
  },
  draftRound: ({ round, on }, turn) =>
    move(draftRound, { ...described(round, turn), on }, roundRecord(round.key)),
  submitRound: ({ round, on }, turn) =>
    move(submitRound, { ...roundOf(turn, round), on }, roundRecord(round)),
  returnRound: ({ round, opinion, on }, turn) =>
    move(returnRound, { ...roundOf(turn, round), opinion, on }, roundRecord(round)),
  approveRound: ({ round, opinion, on }, turn) =>
    move(
      approveRound,
      { ...roundOf(turn, round), profile: 'national-2017', opinion, on },
      roundRecord(round),
    ),
  startTeaming: ({ round, on }, turn) =>
    move(startTeaming, { ...roundOf(turn, round), on }, roundRecord(round)),
  planAssignment: ({ assignment: { key, round, batch, team, organizations }, on }, turn) =>
    move(
      planAssignment,
      {
        roundId: roundId(turn, round),
        batch,
        designation: team.designation,
        organizationIds: organizations.map((one) => turn.organization(one)),
        on,
      },
      assignmentRecord(key),
    ),
  issueAssignment: ({ assignment, on }, turn) =>
    move(issueAssignment, { ...assignmentOf(turn, assignment), on }, assignmentRecord(assignment)),
  cancelAssignment: ({ assignment, reason, on }, turn) =>
    move(cancelAssignment, { ...assignmentOf(turn, assignment), reason, on }, assignmentRecord(assignment)),
  openArchive: ({ round, assignment, on }, turn) => {
    const { assignmentId } = assignmentOf(turn, assignment);
    const of = { roundId: roundId(turn, round), assignmentId };
    return move(openArchiveFile, { ...of, on }, `archive:${assignment}`);
  },
  holdHearing: ({ hearing: { key, body, rounds, decisions }, on }, turn) =>
    move(
      holdHearing,
      {
        body,
        roundIds: rounds.map((round) => roundId(turn, round)),
        decisions: [...decisions],
        on,
      },
      hearingRecord(key),
    ),
  closeRound: ({ round, on }, turn) => move(closeRound, { ...roundOf(turn, round), on }, roundRecord(round)),
};

export function roundId(turn: Turn, key: Key): string {
  return turn.made(roundRecord(key)).id;
}

export function assignmentId(turn: Turn, key: Key): string {
  return turn.made(assignmentRecord(key)).id;
}

export function hearingId(turn: Turn, key: Key): string {
  return turn.made(hearingRecord(key)).id;
}

function described(round: Round, turn: Turn): In<typeof draftRound> {
  const { title, kind, ways, ledBy, leadOrganization, joint, cross, theme, batches, examinedSince } = round;
  return {
    termId: turn.made(term).id,
    name: title,
    kind,
    ways: [...ways],
    ledBy,
    joint,
    cross,
    upgraded: false,
    theme: theme?.code ?? null,
    leadOrganizationId: leadOrganization && turn.organization(leadOrganization),
    batches: batches.map(({ entersOn, leavesOn }) => ({ entersOn, leavesOn })),
    examinedSince,
  };
}
