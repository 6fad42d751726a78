/** Steps of talent as commands. */
import {
  authorizeTeam,
  checkTeam,
  enterPool,
  proposeComposition,
  proposeTeam,
  readComposition,
  readTeam,
  recordTraining,
  registerInspector,
  startComposition,
  type In,
} from '@xuncha/contracts';
import { addMonths, teamIdOf } from '@xuncha/domain-kit';
import { move, type Turn } from '../replay/move.js';
import { NotYet } from '../replay/refusal.js';
import type { Moves } from './moves.types.js';
import type { Inspector, Key, Team } from './plan.types.js';
import { roundId } from './planning.moves.js';
import type { TalentAct } from './steps.js';

const inspectorRecord = (person: Key) => `inspector:${person}`;
const teamRecord = (key: Key) => `team:${key}`;
const compositionRecord = (key: Key) => `composition:${key}`;

function inspectorOf(turn: Turn, person: Key) {
  const { id, version } = turn.made(inspectorRecord(person));
  return { inspectorId: id, seen: version };
}
/** A composed team was proposed with others, and had no receipt of its own. */
async function teamOf(turn: Turn, { key, round, designation }: Team) {
  const { id, version } = await turn.found(teamRecord(key), () =>
    turn.ask(readTeam, { teamId: teamIdOf(roundId(turn, round), designation) }),
  );
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
  composeTeams: ({ composition: { key, round, teams }, on }, turn) =>
    move(
      startComposition,
      { roundId: roundId(turn, round), needs: { teams: teams.map(needOf), noOneTwice: true }, on },
      compositionRecord(key),
    ),
  proposeComposed: async ({ composition, on }, turn) => {
    const { id } = turn.made(compositionRecord(composition));
    const { version, state } = await turn.ask(readComposition, { compositionId: id });
    if (state === 'running') throw new NotYet(`${composition} is still being composed`);
    return move(proposeComposition, { compositionId: id, seen: version, on }, compositionRecord(composition));
  },
  checkTeam: async ({ team, on }, turn) =>
    move(checkTeam, { ...(await teamOf(turn, team)), on }, teamRecord(team.key)),
  authorizeTeam: async ({ team, on }, turn) =>
    move(authorizeTeam, { ...(await teamOf(turn, team)), on }, teamRecord(team.key)),
};

/** A leader of rank, one deputy and a woman. */
function needOf({ designation, members }: Team): Needed {
  const size = members.length + seatsOfRank;
  return {
    designation,
    size: { least: size, most: size },
    leader: { ranks: ['section', 'deputySection'] },
    deputies: { least: 1, most: 1, ranks: [] },
    quotas: [{ of: { kind: 'woman' }, atLeast: 1 }],
  };
}
const seatsOfRank = 2;
type Needed = In<typeof startComposition>['needs']['teams'][number];

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
