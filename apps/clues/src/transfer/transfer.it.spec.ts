import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  draftTransfer,
  findingDecided,
  listClueLooks,
  listClues,
  listTransfers,
  readClue,
  readClueContent,
  readTransfer,
  readTransferForm,
  receiveTransfer,
  redraftTransfer,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { Desk, Neighbours, person } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from './batch.fixture.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  neighbours = await Neighbours.start(system);
  desk = await Desk.open(system, neighbours);
});
afterAll(() => system?.stop());

const draft = async (clueIds: Id[], more: Partial<In<typeof draftTransfer>> = {}) =>
  system.refusal(draftTransfer, { clueIds, organId: desk.organId, ...more }, desk.people.clueCustodian);

test('clues go to their organ by three approvals and one receipt, and the form says who did what (rules.md 6, 8, NB17-8)', async () => {
  const batch = await Batch.draft(desk, [await desk.screened(), await desk.screened()]);
  expect(await batch.clueStates()).toEqual(['inTransfer', 'inTransfer']);
  await batch.approved();
  expect((await batch.deliver()).number).toMatch(/^试线移〔\d{4}〕\d+号$/);
  await batch.receive();
  expect(await batch.view()).toMatchObject({
    state: 'received',
    receivedBy: desk.people.organCustodian.account,
  });
  for (const clueId of batch.clueIds)
    expect(await desk.clue(clueId)).toMatchObject({
      state: 'received',
      organId: desk.organId,
      receivedOn: desk.on,
    });
  const { steps } = await batch.form();
  const { clueCustodian, leader, office, leadingGroup, organCustodian } = desk.people;
  expect(steps).toEqual(
    [
      ['drafted', clueCustodian, null],
      ['leaderApproved', leader, '组长同意'],
      ['officeApproved', office, '巡察办同意'],
      ['approved', leadingGroup, '领导小组同意'],
      ['delivered', clueCustodian, null],
      ['received', organCustodian, null],
    ].map(([kind, by, opinion]) => ({ kind, by: (by as typeof office).account, on: desk.on, opinion })),
  );
  const bodies = await system.look('clues', 'SELECT body FROM journal WHERE aggregate_id = ?', [
    idToBytes(batch.id),
  ]);
  expect(JSON.stringify(bodies)).not.toContain('同意');
});

test('the form is read by those who approve, and each look is a record; the organ does not read it (NB17-8)', async () => {
  const batch = await Batch.draft(desk, [await desk.screened()]);
  await batch.received();
  const { leadingGroup, organCustodian } = desk.people;
  const form = { transferId: batch.id };
  await system.ask(readTransferForm, form, leadingGroup);
  expect((await system.refusal(readTransferForm, form, organCustodian)).code).toBe('access.denied');
  const auditor = await system.person('auditAdministrator', { site: desk.site });
  const { items } = await system.ask(listClueLooks, { recordId: batch.id }, auditor);
  expect(items.map(({ contract, accountId }) => [contract, accountId])).toEqual([
    ['clues.transfer.readForm', leadingGroup.account],
  ]);
});

describe('approval (rules.md 6)', () => {
  test('is not given twice by one person, whatever other roles they have', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    const both = await desk.person('office');
    await system.grant(both, 'leadingGroup', { site: desk.site });
    await batch.approveAsLeader();
    await batch.approveAsOffice(both);
    expect((await batch.refusedApproval(both)).code).toBe('transfer.approved-twice-by-one-person');
    await batch.approve();
    expect((await batch.view()).state).toBe('approved');
  });

  test('begins with the leader of the team that raised the clues', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    const ofAnother = await system.person('leader', { site: desk.site, teamId: newId() });
    expect((await batch.refusedLeader(ofAnother)).code).toBe('record.unknown');
    expect((await batch.refusedLeader(desk.people.office)).code).toBe('transfer.not-its-leader');
  });

  test('is needed before anything leaves, urgent or not', async () => {
    const batch = await Batch.draft(desk, [await desk.screened({ urgent: true })]);
    expect((await batch.refusedDelivery()).code).toBe('flow.refused');
    await batch.approveAsLeader();
    expect((await batch.refusedDelivery()).code).toBe('flow.refused');
    await batch.approveAsOffice();
    expect((await batch.refusedDelivery()).code).toBe('flow.refused');
    expect(await batch.clueStates()).toEqual(['inTransfer']);
  });

  test('is refused where the five-person group disposed of the finding in another way', async () => {
    const findingId = newId();
    const place = { ...desk.team, organizationId: desk.organizationId, findingId };
    const { teamId: _, ...which } = place;
    await neighbours.onsite.publish(
      { site: desk.site, id: findingId },
      findingDecided({ ...which, disposals: ['rectification'] }),
    );
    const known = () =>
      system.look('clues', 'SELECT 1 FROM finding_disposal WHERE finding_id = ?', [idToBytes(findingId)]);
    await eventually(async () => (await known()).length > 0);
    const batch = await Batch.draft(desk, [await desk.screened({ findingId })]);
    await batch.approveAsLeader();
    await batch.approveAsOffice();
    const { number } = await desk.clue(batch.clueIds[0]!);
    expect(await batch.refusedApproval()).toEqual({
      code: 'transfer.disposal-decided-otherwise',
      facts: { numbers: [number] },
    });
  });

  test('is withheld with a reason: the clues are free, and all three are asked again for what is drafted anew', async () => {
    const [kept, left] = [await desk.screened(), await desk.screened()];
    const batch = await Batch.draft(desk, [kept, left]);
    await batch.approveAsLeader();
    await batch.sendBack();
    expect(await batch.clueStates()).toEqual(['screened', 'screened']);
    const { version: seen } = await batch.view();
    const again = { transferId: batch.id, seen, clueIds: [kept], organId: desk.organId };
    await system.ask(redraftTransfer, again, desk.people.clueCustodian);
    expect(await batch.clueStates()).toEqual(['inTransfer', 'screened']);
    await batch.approveAsLeader();
    expect((await batch.form()).steps.map(({ kind }) => kind)).toEqual([
      'drafted',
      'leaderApproved',
      'returned',
      'drafted',
      'leaderApproved',
    ]);
  });
});

describe('where clues may go (rules.md 7, WH17-5)', () => {
  test('a clue on an official whom the city manages goes into no transfer of the county', async () => {
    const persons = [{ ...person('演示庚001'), authority: 'city' as const }];
    const clueId = await desk.screened({ content: { persons } });
    const reason = { deviation: '本县先行处置' };
    expect((await draft([clueId], reason)).code).toBe('clue.belongs-above');
    expect((await desk.clue(clueId)).state).toBe('screened');
  });

  test('to another organ than the table names only for a reason, and never to one without authority', async () => {
    const other = await Desk.open(system, neighbours);
    const supervising = newId();
    const county = { authority: 'county' } as const;
    await other.route([
      { ...county, nature: 'breach', kind: 'discipline', organId: other.organId },
      { ...county, nature: 'inaction', kind: 'accountability', organId: supervising },
    ]);
    const clueId = await other.screened();
    const told = { clueIds: [clueId], organId: supervising };
    const { clueCustodian } = other.people;
    expect((await system.refusal(draftTransfer, told, clueCustodian)).code).toBe('transfer.organ-not-routed');
    const stranger = { ...told, organId: newId(), deviation: '就近办理' };
    expect((await system.refusal(draftTransfer, stranger, clueCustodian)).code).toBe(
      'clue.organ-without-authority',
    );
    const batch = await Batch.draft(other, [clueId], { organId: supervising, deviation: '主要是不作为' });
    expect((await batch.form()).deviation).toBe('主要是不作为');
  });

  test('clues of two inspections do not go together', async () => {
    const elsewhere = await desk.screened({ inspectionId: newId() });
    expect((await draft([await desk.screened(), elsewhere])).code).toBe('transfer.several-inspections');
  });

  test('a clue goes with one transfer; where one clue cannot go, none does and no transfer is made (rules.md 9)', async () => {
    const [free, taken] = [await desk.screened(), await desk.screened()];
    await Batch.draft(desk, [taken]);
    expect((await draft([free, taken])).code).toBe('flow.refused');
    expect((await desk.clue(free)).state).toBe('screened');
    const { items } = await system.ask(listTransfers, { state: 'draft' }, desk.people.office);
    expect(items.filter(({ clueIds }) => clueIds.includes(free))).toEqual([]);
  });
});

describe('the receiving organ (rules.md 8)', () => {
  test('learns of a transfer by its delivery, and of the clues by its receipt', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    const { organCustodian } = desk.people;
    const known = async () => {
      const { items } = await system.ask(listTransfers, { organId: desk.organId }, organCustodian);
      return items.some(({ id }) => id === batch.id);
    };
    await batch.approved();
    expect(await known()).toBe(false);
    expect((await system.refusal(readTransfer, { transferId: batch.id }, organCustodian)).code).toBe(
      'record.unknown',
    );
    await batch.deliver();
    expect(await known()).toBe(true);
    const [clueId] = batch.clueIds as [Id];
    expect((await system.refusal(readClue, { clueId }, organCustodian)).code).toBe('record.unknown');
    await batch.receive();
    expect((await system.ask(readClue, { clueId }, organCustodian)).state).toBe('received');
  });

  test('of another transfer neither signs for it nor learns of it', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    await batch.approved();
    await batch.deliver();
    const another = await desk.custodianOf(newId());
    const { version: seen } = await batch.view();
    const receipt = { transferId: batch.id, seen };
    expect((await system.refusal(receiveTransfer, receipt, another)).code).toBe('record.unknown');
    expect((await system.refusal(readTransfer, { transferId: batch.id }, another)).code).toBe(
      'record.unknown',
    );
    expect((await system.refusal(receiveTransfer, receipt, desk.people.office)).code).toBe('access.denied');
    expect((await batch.view()).state).toBe('delivered');
  });

  test('signs once: of two who sign at the same time one does, and later nobody can', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    await batch.approved();
    await batch.deliver();
    const second = await desk.custodianOf(desk.organId);
    const both = await Promise.allSettled([batch.receive(), batch.receive(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(batch.receive()).rejects.toMatchObject({ code: 'flow.refused' });
    const received = (await system.history('clues', batch.id)).filter((type) => type.endsWith('.received'));
    expect(received).toHaveLength(1);
  });

  test('reads what the clues it signed for say, and for what purpose is recorded', async () => {
    const batch = await Batch.draft(desk, [await desk.screened()]);
    await batch.received();
    const [clueId] = batch.clueIds as [Id];
    const { organCustodian } = desk.people;
    const asked = { clueId, purpose: '初步核实' };
    const { contents } = await system.ask(readClueContent, asked, organCustodian);
    expect(contents[0]!.matter).toBe('虚报工程款');
    const another = await desk.custodianOf(newId());
    expect((await system.refusal(readClueContent, asked, another)).code).toBe('record.unknown');
    const auditor = await system.person('auditAdministrator', { site: desk.site });
    const { items } = await system.ask(listClueLooks, { recordId: clueId }, auditor);
    expect(items.map(({ accountId, purpose }) => [accountId, purpose])).toEqual([
      [organCustodian.account, '初步核实'],
    ]);
  });
});

test('whoever is recused from the organization where a clue arose learns of no transfer with it (rules.md 2)', async () => {
  const organizationId = newId();
  const batch = await Batch.draft(desk, [await desk.screened({ organizationId })]);
  const recused = await desk.person('office');
  await system.recuse(recused, organizationId);
  expect((await system.refusal(readTransfer, { transferId: batch.id }, recused)).code).toBe('record.unknown');
  expect((await system.refusal(readTransferForm, { transferId: batch.id }, recused)).code).toBe(
    'record.unknown',
  );
  const { items } = await system.ask(listTransfers, { organizationId }, recused);
  expect(items).toEqual([]);
  await batch.approveAsLeader();
  expect((await batch.refusedOffice(recused)).code).toBe('record.unknown');
  expect((await system.ask(listClues, { organizationId }, recused)).items).toEqual([]);
});
