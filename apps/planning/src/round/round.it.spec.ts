import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approveRound,
  approveTerm,
  cancelAssignment,
  cancelRound,
  changeRound,
  closeRound,
  draftRound,
  holdHearing,
  issueAssignment,
  inspectionEntered,
  listAssignments,
  listHearings,
  listRounds,
  planAssignment,
  proposeTerm,
  readHearing,
  readRound,
  readTerm,
  registerOrganization,
  rescheduleRound,
  returnRound,
  startTeaming,
  submitRound,
  teamAuthorized,
  type In,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes, newId, parseDate, teamIdOf } from '@xuncha/domain-kit';
import {
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { AssignmentStore } from '../assignment/assignment.store.js';
import { HearingStore } from '../hearing/hearing.store.js';
import { planning } from '../main.js';
import { OrganizationStore } from '../organization/organization.store.js';
import { TermStore } from '../term/term.store.js';
import { RoundStore } from './round.store.js';

let system: ServicesUnderTest;
let onsite: Publisher;
let talent: Publisher;
let site: string;
let office: Person;
let leadingGroup: Person;
let termId: string;
const on = parseDate('2017-02-01');
const batch = { entersOn: parseDate('2017-03-01'), leavesOn: parseDate('2017-04-20') };

beforeAll(async () => {
  system = await startServices([planning]);
  onsite = await system.publisher('onsite');
  talent = await system.publisher('talent');
  site = await system.openSite({ abbreviation: '瑞' });
  office = await system.person('office', { site });
  leadingGroup = await system.person('leadingGroup', { site });
  termId = await approvedTerm('2017-01-01');
});
afterAll(() => system?.stop());

async function approvedTerm(firstDay: string): Promise<string> {
  const term = { name: `${firstDay} 起的一届`, firstDay: parseDate(firstDay) };
  const { id } = await system.ask(proposeTerm, term, office);
  await system.ask(approveTerm, { termId: id, seen: 1 }, leadingGroup);
  return id;
}

const described = (more: Partial<In<typeof draftRound>> = {}): In<typeof draftRound> => ({
  termId,
  name: '第一轮巡察',
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  batches: [batch],
  examinedSince: parseDate('2012-12-01'),
  on,
  ...more,
});
const read = (roundId: string) => system.ask(readRound, { roundId }, office);
async function submitted() {
  const { id: roundId } = await system.ask(draftRound, described(), office);
  return system.ask(submitRound, { roundId, seen: 1, on }, office);
}
const approve = (round: { id: string; version: number }, more: object = {}, as = leadingGroup) =>
  system.ask(
    approveRound,
    { roundId: round.id, seen: round.version, profile: 'national-2017', on, ...more },
    as,
  );
async function teaming() {
  const { id: roundId, version } = await approve(await submitted());
  return system.ask(startTeaming, { roundId, seen: version, on }, office);
}
let serial = 0;
async function planned(roundId: string) {
  const village = { code: `v-${++serial}`, name: '演示村', kind: 'village' as const, on };
  const { id } = await system.ask(registerOrganization, village, office);
  const arranged = { roundId, batch: 1, designation, organizationIds: [id], on };
  return { organizationId: id, ...(await system.ask(planAssignment, arranged, office)) };
}
const designation = '市委第一巡察组';
/** As soon as planning has heard that the team is authorized. */
async function issue(roundId: string, { id, organizationId }: { id: string; organizationId: string }) {
  const teamId = teamIdOf(roundId, designation);
  const members = [{ inspectorId: newId(), accountId: newId(), role: 'leader' as const }];
  const authorized = { teamId, roundId, designation, members, on, clearOf: [organizationId] };
  await talent.publish({ site, id: teamId, on }, teamAuthorized(authorized));
  await eventually(() => system.ask(issueAssignment, { assignmentId: id, seen: 1, on }, office));
}
const enter = (roundId: string, assignmentId: string, organizationId: string) => {
  const inspectionId = newId();
  const body = { inspectionId, assignmentId, roundId, organizationId, on: batch.entersOn };
  return onsite.publish({ site, id: inspectionId, on: batch.entersOn }, inspectionEntered(body));
};
const reaches = (roundId: string, state: string) =>
  eventually(async () => (await read(roundId)).state === state);

describe('a term', () => {
  test('is proposed by the office and approved by the leading group', async () => {
    const view = await system.ask(readTerm, { termId }, office);
    expect(view).toMatchObject({ state: 'approved', lastDay: '2021-12-31' });
    const target = { termId, seen: view.version };
    expect((await system.refusal(approveTerm, target, office)).code).toBe('access.denied');
    expect((await system.refusal(approveTerm, target, leadingGroup)).code).toBe('flow.refused');
  });

  test('of two that overlap only one is kept, also when both are proposed at once', async () => {
    const propose = (firstDay: string) =>
      system.ask(proposeTerm, { name: firstDay, firstDay: parseDate(firstDay) }, office);
    const both = await Promise.allSettled([propose('2007-01-01'), propose('2009-01-01')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a round on its way to approval', () => {
  test('is drafted, returned with an opinion, changed, submitted again and approved with number and profile', async () => {
    const { id: roundId, version } = await submitted();
    const opinion = '增加村级对象';
    await system.ask(returnRound, { roundId, seen: version, opinion, on }, leadingGroup);
    expect(await read(roundId)).toMatchObject({ state: 'returned', opinion, number: null });
    const examinedSince = parseDate('2013-01-01');
    const changed = { roundId, seen: version + 1, ...described({ examinedSince }) };
    await system.ask(changeRound, changed, office);
    const again = await system.ask(submitRound, { roundId, seen: version + 2, on }, office);
    const receipt = await approve(again);
    expect(receipt.number).toMatch(/^瑞巡〔2017〕\d+号$/);
    expect(await read(roundId)).toMatchObject({
      state: 'approved',
      number: receipt.number,
      profile: 'national-2017',
      examinedSince,
      approvedOn: on,
    });
    expect(await system.history('planning', roundId)).toEqual(
      ['drafted', 'submitted', 'returned', 'changed', 'submitted', 'approved'].map(
        (event) => `planning.round.${event}`,
      ),
    );
  });

  test('gets numbers without a gap, also when an approval is refused in between', async () => {
    const [first, refused, second] = [await submitted(), await submitted(), await submitted()];
    const numberOf = async (round: typeof first) =>
      Number(/(\d+)号/.exec((await approve(round)).number!)![1]);
    const before = await numberOf(first);
    await expect(approve(refused, { profile: 'national-1999' })).rejects.toThrow('profile.unknown');
    expect(await numberOf(second)).toBe(before + 1);
  });

  test('is not approved by the office, nor by whoever submitted it in another role', async () => {
    const both = await system.person('leadingGroup', { site });
    await system.grant(both, 'office', { site });
    const { id: roundId } = await system.ask(draftRound, described(), both);
    const round = await system.ask(submitRound, { roundId, seen: 1, on }, both);
    await expect(approve(round, {}, office)).rejects.toThrow('access.denied');
    await expect(approve(round, {}, both)).rejects.toThrow('round.approved-by-submitter');
    expect((await approve(round)).version).toBe(3);
  });

  test('is refused with dates outside its term or in a term that this site does not have', async () => {
    const outside = { ...batch, leavesOn: parseDate('2022-01-01') };
    const refused = await system.refusal(draftRound, described({ batches: [outside] }), office);
    expect(refused).toEqual({
      code: 'round.outside-term',
      facts: { batch: 1, firstDay: '2017-01-01', lastDay: '2021-12-31' },
    });
    const unknown = await system.refusal(draftRound, described({ termId: newId() }), office);
    expect(unknown.code).toBe('record.unknown');
  });

  test('is refused by an older version, and unknown to another site', async () => {
    const { id: roundId } = await submitted();
    const stale = await system.refusal(
      approveRound,
      { roundId, seen: 1, profile: 'national-2017' },
      leadingGroup,
    );
    expect(stale).toMatchObject({ code: 'record.stale', facts: { seen: 1, current: 2 } });
    const stranger = await system.person('office', { site: await system.openSite() });
    for (const id of [roundId, newId()])
      expect((await system.refusal(readRound, { roundId: id }, stranger)).code).toBe('record.unknown');
    expect((await system.ask(listRounds, {}, stranger)).items).toEqual([]);
  });
});

describe('a round with assignments', () => {
  test('gets underway with the first entry, and can then no longer be cancelled', async () => {
    const { id: roundId, version } = await teaming();
    const { id, organizationId } = await planned(roundId);
    await issue(roundId, { id, organizationId });
    await enter(roundId, id, organizationId);
    await reaches(roundId, 'underway');
    const late = { roundId, seen: version + 1, reason: '机构调整', on };
    expect((await system.refusal(cancelRound, late, office)).code).toBe('flow.refused');
    expect((await system.refusal(closeRound, { roundId, seen: version + 1, on }, office)).code).toBe(
      'flow.refused',
    );
  });

  test('takes them along when it is cancelled before the first entry, for the same reason', async () => {
    const { id: roundId, version } = await teaming();
    const [first, second] = [await planned(roundId), await planned(roundId)];
    await issue(roundId, first);
    await system.ask(cancelAssignment, { assignmentId: second.id, seen: 1, reason: '先行取消', on }, office);
    await system.ask(cancelRound, { roundId, seen: version, reason: '机构调整', on }, office);
    const { items } = await eventually(async () => {
      const page = await system.ask(listAssignments, { roundId, state: 'cancelled' }, office);
      return page.items.length === 2 && page;
    });
    expect(items.map(({ cancelReason }) => cancelReason)).toEqual(['机构调整', '先行取消']);
  });

  test('can let its dates slip, but a batch with an assignment stays (NB17-2)', async () => {
    const { id: roundId, version } = await teaming();
    const second = { entersOn: parseDate('2017-05-02'), leavesOn: parseDate('2017-06-01') };
    await system.ask(rescheduleRound, { roundId, seen: version, batches: [batch, second], on }, office);
    await planned(roundId);
    const moved = { ...batch, leavesOn: parseDate('2017-04-28') };
    await system.ask(rescheduleRound, { roundId, seen: version + 1, batches: [moved], on }, office);
    expect((await read(roundId)).batches).toEqual([moved]);
  });

  test('is heard in one session with its decisions, once it is underway (RA17-12)', async () => {
    const { id: roundId } = await teaming();
    const session = {
      body: 'fivePersonGroup' as const,
      roundIds: [roundId],
      decisions: ['逐一研究处置意见'],
    };
    const early = await system.refusal(holdHearing, session, office);
    expect(early.code).toBe('hearing.round-not-underway');
    const { id, organizationId } = await planned(roundId);
    await issue(roundId, { id, organizationId });
    await enter(roundId, id, organizationId);
    await reaches(roundId, 'underway');
    const held = await system.ask(holdHearing, { ...session, on: parseDate('2017-06-20') }, office);
    const view = await system.ask(readHearing, { hearingId: held.id }, leadingGroup);
    expect(view).toEqual({ id: held.id, version: 1, ...session, heldOn: '2017-06-20' });
    const { items } = await system.ask(listHearings, { body: 'fivePersonGroup' }, leadingGroup);
    expect(items).toContainEqual(view);
    expect((await system.refusal(holdHearing, session, leadingGroup)).code).toBe('access.denied');
  });
});

test('every row is what the journal says its last version left', async () => {
  const stores = [
    new OrganizationStore(),
    new TermStore(),
    new RoundStore(),
    new AssignmentStore(),
    new HearingStore(),
  ];
  const last = await system.look<{ aggregate: string; id: Buffer; hash: Buffer }>(
    'planning',
    `SELECT aggregate, aggregate_id AS id, row_hash AS hash FROM journal j WHERE site = ? AND version =
     (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)
     AND aggregate NOT IN ('planning.refusal', 'planning.look')`,
    [site],
  );
  expect(new Set(last.map(({ aggregate }) => aggregate)).size).toBe(stores.length);
  const { manager } = system.runtime('planning').db;
  for (const { aggregate, id, hash } of last) {
    const store = stores.find(({ shape }) => shape.aggregate === aggregate)!;
    const row = await store.canonicalRow(manager, site, idFromBytes(id));
    expect([aggregate, canonicalHash(row).equals(hash)]).toEqual([aggregate, true]);
  }
});
