import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assignmentCancelled,
  assignmentIssued,
  createAccount,
  declareRecusal,
  grantRole,
  liftRecusal,
  listGrants,
  listRecusals,
  me,
  revokeRole,
  recusalEnded,
  recusalFound,
  roundCancelled,
  roundClosed,
  teamChanged,
  teamReleased,
  type Role,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate, type Id } from '@xuncha/domain-kit';
import {
  demonstrationPerson,
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';

let system: ServicesUnderTest;
let planning: Publisher;
let talent: Publisher;
let security: Person;
const site = '3303';

beforeAll(async () => {
  system = await startServices([identity]);
  planning = await system.publisher('planning');
  talent = await system.publisher('talent');
  security = await demonstrationPerson(system, 'securityAdministrator');
});
afterAll(() => system.stop());

async function newPerson(): Promise<Person> {
  const wanted = { account: `demo-${newId()}`, name: '演示组员九' };
  const { id } = await system.ask(createAccount, wanted, security);
  return { account: id, site, token: system.tokenFor(id, site) };
}
const rolesOf = async (person: Person) => (await system.ask(me, {}, person)).grants.map(({ role }) => role);
const expectRoles = (person: Person, ...roles: Role[]) =>
  eventually(async () => JSON.stringify(await rolesOf(person)) === JSON.stringify(roles));

/** The first leads. */
const seated = (people: Person[]) =>
  people.map(({ account }, index) => ({
    accountId: account,
    role: index === 0 ? ('leader' as const) : ('member' as const),
  }));
function team(...people: Person[]) {
  const [roundId, teamId] = [newId(), newId()];
  const members = seated(people);
  const round = {
    kind: 'routine' as const,
    ways: ['comprehensive' as const],
    ledBy: 'county' as const,
    joint: false,
    cross: false,
    upgraded: false,
    theme: null,
  };
  const issue = (assignmentId: Id = newId()) =>
    planning.publish(
      { site, id: assignmentId },
      assignmentIssued({
        assignmentId,
        roundId,
        teamId,
        members,
        round,
        batch: 1,
        designation: '演示第一巡察组',
        profile: 'national-2017',
        organizations: [{ organizationId: newId(), kind: 'village' }],
      }),
    );
  const cancel = (assignmentId: Id) =>
    planning.publish({ site, id: assignmentId }, assignmentCancelled({ assignmentId, roundId, teamId }));
  const close = () => planning.publish({ site, id: roundId }, roundClosed({ roundId }));
  const callOff = () => planning.publish({ site, id: roundId }, roundCancelled({ roundId }));
  const release = () =>
    talent.publish({ site, id: teamId }, teamReleased({ teamId, roundId, on: parseDate('2017-07-01') }));
  const change = (...others: Person[]) => {
    const now = seated(others).map((member) => ({ ...member, inspectorId: member.accountId }));
    const fact = teamChanged({ teamId, roundId, members: now, on: parseDate('2017-03-20') });
    return talent.publish({ site, id: teamId }, fact);
  };
  return { teamId, issue, cancel, close, callOff, release, change };
}

test('a role given in identity holds in another service as soon as it has heard, and is gone when revoked', async () => {
  const person = await newPerson();
  const { id } = await system.ask(grantRole, { accountId: person.account, role: 'office' }, security);
  await eventually(() => system.knows(person));
  await system.ask(revokeRole, { grantId: id, seen: 1 }, security);
  await eventually(async () => !(await system.knows(person)));
  const { items } = await system.ask(listGrants, { accountId: person.account }, security);
  expect(items).toEqual([
    {
      id,
      version: 2,
      accountId: person.account,
      role: 'office',
      organizationId: null,
      teamId: null,
      from: null,
      until: null,
      state: 'revoked',
    },
  ]);
});

test('nobody gets a role in a site that their account does not belong to', async () => {
  const { account: accountId } = await newPerson();
  const county = await demonstrationPerson(system, 'securityAdministrator', '330381');
  const refusal = await system.refusal(grantRole, { accountId, role: 'office' }, county);
  expect(refusal.code).toBe('record.unknown');
});

test('who is in a team gets its role for this team when an assignment is issued, once for however many (rules.md 1)', async () => {
  const [leader, member] = [await newPerson(), await newPerson()];
  const { teamId, issue } = team(leader, member);
  await issue();
  await issue();
  await expectRoles(leader, 'leader');
  await expectRoles(member, 'member');
  expect((await system.ask(me, {}, leader)).grants).toEqual([
    { role: 'leader', organizationId: null, teamId },
  ]);
});

test('an administrator or a stranger named in a team gets no role from it, and the rest of the team does (rules.md 15)', async () => {
  const stranger = { ...security, account: newId() };
  const member = await newPerson();
  await team(security, stranger, member).issue();
  await expectRoles(member, 'member');
  expect(await rolesOf(security)).toEqual(['securityAdministrator']);
});

test('who is replaced loses the team’s rights with the event, who comes has them, and who comes back has them again (rules.md 1)', async () => {
  const [leader, leaver, newcomer] = [await newPerson(), await newPerson(), await newPerson()];
  const { issue, change } = team(leader, leaver);
  await issue();
  await expectRoles(leaver, 'member');
  await change(leader, newcomer);
  await expectRoles(newcomer, 'member');
  expect(await rolesOf(leaver)).toEqual([]);
  expect(await rolesOf(leader)).toEqual(['leader']);
  await change(newcomer, leaver);
  await expectRoles(leaver, 'member');
  expect(await rolesOf(newcomer)).toEqual(['leader']);
  expect(await rolesOf(leader)).toEqual([]);
});

test('who was replaced before the team was sent gets nothing when it is, whatever planning knew by then (rules.md 1)', async () => {
  const [leader, leaver, newcomer] = [await newPerson(), await newPerson(), await newPerson()];
  const { teamId, issue, change } = team(leader, leaver);
  await change(leader, newcomer);
  const heard = () =>
    system.look('identity', 'SELECT 1 FROM team_roster WHERE team_id = ?', [idToBytes(teamId)]);
  await eventually(async () => (await heard()).length === 1);
  expect(await rolesOf(newcomer)).toEqual([]);
  await issue();
  await expectRoles(newcomer, 'member');
  expect(await rolesOf(leaver)).toEqual([]);
});

test.each(['close', 'callOff', 'release'] as const)(
  'authority ends with the round (rules.md 1): %s',
  async (how) => {
    const leader = await newPerson();
    const { issue, [how]: end } = team(leader);
    await issue();
    await expectRoles(leader, 'leader');
    await end();
    await expectRoles(leader);
  },
);

test('nothing that is heard of a round after its end gives authority again (rules.md 1)', async () => {
  const [leader, newcomer] = [await newPerson(), await newPerson()];
  const { teamId, issue, close, change } = team(leader);
  await issue();
  await expectRoles(leader, 'leader');
  await close();
  await expectRoles(leader);
  await change(leader, newcomer);
  await issue();
  const heard = `SELECT (SELECT COUNT(*) FROM team_assignment WHERE team_id = ?) AS assignments,
    (SELECT COUNT(*) FROM team_roster WHERE team_id = ?) AS rosters`;
  await eventually(async () => {
    const [row] = await system.look('identity', heard, [idToBytes(teamId), idToBytes(teamId)]);
    return row!.assignments === 2 && row!.rosters === 1;
  });
  for (const { account: accountId } of [leader, newcomer]) {
    const { items } = await system.ask(listGrants, { accountId }, security);
    expect(items.filter(({ state }) => state === 'active')).toEqual([]);
  }
});

test('a team whose last assignment is cancelled has no authority left', async () => {
  const leader = await newPerson();
  const { issue, cancel } = team(leader);
  const [first, second] = [newId(), newId()];
  await issue(first);
  await issue(second);
  await expectRoles(leader, 'leader');
  await cancel(first);
  await cancel(second);
  await expectRoles(leader);
});

test('a recusal reaches every service and leaves with the day it is lifted (rules.md 2)', async () => {
  const { account: accountId } = await newPerson();
  const organizationId = newId();
  const declared = { accountId, organizationId, reason: '三年内曾任职' };
  const { id } = await system.ask(declareRecusal, declared, security);
  const known = () => system.look('planning', 'SELECT * FROM access_recusal');
  await eventually(async () => (await known()).length === 1);
  expect((await system.refusal(declareRecusal, declared, security)).code).toBe('recusal.exists');
  await system.ask(liftRecusal, { recusalId: id, seen: 1, reason: '任职已满三年' }, security);
  await eventually(async () => (await known()).length === 0);
  const { items } = await system.ask(listRecusals, { accountId }, security);
  expect(items).toEqual([{ id, version: 2, ...declared, state: 'lifted' }]);
});

test('a recusal that talent found reaches every service as well, and leaves when its cause is gone (rules.md 2)', async () => {
  const [recusalId, accountId, organizationId] = [newId(), newId(), newId()];
  const known = async (service: string) =>
    (await system.look(service, 'SELECT * FROM access_recusal WHERE id = ?', [idToBytes(recusalId)])).length;
  const found = recusalFound({ recusalId, accountId, organizationId, inspectorId: newId(), teamId: newId() });
  for (let time = 0; time < 2; time++) {
    await talent.publish({ site, id: recusalId }, found);
    for (const service of ['planning', 'identity'])
      await eventually(async () => (await known(service)) === 1);
    await talent.publish({ site, id: recusalId }, recusalEnded({ recusalId }));
    await eventually(async () => (await known('planning')) === 0);
  }
});
