import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  archiveInspection,
  assignmentCancelled,
  assignmentMembersChanged,
  enterSite,
  extendInspection,
  inspectionNotice,
  leaveSite,
  listInspections,
  materialList,
  publicNotice,
  readInspection,
  signFeedback,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, parseDate } from '@xuncha/domain-kit';
import {
  accountName,
  eventually,
  organizationName,
  startServices,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let planning: Publisher;

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  await system.publisher('identity');
});
afterAll(() => system?.stop());

const prepare = (ground = {}) => Visit.prepare(system, planning, ground);
const history = async (visit: Visit) =>
  (await system.history('onsite', visit.inspectionId)).map((type) => type.replace('onsite.inspection.', ''));

test('an inspection goes from preparation to archive, and the journal tells every step', async () => {
  const visit = await prepare();
  await visit.enter();
  const { id: findingId } = await visit.finding();
  await visit.leave();
  await visit.decided([findingId]);
  const feedback = await visit.presented();
  const early = await system.refusal(archiveInspection, await visit.target(), visit.people.office);
  expect(early.code).toBe('flow.refused');
  const signing = { feedbackId: feedback.id, seen: feedback.version };
  await system.ask(signFeedback, signing, visit.people.organizationHead);
  await system.ask(archiveInspection, await visit.target(), visit.people.office);
  expect(await visit.inspection()).toMatchObject({ state: 'archived', keyMatters: false });
  expect(await history(visit)).toEqual([
    'opened',
    'entered',
    'investigating',
    'left',
    'drafting',
    'reported',
    'decided',
    'fedBack',
    'archived',
  ]);
});

describe('a cancelled assignment', () => {
  const cancel = ({ place }: Visit) => {
    const { site, assignmentId, roundId, teamId } = place;
    return planning.publish(
      { site, id: assignmentId },
      assignmentCancelled({ assignmentId, roundId, teamId }),
    );
  };

  test('ends the preparation', async () => {
    const visit = await prepare();
    await cancel(visit);
    await eventually(async () => (await visit.inspection()).state === 'cancelled');
    const refused = await system.refusal(enterSite, await visit.target(), visit.people.leader);
    expect(refused.code).toBe('flow.refused');
  });

  test('comes too late where the team has entered: the inspection goes on', async () => {
    const visit = await prepare();
    await visit.enter();
    await cancel(visit);
    const marker = await prepare();
    await cancel(marker);
    await eventually(async () => (await marker.inspection()).state === 'cancelled');
    expect((await visit.inspection()).state).toBe('investigating');
  });
});

test('an inspection has the people that its team has now', async () => {
  const visit = await prepare();
  await visit.enter();
  const { site, assignmentId, roundId, teamId } = visit.place;
  const members = [{ accountId: newId(), role: 'leader' as const }];
  const replaced = assignmentMembersChanged({ assignmentId, roundId, teamId, members });
  await planning.publish({ site, id: assignmentId }, replaced);
  await eventually(async () => (await visit.inspection()).members.length === 1);
  expect(await visit.inspection()).toMatchObject({ members, state: 'investigating' });
});

describe('who may know of an inspection', () => {
  test('its team, not the team next door', async () => {
    const visit = await prepare();
    const { inspectionId, people } = visit;
    const stranger = await system.person('leader', { teamId: newId() });
    expect(await system.ask(readInspection, { inspectionId }, people.member)).toMatchObject({
      state: 'preparing',
      designation: '县委第一巡察组',
      members: [{ role: 'leader' }, { role: 'deputy' }, { role: 'member' }],
    });
    expect((await system.refusal(readInspection, { inspectionId }, stranger)).code).toBe('record.unknown');
    expect((await system.ask(listInspections, {}, stranger)).items).toEqual([]);
    expect((await system.refusal(enterSite, await visit.target(), stranger)).code).toBe('record.unknown');
  });

  test('a recused person gets the answer of a record that does not exist', async () => {
    const visit = await prepare();
    const { assignmentId, organizationId } = visit.place;
    const recused = await system.person('office');
    await system.recuse(recused, organizationId);
    for (const inspectionId of [visit.inspectionId, newId()]) {
      expect(await system.refusal(readInspection, { inspectionId }, recused)).toEqual({
        code: 'record.unknown',
        facts: { id: inspectionId },
      });
    }
    expect((await system.ask(listInspections, { assignmentId }, recused)).items).toEqual([]);
  });

  test('not the inspected organization', async () => {
    const { inspectionId, people } = await prepare();
    const refused = await system.refusal(readInspection, { inspectionId }, people.organizationHead);
    expect(refused.code).toBe('access.denied');
  });
});

test('who saw an older version is told what changed since', async () => {
  const visit = await prepare();
  const target = await visit.target();
  await visit.enter();
  const refused = await system.refusal(leaveSite, target, visit.people.leader);
  expect(refused).toMatchObject({
    code: 'record.stale',
    facts: { seen: 1, current: 3, changes: [{ type: 'onsite.inspection.entered' }, { version: 3 }] },
  });
});

test('an extension is recorded with its reason, and the event tells only where and until when (HZ16-5)', async () => {
  const visit = await prepare();
  await visit.enter();
  const toOrganizationId = newId();
  const extension = { ...(await visit.target()), toOrganizationId, reason: '延伸核查下属单位' };
  await system.ask(extendInspection, extension, visit.people.deputy);
  expect((await visit.inspection()).extensions).toMatchObject([
    { toOrganizationId, reason: '延伸核查下属单位' },
  ]);
  const told = "SELECT body FROM journal WHERE type = 'onsite.inspection.extended'";
  const [row] = await system.look<{ body: string }>('onsite', told);
  expect(row!.body).toContain(toOrganizationId);
  expect(row!.body).not.toContain('延伸');
});

test('feedback that is late turns amber a week before and is pressed when overdue (rules.md feedback.after.decision)', async () => {
  const decidedOn = parseDate('2017-04-24');
  const site = await system.openSite({ clock: '2017-04-24T01:00:00.000Z' });
  const visit = await prepare({ site, on: decidedOn });
  await visit.enter();
  await visit.leave();
  await visit.decided([], decidedOn);
  expect((await visit.inspection()).feedbackDueOn).toBe('2017-05-16');
  const pressed = async () => {
    const sql = "SELECT body FROM journal WHERE site = ? AND type = 'onsite.inspection.feedbackPressed'";
    const rows = await system.look<{ body: string }>('onsite', sql, [site]);
    return rows.map(({ body }) => (JSON.parse(body) as { rung: string }).rung);
  };
  await system.setClock(site, '2017-05-09T01:00:00.000Z');
  await eventually(async () => (await pressed()).length === 1);
  await system.setClock(site, '2017-05-20T01:00:00.000Z');
  await eventually(async () => (await pressed()).length === 2);
  expect(await pressed()).toEqual(['amber', 'due']);
});

test('the notice says who comes, when and what they look into, to whoever may read the inspection and its round', async () => {
  const visit = await prepare();
  const { inspectionId, people, place } = visit;
  const { base64 } = await system.ask(inspectionNotice, { inspectionId }, people.office);
  const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  const told = [organizationName(place.organizationId), '县委第一巡察组', '2017年3月6日', '2012年11月15日'];
  const { leader, deputy, member } = people;
  for (const said of [...told, ...[leader, deputy, member].map(({ account }) => accountName(account))])
    expect(text).toContain(said);
  const refused = async (as: typeof leader) =>
    (await system.refusal(inspectionNotice, { inspectionId }, as)).code;
  expect(await refused(people.petitionCustodian)).toBe('access.denied');
  expect(await refused(people.organizationHead)).toBe('access.denied');
  await system.recuse(leader, place.organizationId);
  expect(await refused(leader)).toBe('record.unknown');
});

test.each([publicNotice, materialList])(
  '%s says who is inspected by whom, and names nobody',
  async (form) => {
    const { inspectionId, people, place } = await prepare();
    const { base64 } = await system.ask(form, { inspectionId }, people.office);
    const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
    const told = [organizationName(place.organizationId), '县委第一巡察组', '2017年3月6日', '2012年11月15日'];
    for (const said of told) expect(text).toContain(said);
    for (const { account } of Object.values(people)) expect(text).not.toContain(accountName(account));
    const { office, organizationHead } = people;
    expect((await system.refusal(form, { inspectionId }, organizationHead)).code).toBe('access.denied');
    await system.recuse(office, place.organizationId);
    expect((await system.refusal(form, { inspectionId }, office)).code).toBe('record.unknown');
  },
);
