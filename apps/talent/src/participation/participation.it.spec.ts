// How long people were in teams, counted from what talent itself tells of its teams.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assessInspector,
  listIncentives,
  readInspector,
  readPool,
  teamAuthorized,
  teamChanged,
  teamReleased,
} from '@xuncha/contracts';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import { eventually, Publisher, type Person } from '@xuncha/testing';
import { on, PoolUnderTest } from '../pool.fixture.js';

let pool: PoolUnderTest;
beforeAll(async () => {
  pool = await PoolUnderTest.start();
});
afterAll(() => pool?.system.stop());

const read = (inspectorId: Id, as: Person) => pool.system.ask(readInspector, { inspectorId }, as);
const elsewhere = async () => pool.system.person('office', { site: await pool.system.openSite() });

const designation = '演示第一组';
async function ground() {
  const office = await elsewhere();
  const people = await Promise.all([1, 2, 3].map(() => pool.pooled({ accountId: newId() }, office)));
  const [teamId, roundId] = [newId(), newId()];
  const members = people.map((inspectorId) => ({
    inspectorId,
    accountId: newId(),
    role: 'member' as const,
  }));
  const tell = new Publisher(pool.system.runtime('talent'));
  const happened = { site: office.site, id: teamId };
  return { office, people: people as [Id, Id, Id], members, teamId, roundId, tell, happened };
}
const day = parseDate;

test('is counted per person: who was replaced until that day, who came from that day on', async () => {
  const { office, people, members, teamId, roundId, tell, happened } = await ground();
  const body = { teamId, roundId };
  await tell.publish(happened, teamAuthorized({ ...body, designation, members: members.slice(0, 2), on }));
  await tell.publish(
    happened,
    teamChanged({ ...body, members: members.slice(1), on: day('2017-04-10') }),
    teamReleased({ ...body, on: day('2017-05-31') }),
  );
  const stays = await eventually(async () => {
    const views = await Promise.all(people.map((id) => read(id, office)));
    const all = views.map(({ participations }) => participations);
    return all.every(([stay]) => stay?.to) && all;
  });
  expect(stays.map(([stay]) => [stay!.from, stay!.to])).toEqual([
    [on, '2017-04-10'],
    [on, '2017-05-31'],
    ['2017-04-10', '2017-05-31'],
  ]);
});

test('tells who is free, who has much behind them this year, and who may be assessed for the round (HZP-5)', async () => {
  const { office, people, members, teamId, roundId, tell, happened } = await ground();
  const { system } = pool;
  const body = { teamId, roundId };
  await tell.publish(happened, teamAuthorized({ ...body, designation, members: members.slice(0, 1), on }));
  const ask = () => system.ask(readPool, { on: day('2017-03-31') }, office);
  const inTeam = await eventually(async () => {
    const { inspectors } = await ask();
    return inspectors.some(({ inTeamId }) => inTeamId) && inspectors;
  });
  const of = (id: Id) => inTeam.find(({ inspectorId }) => inspectorId === id);
  expect(of(people[0])).toMatchObject({ inTeamId: teamId, participations: 1, daysThisYear: 31, age: 36 });
  expect(of(people[1])).toMatchObject({ inTeamId: null, participations: 0, daysThisYear: 0 });
  expect(JSON.stringify(inTeam)).not.toContain('演示');
  const assess = { seen: 2, roundId, grade: 'excellent' as const, on };
  await system.ask(assessInspector, { inspectorId: people[0], ...assess }, office);
  const refused = await system.refusal(assessInspector, { inspectorId: people[1], ...assess }, office);
  expect(refused.code).toBe('inspector.not-in-round');
});

test('of more than six months in a row in one year takes an excellent grade out of the quota (SP-6)', async () => {
  const { office, people, members, teamId, roundId, tell, happened } = await ground();
  const body = { teamId, roundId };
  await tell.publish(happened, teamAuthorized({ ...body, designation, members, on }));
  const left = members.slice(1);
  await tell.publish(happened, teamChanged({ ...body, members: left, on: day('2017-08-31') }));
  await tell.publish(happened, teamReleased({ ...body, on: day('2017-09-01') }));
  const items = await eventually(async () => {
    const incentives = await pool.system.ask(listIncentives, { year: 2017 }, office);
    return incentives.items.some(({ to }) => to === '2017-09-01') && incentives.items;
  });
  const told = people.map((id) => items.find(({ inspectorId }) => inspectorId === id)!);
  expect(told.map(({ months, outsideQuota }) => [months, outsideQuota])).toEqual([
    [6, false],
    [6, true],
    [6, true],
  ]);
});

test('is the same when it is counted anew from the journal', async () => {
  const { system } = pool;
  const counted = async () => {
    const sql = 'SELECT HEX(team_id), HEX(inspector_id), role, joined_on, left_on FROM participation';
    return JSON.stringify(await system.look('talent', `${sql} ORDER BY team_id, inspector_id`));
  };
  const before = await counted();
  expect(JSON.parse(before)).not.toHaveLength(0);
  await system.control('talent', { do: 'rebuild', consumer: 'participation' });
  await eventually(async () => {
    const standing = await system.control('talent', { do: 'standing', consumer: 'participation' });
    return standing.every(({ isClearing, lag }) => !isClearing && lag === 0);
  });
  expect(await counted()).toBe(before);
});
