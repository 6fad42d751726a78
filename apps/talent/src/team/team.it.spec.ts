import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authorizeTeam,
  changeProposal,
  checkTeam,
  listTalentLooks,
  listTeams,
  proposeTeam,
  readTeam,
  readTeamCheck,
  replaceMembers,
  teamAuthorized,
  withdrawTeam,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate, teamIdOf } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { talent } from '../main.js';
import { autumn, designation, Ground, on } from './ground.fixture.js';

let system: ServicesUnderTest;
let ground: Ground;

beforeAll(async () => {
  system = await startServices([talent]);
  ground = await Ground.make(system);
});
afterAll(() => system?.stop());

const proposal = async (roundId: string, members: Awaited<ReturnType<Ground['members']>>) => {
  await ground.heard(roundId);
  return { roundId, designation, members, on };
};
const typesOf = async (teamId: string) =>
  (await system.history('talent', teamId)).map((type) => type.replace('talent.team.', ''));

test('a team is proposed, checked, authorized, sent, and released when its round closes (rules.md 1)', async () => {
  const [roundId, village] = [await ground.round(), await ground.organization()];
  const members = await ground.members();
  const planned = await ground.authorized(roundId, [village], members);
  const { teamId } = planned;
  await ground.enter(planned);
  await eventually(async () => (await ground.read(teamId)).state === 'active');
  await ground.close(roundId);
  const released = await eventually(async () => {
    const view = await ground.read(teamId);
    return view.state === 'released' && view;
  });
  expect(released).toMatchObject({ designation, authorizedOn: on, releasedOn: on, clearOf: [village] });
  expect(await typesOf(teamId)).toEqual(['proposed', 'checked', 'authorized', 'active', 'released']);
  const [row] = await system.look<{ body: string }>(
    'talent',
    'SELECT body FROM journal WHERE aggregate_id = ? AND type = ?',
    [idToBytes(teamId), teamAuthorized.name],
  );
  const told = JSON.parse(row!.body) as { members: object[] };
  expect(told.members).toEqual(released.members);
  await ground.heard(roundId, 1);
  const late = { roundId, designation: '市委第二巡察组', members, on };
  expect((await system.refusal(proposeTeam, late, ground.office)).code).toBe('team.round-over');
});

test('what was only proposed falls with its round, and all that was told is told again to no effect', async () => {
  const roundId = await ground.round();
  const { id } = await ground.propose(roundId, await ground.members());
  await ground.cancelRound(roundId);
  await eventually(async () => (await ground.read(id)).state === 'withdrawn');
  const before = await system.history('talent', id);
  const sources = ['planning', 'talent'];
  for (const source of sources) {
    const accept = { do: 'accept-epoch', consumer: 'main', source, epoch: 2 } as const;
    await system.control('talent', accept);
  }
  await eventually(async () => {
    const standings = await system.control('talent', { do: 'standing', consumer: 'main' });
    const heard = standings.filter(({ source }) => sources.includes(source));
    return heard.every(({ lag, ordinal }) => lag === 0 && ordinal > 0);
  });
  expect(await system.history('talent', id)).toEqual(before);
});

test('an authorization needs a check against the organizations that the team is to inspect', async () => {
  const roundId = await ground.round();
  const { id: teamId } = await ground.propose(roundId, await ground.members());
  const check = { teamId, seen: 1, on };
  expect((await system.refusal(checkTeam, check, ground.office)).code).toBe('team.without-assignment');
  const early = await system.refusal(authorizeTeam, { teamId, seen: 1, on }, ground.leadingGroup);
  expect(early.code).toBe('flow.refused');
  await ground.planned(await ground.assignment(roundId, [await ground.organization()]));
  await ground.check(teamId);
  expect((await ground.authorize(teamId)).version).toBe(3);
});

describe('nobody is in two teams at one time', () => {
  test('of one round, of rounds with days in common; of others they may be', async () => {
    const [roundId, same, later] = [
      await ground.round(),
      await ground.round(),
      await ground.round({ batches: autumn }),
    ];
    const [shared, ...others] = await ground.members();
    await ground.propose(roundId, [shared!, ...others]);
    const again = { ...(await proposal(roundId, await ground.members(shared!.inspectorId))) };
    const facts = { inspectorId: shared!.inspectorId, teamId: teamIdOf(roundId, designation) };
    const refused = { code: 'team.member-elsewhere', facts };
    const beside = { ...again, designation: '市委第二巡察组' };
    expect(await system.refusal(proposeTeam, beside, ground.office)).toEqual(refused);
    await ground.heard(same);
    expect(await system.refusal(proposeTeam, { ...again, roundId: same }, ground.office)).toEqual(refused);
    await ground.propose(later, again.members);
    const mine = await system.ask(listTeams, { inspectorId: shared!.inspectorId }, ground.office);
    expect(mine.items.map((team) => team.roundId).toSorted()).toEqual([roundId, later].toSorted());
    const withdrawal = { teamId: facts.teamId, seen: 1, reason: '方案调整', on };
    await system.ask(withdrawTeam, withdrawal, ground.office);
    await ground.propose(same, again.members);
  });

  test('also when two teams want them at once', async () => {
    const roundId = await ground.round();
    const [one, other] = [await ground.members(), await ground.members()];
    const members = [other.map((seat, index) => (index === 4 ? { ...seat, ...one[4] } : seat)), one];
    await ground.heard(roundId);
    const both = await Promise.allSettled(
      members.map((people, index) => ground.propose(roundId, people, `市委第${'三四'[index]}巡察组`)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('is refused', () => {
  test('with somebody unknown, or of another site', async () => {
    const [seat, ...others] = await ground.members();
    const input = await proposal(await ground.round(), [{ ...seat!, inspectorId: newId() }, ...others]);
    const unknown = await system.refusal(proposeTeam, input, ground.office);
    expect(unknown).toEqual({ code: 'record.unknown', facts: { id: input.members[0]!.inspectorId } });
    const stranger = await system.person('office', { site: await system.openSite() });
    const foreign = { ...input, members: [seat!, ...others] };
    expect((await system.refusal(proposeTeam, foreign, stranger)).code).toBe('team.round-unknown');
  });

  test('on an older version, of another site, or by a role that may not', async () => {
    const { id: teamId } = await ground.propose(await ground.round(), await ground.members());
    const members = await ground.members();
    await system.ask(changeProposal, { teamId, seen: 1, members, on }, ground.office);
    const stale = await system.refusal(changeProposal, { teamId, seen: 1, members, on }, ground.office);
    expect(stale.code).toBe('record.stale');
    const stranger = await system.person('office', { site: await system.openSite() });
    for (const id of [teamId, newId()]) {
      const input = { teamId: id, seen: 2, on };
      expect((await system.refusal(checkTeam, input, stranger)).code).toBe('record.unknown');
      expect((await system.refusal(readTeam, { teamId: id }, stranger)).code).toBe('record.unknown');
    }
    const authorize = { teamId, seen: 2, on };
    expect((await system.refusal(authorizeTeam, authorize, ground.office)).code).toBe('access.denied');
    expect((await system.refusal(checkTeam, authorize, ground.leadingGroup)).code).toBe('access.denied');
  });

  test('proposed twice in one round', async () => {
    const roundId = await ground.round();
    await ground.propose(roundId, await ground.members());
    const twice = await proposal(roundId, await ground.members());
    expect((await system.refusal(proposeTeam, twice, ground.office)).code).toBe('flow.refused');
  });
});

test('who is replaced, by whom and why stays with the team', async () => {
  const [roundId, village] = [await ground.round(), await ground.organization()];
  const [leader, ...others] = await ground.members();
  const { teamId } = await ground.authorized(roundId, [village], [leader!, ...others]);
  const newcomer = await ground.inspector();
  const members = [{ ...leader!, inspectorId: newcomer }, ...others];
  const replacement = { teamId, seen: 3, members, reason: '工作调动', on: parseDate('2017-03-20') };
  expect((await system.refusal(replaceMembers, replacement, ground.office)).code).toBe('access.denied');
  await system.ask(replaceMembers, replacement, ground.leadingGroup);
  expect((await ground.read(teamId)).replacements).toEqual([
    {
      on: '2017-03-20',
      by: ground.leadingGroup.account,
      reason: '工作调动',
      left: [leader!.inspectorId],
      joined: [newcomer],
    },
  ]);
});

test('a team sees itself and no other; why somebody was found clear is for the office, and who reads it leaves a look', async () => {
  const [roundId, village] = [await ground.round(), await ground.organization()];
  const members = await ground.members();
  const { teamId } = await ground.authorized(roundId, [village], members);
  const member = await system.person('member', { teamId });
  expect((await ground.read(teamId, member)).state).toBe('authorized');
  const others = await system.person('member', { teamId: newId() });
  expect((await system.refusal(readTeam, { teamId }, others)).code).toBe('record.unknown');
  expect((await system.refusal(readTeamCheck, { teamId }, member)).code).toBe('access.denied');
  const { results } = await system.ask(readTeamCheck, { teamId }, ground.office);
  expect(results).toHaveLength(members.length);
  const { inspectorId } = members[0]!;
  expect(results).toContainEqual({ inspectorId, organizationId: village, reasons: [] });
  const auditor = await system.person('auditAdministrator');
  const looks = await system.ask(listTalentLooks, { recordId: teamId }, auditor);
  expect(looks.items).toMatchObject([
    { contract: 'talent.team.readCheck', accountId: ground.office.account },
  ]);
});
