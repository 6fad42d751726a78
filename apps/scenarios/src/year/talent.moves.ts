/** Steps of talent as commands. */
import {
  authorizeTeam,
  checkTeam,
  enterPool,
  proposeTeam,
  recordTraining,
  registerInspector,
  type In,
} from '@xuncha/contracts';
import { addMonths } from '@xuncha/domain-kit';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import type { Inspector, Key, Team } from './plan.types.js';
import { roundId } from './planning.moves.js';
import type { TalentAct } from './steps.js';

const inspectorRecord = (person: Key) => `inspector:${person}`;
const teamRecord = (key: Key) => `team:${key}`;

function inspectorOf(turn: Turn, person: Key) {
  const { id, version } = turn.made(inspectorRecord(person));
  return { inspectorId: id, seen: version };
}
function teamOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(teamRecord(key));
  return { teamId: id, seen: version };
}

export const talentMoves: Moves<TalentAct> = {
  registerInspector: ({ person, inspector, on }, turn) =>
    move(registerInspector, { ...described(person, inspector, turn), on }, inspectorRecord(person)),
  trainInspector: ({ person, training, on }, turn) =>
    move(recordTraining, { ...inspectorOf(turn, person), ...training, on }, inspectorRecord(person)),
  poolInspector: ({ person, on }, turn) =>
    move(enterPool, { ...inspectorOf(turn, person), on }, inspectorRecord(person)),
  proposeTeam: ({ team, on }, turn) =>
    move(
      proposeTeam,
      {
        roundId: roundId(turn, team.round),
        designation: team.designation,
        members: membersOf(team, turn),
        on,
      },
      teamRecord(team.key),
    ),
  checkTeam: ({ team, on }, turn) => move(checkTeam, { ...teamOf(turn, team), on }, teamRecord(team)),
  authorizeTeam: ({ team, on }, turn) => move(authorizeTeam, { ...teamOf(turn, team), on }, teamRecord(team)),
};

/** In the party since they were 22. */
const joinedAfterMonths = 22 * 12;

function described(
  person: Key,
  { of, force, home, sex, born, rank, specialities }: Inspector,
  turn: Turn,
): In<typeof registerInspector> {
  return {
    code: person,
    name: `演示${person}`,
    force,
    sex,
    born,
    rank,
    specialities: [...specialities],
    partySince: addMonths(born, joinedAfterMonths),
    accountId: turn.account(person),
    unit: unitNames[of],
    homeId: home && turn.organization(home),
  };
}

const unitNames: Readonly<Record<Inspector['of'], string>> = {
  city: '演示市级单位',
  county: '演示县级单位',
  township: '演示乡镇单位',
};

function membersOf({ leader, deputy, members, lent = [] }: Team, turn: Turn) {
  const seat = <R extends string>(person: Key, role: R) => ({
    inspectorId: turn.made(inspectorRecord(person)).id,
    role,
    lent: lent.includes(person),
  });
  return [
    seat(leader, 'leader' as const),
    seat(deputy, 'deputy' as const),
    ...members.map((member) => seat(member, 'member' as const)),
  ];
}
