import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assignmentIssued,
  assignmentMembersChanged,
  assignmentPlanned,
  issueAssignment,
  listAssignments,
} from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';
import { accountsOf, Campaign, designation, people } from './campaign.fixture.js';

let system: ServicesUnderTest;
let campaign: Campaign;
let office: Person;

beforeAll(async () => {
  system = await startServices([planning]);
  campaign = await Campaign.make(system);
  ({ office } = campaign.people);
});
afterAll(() => system?.stop());

const teaming = () => campaign.teaming();
const village = () => campaign.village();
const plan: Campaign['plan'] = (...which) => campaign.plan(...which);
const issue: Campaign['issue'] = (...which) => campaign.issue(...which);
const issued: Campaign['issued'] = (...which) => campaign.issued(...which);
const read: Campaign['read'] = (...which) => campaign.read(...which);
const refusesIssue = (assignmentId: Id, code: string) =>
  eventually(async () => {
    const refused = await system.refusal(issueAssignment, { assignmentId, seen: 1 }, office);
    return refused.code === code && refused;
  });

test('a team is sent when it is authorized and not before, nor once its authority has ended (rules.md 1)', async () => {
  const [roundId, a, b] = [await teaming(), await village(), await village()];
  const [{ id }, { id: late }] = [await plan(roundId, [a]), await plan(roundId, [b])];
  const refused = await system.refusal(issueAssignment, { assignmentId: id, seen: 1 }, office);
  expect(refused).toEqual({ code: 'team.not-authorized', facts: { designation } });
  const members = people();
  await campaign.team(roundId).authorized([a], members);
  await issue(id);
  expect((await read(id)).members).toEqual(accountsOf(members));
  await campaign.team(roundId).released();
  await refusesIssue(late, 'team.not-authorized');
  expect((await read(id)).state).toBe('issued');
});

test('a team is sent nowhere that talent has not found all of it clear of, or no longer does (rules.md 2)', async () => {
  const [roundId, a, b] = [await teaming(), await village(), await village()];
  const [{ id }, { id: later }] = [await plan(roundId, [a]), await plan(roundId, [b])];
  await campaign.team(roundId).authorized([a]);
  await issue(id);
  const refused = await system.refusal(issueAssignment, { assignmentId: later, seen: 1 }, office);
  expect(refused).toEqual({ code: 'team.not-cleared', facts: { organizationId: b } });
  await campaign.team(roundId).rechecked([a, b]);
  await issue(later);
});

test('a team is not sent with somebody who must stay away, whoever found that (rules.md 2)', async () => {
  const [roundId, organizationId] = [await teaming(), await village()];
  const { id } = await plan(roundId, [organizationId]);
  const member = await system.person('observer');
  const [leader, ...others] = people();
  await campaign
    .team(roundId)
    .authorized([organizationId], [{ ...leader!, accountId: member.account }, ...others]);
  await system.recuse(member, organizationId);
  const { facts } = await refusesIssue(id, 'team.member-recused');
  expect(facts).toEqual({ accountId: member.account, organizationId });
  await campaign.team(roundId).changed([organizationId]);
  await issue(id);
});

test('a team is followed when somebody is replaced, in all that is out, and that is told with each of them', async () => {
  const [roundId, a, b] = [await teaming(), await village(), await village()];
  const [id, { id: planned }] = [await issued(roundId, [a]), await plan(roundId, [b])];
  const replaced = people();
  await campaign.team(roundId).changed([a, b], replaced);
  await eventually(async () => (await read(id)).version === 3);
  expect((await read(id)).members).toEqual(accountsOf(replaced));
  expect((await read(planned)).members).toEqual([]);
  const types = [assignmentPlanned, assignmentIssued, assignmentMembersChanged].map(({ name }) => name);
  expect(await system.history('planning', id)).toEqual(types);
  await issue(planned);
  expect((await read(planned)).members).toEqual(accountsOf(replaced));
  const { teamId } = await read(id);
  expect((await system.ask(listAssignments, { roundId, teamId }, office)).items).toHaveLength(2);
});
