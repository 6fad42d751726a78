import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authorizeTeam,
  proposeTeam,
  readFoundRecusal,
  readTeamCheck,
  replaceMembers,
  roleGranted,
  roleRevoked,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { talent } from '../main.js';
import { designation, Ground, on } from '../team/ground.fixture.js';
import { TeamStore } from '../team/team.store.js';
import { RecusalStore } from './recusal.store.js';

let system: ServicesUnderTest;
let ground: Ground;

beforeAll(async () => {
  system = await startServices([talent]);
  ground = await Ground.make(system);
});
afterAll(() => system?.stop());

/** In talent's projection and in that of another service. */
const isKept = (recusalId: Id, kept: boolean) =>
  eventually(async () => {
    const sql = 'SELECT 1 FROM access_recusal WHERE id = ?';
    const rows = await Promise.all(
      ['talent', 'planning'].map((service) => system.look(service, sql, [idToBytes(recusalId)])),
    );
    return rows.every(({ length }) => length === (kept ? 1 : 0));
  });
const found = (teamId: Id, count = 1) =>
  eventually(async () => {
    const standing = (await ground.recusals(teamId)).filter(({ state }) => state === 'found');
    return standing.length === count && standing;
  });
const isClearOf = (teamId: Id, organizationIds: Id[]) =>
  eventually(async () => {
    const { clearOf } = await ground.read(teamId);
    return clearOf.join() === organizationIds.toSorted().join();
  });

describe('nobody is in a team that inspects where they must not go (rules.md 2)', () => {
  test('because of the unit: the proposal is refused and says who, where and why', async () => {
    const roundId = await ground.round();
    const bureau = await ground.organization('municipalUnit');
    await ground.planned(await ground.assignment(roundId, [bureau]));
    const member = await ground.inspector({ organizationId: bureau, unit: undefined });
    const members = await ground.members(member);
    await ground.heard(roundId);
    const refused = await system.refusal(proposeTeam, { roundId, designation, members, on }, ground.office);
    const breaches = [{ inspectorId: member, organizationId: bureau, reasons: ['unit'] }];
    expect(refused).toEqual({ code: 'team.recused', facts: { breaches } });
  });

  test('because of the place: in a cross round not from the county, in a village round not from the township (HZ16-6)', async () => {
    const county = await ground.organization('county');
    const town = await ground.organization('township', county);
    const village = await ground.organization('village', town);
    const bureau = await ground.organization('municipalUnit', county);
    const members = await ground.members(await ground.inspector({ homeId: town }));
    const attempt = async (cross: boolean, organizationId: Id) => {
      const roundId = await ground.round({ cross });
      await ground.planned(await ground.assignment(roundId, [organizationId]));
      await ground.heard(roundId);
      return system.refusal(proposeTeam, { roundId, designation, members, on }, ground.office);
    };
    const reasons = [{ organizationId: village, reasons: ['place'] }];
    expect(await attempt(false, village)).toMatchObject({ facts: { breaches: reasons } });
    expect(await attempt(true, bureau)).toMatchObject({ facts: { breaches: [{ reasons: ['place'] }] } });
    await expect(attempt(false, bureau)).rejects.toThrow('was not refused');
  });

  test('because of what changed between check and authorization: the authorization is refused', async () => {
    const [roundId, bureau] = [await ground.round(), await ground.organization('municipalUnit')];
    const members = await ground.members();
    await ground.planned(await ground.assignment(roundId, [bureau]));
    const { id: teamId } = await ground.propose(roundId, members);
    await ground.check(teamId);
    const kin = [{ relation: 'spouse' as const, organizationId: bureau }];
    await ground.correct(members[3]!.inspectorId, { kin });
    const refused = await system.refusal(authorizeTeam, { teamId, seen: 2, on }, ground.leadingGroup);
    expect(refused.code).toBe('team.recused');
    expect(await ground.recusals(teamId)).toEqual([]);
  });
});

describe('a breach found after the authorization takes effect at once (rules.md 2)', () => {
  test('because the record changed: everywhere, with what must be done again, until the member is replaced', async () => {
    const [roundId, bureau] = [await ground.round(), await ground.organization('municipalUnit')];
    const members = await ground.members();
    const { inspectorId, ...seat } = members[2]!;
    const { teamId } = await ground.authorized(roundId, [bureau], members);
    await ground.correct(inspectorId, {
      organizationId: bureau,
      unit: undefined,
      ...(await account(teamId, 2)),
    });
    const [recusal] = await found(teamId);
    expect(recusal).toMatchObject({ inspectorId, organizationId: bureau, foundOn: on });
    expect(recusal!.redo).toEqual(['replaceMember', 'reauthorize']);
    await isKept(recusal!.id, true);
    await isClearOf(teamId, []);
    const { reasons } = await system.ask(readFoundRecusal, { recusalId: recusal!.id }, ground.office);
    expect(reasons).toEqual(['unit']);
    const newcomer = { ...seat, inspectorId: await ground.inspector() };
    const replacement = members.map((member) => (member.inspectorId === inspectorId ? newcomer : member));
    const { version: seen } = await ground.read(teamId);
    const input = { teamId, seen, members: replacement, reason: '须回避', on };
    await system.ask(replaceMembers, input, ground.leadingGroup);
    expect(await ground.recusals(teamId)).toMatchObject([{ state: 'ended', endedOn: on }]);
    await isKept(recusal!.id, false);
    await isClearOf(teamId, [bureau]);
  });

  test('because of a relative in the pool, by whichever record says so, until that is corrected; once on site, papers and interviews are gone over', async () => {
    const [roundId, bureau] = [await ground.round(), await ground.organization('municipalUnit')];
    const members = await ground.members();
    const planned = await ground.authorized(roundId, [bureau], members);
    const { teamId } = planned;
    await ground.enter(planned);
    await eventually(async () => (await ground.read(teamId)).state === 'active');
    const relative = await ground.inspector({ organizationId: bureau, unit: undefined });
    const own = { organizationId: bureau, unit: undefined };
    const sibling = { relation: 'sibling' as const, inspectorId: members[4]!.inspectorId };
    await ground.correct(relative, { ...own, kin: [sibling] });
    const [recusal] = await found(teamId);
    expect(recusal!.redo).toEqual(['replaceMember', 'reauthorize', 'reviewPapers', 'reviewInterviews']);
    const { results } = await system.ask(readTeamCheck, { teamId }, ground.office);
    const breach = { inspectorId: members[4]!.inspectorId, organizationId: bureau, reasons: ['kin'] };
    expect(results).toContainEqual(breach);
    await ground.correct(relative, { ...own, kin: [] }, 3);
    await found(teamId, 0);
    await isKept(recusal!.id, false);
  });

  test('because the team was given another organization, until it is given to others', async () => {
    const [roundId, village, bureau] = [
      await ground.round(),
      await ground.organization(),
      await ground.organization('municipalUnit'),
    ];
    const member = await ground.inspector({
      career: [{ organizationId: bureau, post: '科员', from: on }],
    });
    const { teamId } = await ground.authorized(roundId, [village], await ground.members(member));
    const added = await ground.assignment(roundId, [bureau]);
    const [recusal] = await found(teamId);
    expect(recusal).toMatchObject({ inspectorId: member, organizationId: bureau });
    await isClearOf(teamId, [village]);
    const other = await ground.organization();
    await ground.rearrange(added, [other]);
    await found(teamId, 0);
    await isClearOf(teamId, [village, other]);
    await ground.rearrange(added, [bureau]);
    expect((await found(teamId))[0]!.id).toBe(recusal!.id);
    await ground.cancel(added);
    await found(teamId, 0);
  });

  test('also of an organization that the register tells of later than planning does', async () => {
    const [roundId, town] = [await ground.round(), await ground.organization('township')];
    const member = await ground.inspector({ homeId: town });
    const { teamId } = await ground.authorized(
      roundId,
      [await ground.organization()],
      await ground.members(member),
    );
    const late = newId();
    await ground.assignment(roundId, [late]);
    await eventually(async () => (await system.look('talent', 'SELECT 1 FROM held')).length > 0);
    expect(await ground.recusals(teamId)).toEqual([]);
    await ground.organization('village', town, late);
    const [recusal] = await found(teamId);
    expect(recusal).toMatchObject({ inspectorId: member, organizationId: late });
  });

  test('and ends with the authority of the team', async () => {
    const [roundId, bureau] = [await ground.round(), await ground.organization('municipalUnit')];
    const members = await ground.members();
    const { teamId } = await ground.authorized(roundId, [bureau], members);
    const kin = [{ relation: 'parent' as const, organizationId: bureau }];
    await ground.correct(members[1]!.inspectorId, { kin, ...(await account(teamId, 1)) });
    const [recusal] = await found(teamId);
    await isKept(recusal!.id, true);
    await ground.close(roundId);
    await isKept(recusal!.id, false);
    expect(await ground.recusals(teamId)).toMatchObject([{ id: recusal!.id, state: 'ended' }]);
  });
});

test('who keeps petitions or clues is under the same rule, from the day they do until they do no longer (rules.md 2)', async () => {
  const identity = await system.publisher('identity');
  const [roundId, bureau] = [await ground.round(), await ground.organization('municipalUnit')];
  const accountId = newId();
  const custodian = await ground.inspector({ organizationId: bureau, unit: undefined, accountId });
  const planned = await ground.authorized(roundId, [bureau], await ground.members());
  const { teamId } = planned;
  const grantId = newId();
  const at = { site: system.site, id: grantId };
  await identity.publish(at, roleGranted({ grantId, accountId, role: 'petitionCustodian' }));
  const [recusal] = await found(teamId);
  expect(recusal).toMatchObject({
    inspectorId: custodian,
    organizationId: bureau,
    redo: ['replaceCustodian'],
  });
  await isKept(recusal!.id, true);
  expect((await ground.read(teamId)).clearOf).toEqual([bureau]);
  await identity.publish(at, roleRevoked({ grantId }));
  await found(teamId, 0);
  await isKept(recusal!.id, false);
});

test.each(['talent.team', 'talent.recusal'])(
  'the journal’s last word on each %s proves what the table holds (architecture.md, Data)',
  async (aggregate) => {
    const latest = await system.look<{ site: string; id: Buffer; hash: Buffer }>(
      'talent',
      `SELECT site, aggregate_id AS id, row_hash AS hash FROM journal j WHERE aggregate = ? AND version =
       (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)`,
      [aggregate],
    );
    expect(latest.length).toBeGreaterThan(2);
    const store = aggregate === 'talent.team' ? new TeamStore() : new RecusalStore();
    const { manager } = system.runtime('talent').db;
    for (const { site, id, hash } of latest) {
      const row = await store.canonicalRow(manager, site, idFromBytes(id));
      expect(canonicalHash(row).toString('hex')).toBe(hash.toString('hex'));
    }
  },
);

/** A correction of a record says everything anew. */
async function account(teamId: Id, seat: number): Promise<{ accountId: Id }> {
  return { accountId: (await ground.read(teamId)).members[seat]!.accountId! };
}
