import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acceptPlan,
  closeItem,
  countItems,
  draftPlan,
  listItems,
  reopenItem,
  returnItem,
  signPlan,
  startItem,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { Village } from '../case/village.fixture.js';
import { rectification } from '../main.js';

let system: ServicesUnderTest;
let village: Village;

beforeAll(async () => {
  system = await startServices([]);
  const onsite = await system.publisher('onsite');
  await system.start(rectification);
  village = await Village.make(system, onsite);
  const [soon, later] = village.rows();
  const rows = [
    { ...soon!, measure: '清退补贴', dueOn: '2017-06-05' },
    { ...later!, measure: '公开账目', dueOn: '2017-06-20' },
  ];
  await village.act(draftPlan, village.people.liaison, { rows });
  await village.act(signPlan, village.people.head);
  await village.act(acceptPlan, village.people.office);
});
afterAll(() => system?.stop());

const measures = async (asked: Partial<In<typeof listItems>>, as = village.people.office) =>
  (await system.ask(listItems, asked, as)).items.map(({ measure }) => measure);

test('the ledger says what is to be done, without a look at who does it and what is proven by', async () => {
  expect(await measures({ caseId: village.caseId })).toEqual(['清退补贴', '公开账目']);
  const [entry] = (await system.ask(listItems, {}, village.people.liaison)).items;
  expect(entry).toMatchObject({ measure: '清退补贴', sentBack: false });
  expect(entry).not.toHaveProperty('responsible');
});

test('is narrowed to what is due within a week, what is over, and one round', async () => {
  expect(await measures({ due: 'soon' })).toEqual(['清退补贴']);
  expect(await measures({ due: 'overdue' })).toEqual([]);
  expect(await measures({ roundId: village.place.roundId })).toHaveLength(2);
  expect(await measures({ roundId: newId() })).toEqual([]);
  await system.setClock(village.site, '2017-06-15T02:00:00.000Z');
  expect(await measures({ due: 'soon' })).toEqual(['公开账目']);
  expect(await measures({ due: 'overdue' })).toEqual(['清退补贴']);
  expect(await measures({ due: 'overdue', state: 'inProgress' })).toEqual([]);
  const { office } = village.people;
  expect(await system.ask(countItems, { due: 'overdue' }, office)).toMatchObject({ open: 1, closed: 0 });
});

test('nothing is owed once it was handed in, and what comes back says so', async () => {
  const { office, liaison } = village.people;
  const { id } = (await village.items())[0]!;
  const isSentBack = async () => (await village.items())[0]!.sentBack;
  await village.onItem(startItem, id, liaison);
  await village.handIn(id);
  expect(await measures({ due: 'overdue' })).toEqual([]);
  expect(await isSentBack()).toBe(false);
  await village.onItem(returnItem, id, office, { opinion: '佐证不足' });
  expect(await measures({ due: 'overdue' })).toEqual(['清退补贴']);
  expect(await isSentBack()).toBe(true);
  await village.handIn(id);
  await village.onItem(closeItem, id, office);
  expect(await isSentBack()).toBe(false);
  await village.onItem(reopenItem, id, office, { because: 'lookBack', opinion: '补贴仍未退回' });
  expect(await isSentBack()).toBe(true);
});
