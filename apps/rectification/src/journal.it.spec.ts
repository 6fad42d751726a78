import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listSupervisions,
  nameCaseSigner,
  recordOutcome,
  listRectificationLooks,
  rectificationLookNoted,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes } from '@xuncha/domain-kit';
import { Looks } from '@xuncha/service-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { CaseStore } from './case/case.store.js';
import { on, Village } from './case/village.fixture.js';
import { ItemStore } from './item/item.store.js';
import { rectification } from './main.js';
import { OutcomeStore } from './outcome/outcome.store.js';
import { SupervisionStore } from './supervision/supervision.store.js';

const looks = new Looks({ noted: rectificationLookNoted, list: listRectificationLooks });
const stores = [...[CaseStore, ItemStore, OutcomeStore, SupervisionStore].map((Kept) => new Kept()), looks];
let system: ServicesUnderTest;

beforeAll(async () => {
  system = await startServices([]);
  const onsite = await system.publisher('onsite');
  await system.start(rectification);
  await life(await Village.make(system, onsite));
});
afterAll(() => system?.stop());

/** A record of every kind, with emoji, money and a sealed reason. */
async function life(village: Village) {
  const { caseId, people, site } = village;
  const { office } = people;
  await village.act(nameCaseSigner, office, { reason: '主要负责人到任👍' });
  const [item] = await village.underway();
  await village.solve(item!.id);
  const persons = ['演示己001'];
  const outcome = { itemId: item!.id, kind: 'accountability' as const, title: '问责', persons, on };
  await system.ask(recordOutcome, outcome, office);
  await village.report();
  await system.setClock(site, '2017-08-02T01:00:00.000Z');
  await eventually(async () => (await system.ask(listSupervisions, { caseId }, office)).items.length > 0);
}

test.each(stores.map((store) => [store.shape.aggregate, store] as const))(
  'the journal’s last word on each %s proves what the table holds (architecture.md, Data)',
  async (aggregate, store) => {
    const latest = await system.look<{ site: string; id: Buffer; hash: Buffer }>(
      'rectification',
      `SELECT site, aggregate_id AS id, row_hash AS hash FROM journal j WHERE aggregate = ? AND version =
       (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)`,
      [aggregate],
    );
    expect(latest.length).toBeGreaterThan(0);
    const { manager } = system.runtime('rectification').db;
    for (const { site, id, hash } of latest) {
      const row = await store.canonicalRow(manager, site, idFromBytes(id));
      expect(canonicalHash(row).toString('hex')).toBe(hash.toString('hex'));
    }
  },
);
