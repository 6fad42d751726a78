import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assignmentIssued,
  cancelAssignment,
  caseOpened,
  changeAssignment,
  closeRound,
  inspectionEntered,
  inspectionFedBack,
  inspectionLeft,
  inspectionReported,
  issueAssignment,
  listAssignments,
  planAssignment,
  readAssignment,
  readRound,
  type Milestone,
} from '@xuncha/contracts';
import { idToBytes, newId, teamIdOf, type Id } from '@xuncha/domain-kit';
import {
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { planning } from '../main.js';
import { Campaign, designation, on, traits } from './campaign.fixture.js';

let system: ServicesUnderTest;
let onsite: Publisher;
let rectification: Publisher;
let campaign: Campaign;
let office: Person;
let leadingGroup: Person;

beforeAll(async () => {
  system = await startServices([planning]);
  onsite = await system.publisher('onsite');
  rectification = await system.publisher('rectification');
  campaign = await Campaign.make(system);
  ({ office, leadingGroup } = campaign.people);
});
afterAll(() => system?.stop());

const teaming = () => campaign.teaming();
const village = () => campaign.village();
const plan: Campaign['plan'] = (...which) => campaign.plan(...which);
const issued: Campaign['issued'] = (...which) => campaign.issued(...which);
const read: Campaign['read'] = (...which) => campaign.read(...which);
const reaches = (assignmentId: Id, state: string) =>
  eventually(async () => (await read(assignmentId)).state === state);

const told = {
  entered: inspectionEntered,
  left: inspectionLeft,
  reported: inspectionReported,
  fedBack: inspectionFedBack,
};
/** Onsite and rectification report how far one organization has come. */
async function tell(assignmentId: Id, organizationId: Id, ...milestones: Milestone[]) {
  const { roundId } = await read(assignmentId);
  const inspectionId = idOf(assignmentId, organizationId);
  const place = { inspectionId, assignmentId, roundId, organizationId, on };
  for (const milestone of milestones) {
    const happened = { site: system.site, on };
    if (milestone === 'caseOpened') {
      const caseId = newId();
      const opened = caseOpened({ ...place, caseId, feedbackId: newId() });
      await rectification.publish({ ...happened, id: caseId }, opened);
    } else await onsite.publish({ ...happened, id: inspectionId }, told[milestone](place));
  }
}
const inspections = new Map<string, Id>();
function idOf(...place: Id[]): Id {
  const key = place.join();
  if (!inspections.has(key)) inspections.set(key, newId());
  return inspections.get(key)!;
}
const everything: Milestone[] = ['entered', 'left', 'reported', 'fedBack', 'caseOpened'];

test('an issued assignment tells others the team, its organizations and what of the round counts', async () => {
  const [a, b] = [await village(), await village()];
  const id = await issued(await teaming(), [a, b]);
  const { teamId, members, roundId } = await read(id);
  expect(teamId).toBe(teamIdOf(roundId, designation));
  const [row] = await system.look<{ body: string }>(
    'planning',
    'SELECT body FROM journal WHERE aggregate_id = ? AND type = ?',
    [idToBytes(id), assignmentIssued.name],
  );
  expect(JSON.parse(row!.body)).toEqual({
    assignmentId: id,
    roundId,
    batch: 1,
    teamId,
    designation,
    members,
    organizations: [a, b].map((organizationId) => ({ organizationId, kind: 'village' })),
    round: traits,
    profile: 'national-2017',
  });
});

test('an assignment follows its inspections, and its round is closed only when all of them are done (rules.md 12)', async () => {
  const roundId = await teaming();
  const [a, b] = [await village(), await village()];
  const id = await issued(roundId, [a, b]);
  await tell(id, a, 'entered', 'left', 'reported', 'fedBack', 'caseOpened');
  await reaches(id, 'entered');
  await tell(id, b, 'entered', 'left');
  await reaches(id, 'left');
  const round = await eventually(async () => {
    const found = await system.ask(readRound, { roundId }, office);
    return found.state === 'reporting' && found;
  });
  const close = { roundId, seen: round.version };
  expect((await system.refusal(closeRound, close, office)).code).toBe('round.assignments-open');
  await tell(id, b, 'reported', 'fedBack', 'caseOpened');
  await reaches(id, 'done');
  expect((await read(id)).organizations.map(({ caseOpened: opened }) => opened)).toEqual([on, on]);
  expect((await system.refusal(closeRound, close, leadingGroup)).code).toBe('access.denied');
  await system.ask(closeRound, close, office);
  expect((await system.ask(readRound, { roundId }, office)).state).toBe('closed');
});

test('what rectification reports before onsite does counts as well, and all of it told again has no effect', async () => {
  const organizationId = await village();
  const id = await issued(await teaming(), [organizationId]);
  await tell(id, organizationId, 'caseOpened');
  await eventually(async () => (await read(id)).organizations[0]!.caseOpened);
  await tell(id, organizationId, 'entered', 'left', 'reported', 'fedBack');
  await reaches(id, 'done');
  const before = await system.history('planning', id);
  expect(before.filter((type) => type.endsWith('.progressed'))).toHaveLength(everything.length);
  for (const source of ['onsite', 'rectification', 'planning']) {
    const accept = { do: 'accept-epoch', consumer: 'main', source, epoch: 2 } as const;
    expect(await system.control('planning', accept)).toEqual({ isChanged: true });
  }
  await eventually(async () => {
    const standings = await system.control('planning', { do: 'standing', consumer: 'main' });
    return standings.every(({ lag, ordinal }) => lag === 0 && ordinal > 0);
  });
  expect(await system.history('planning', id)).toEqual(before);
});

describe('planning is refused', () => {
  test('for an organization that another assignment of the round has, until that is cancelled', async () => {
    const [roundId, organizationId] = [await teaming(), await village()];
    const { id } = await plan(roundId, [organizationId]);
    await expect(plan(roundId, [organizationId])).rejects.toThrow('assignment.organization-taken');
    const both = [1, 2].map(async () => plan(roundId, [await village(), organizationId]));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await plan(await teaming(), [organizationId]);
    await system.ask(cancelAssignment, { assignmentId: id, seen: 1, reason: '机构调整' }, office);
    await plan(roundId, [organizationId]);
  });

  test('for an organization of another site or none at all, by roles that may not, on an older version', async () => {
    const [roundId, organizationId] = [await teaming(), await village()];
    const input = { roundId, batch: 1, designation, organizationIds: [newId()] };
    expect((await system.refusal(planAssignment, input, office)).code).toBe('record.unknown');
    const own = { ...input, organizationIds: [organizationId] };
    expect((await system.refusal(planAssignment, own, leadingGroup)).code).toBe('access.denied');
    const stranger = await system.person('office', { site: await system.openSite() });
    expect((await system.refusal(planAssignment, own, stranger)).code).toBe('record.unknown');
    const { id } = await system.ask(planAssignment, own, office);
    const { roundId: _, ...arranged } = { ...input, organizationIds: [await village()] };
    await system.ask(changeAssignment, { assignmentId: id, seen: 1, ...arranged }, office);
    expect((await system.refusal(issueAssignment, { assignmentId: id, seen: 1 }, office)).code).toBe(
      'record.stale',
    );
    await plan(roundId, [organizationId]);
  });
});

describe('who may know of an assignment', () => {
  test('a member sees those of the own team and no others', async () => {
    const roundId = await teaming();
    const own = await issued(roundId, [await village()]);
    const other = await issued(roundId, [await village()], '市委第三巡察组');
    const leader = await system.person('leader', { teamId: (await read(own)).teamId });
    expect((await system.ask(listAssignments, { roundId }, leader)).items.map(({ id }) => id)).toEqual([own]);
    expect((await system.refusal(readAssignment, { assignmentId: other }, leader)).code).toBe(
      'record.unknown',
    );
  });

  test('somebody recused from one of its organizations gets the answers of one that does not exist (rules.md 2)', async () => {
    const roundId = await teaming();
    const [near, far] = [await village(), await village()];
    const hidden = await issued(roundId, [near, far]);
    const shown = await issued(roundId, [await village()], '市委第四巡察组');
    const recused = await system.person('office');
    await system.recuse(recused, near);
    for (const assignmentId of [hidden, newId()]) {
      const unknown = { code: 'record.unknown', facts: { id: assignmentId } };
      expect(await system.refusal(readAssignment, { assignmentId }, recused)).toEqual(unknown);
      const cancel = { assignmentId, seen: 9, reason: '不可' };
      expect(await system.refusal(cancelAssignment, cancel, recused)).toEqual(unknown);
      expect(await system.refusal(issueAssignment, { assignmentId, seen: 9 }, recused)).toEqual(unknown);
    }
    const listed = async (organizationId?: Id) =>
      (await system.ask(listAssignments, { roundId, organizationId }, recused)).items.map(({ id }) => id);
    expect([await listed(), await listed(far), await listed(newId())]).toEqual([[shown], [], []]);
    const mine = await system.ask(listAssignments, { organizationId: far }, office);
    expect(mine.items.map(({ id }) => id)).toEqual([hidden]);
  });
});
