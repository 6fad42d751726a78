import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  mergeClue,
  readClueContent,
  recordClueOutcome,
  listClueLooks,
  clueLookNoted,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes } from '@xuncha/domain-kit';
import { Looks } from '@xuncha/service-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { ClueStore } from './clue/clue.store.js';
import { Desk, Neighbours, person } from './desk.fixture.js';
import { clues } from './main.js';
import { OutcomeStore } from './outcome/outcome.store.js';
import { RoutingStore } from './routing/routing.store.js';
import { Batch } from './transfer/batch.fixture.js';
import { TransferStore } from './transfer/transfer.store.js';

const looks = new Looks({ noted: clueLookNoted, list: listClueLooks });
const stores = [...[ClueStore, RoutingStore, TransferStore, OutcomeStore].map((Kept) => new Kept()), looks];
let system: ServicesUnderTest;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  desk = await Desk.open(system, await Neighbours.start(system));
  await life();
});
afterAll(() => system?.stop());

/** A record of every kind, and some of them changed. */
async function life() {
  const { clueCustodian, organCustodian } = desk.people;
  const clueId = await desk.screened({ content: { persons: [person('演示壬001', 'D-1')] } });
  const again = await desk.screened();
  const { version: seen } = await desk.clue(again);
  await system.ask(mergeClue, { clueId: again, seen, intoId: clueId }, clueCustodian);
  const batch = await Batch.draft(desk, [clueId]);
  await batch.received();
  const filed = { clueId, kind: 'filed' as const, persons: [{ name: '演示壬001', identity: 'D-1' }] };
  await system.ask(recordClueOutcome, filed, organCustodian);
  await system.ask(readClueContent, { clueId, purpose: '核对👀' }, organCustodian);
}

test.each(stores.map((store) => [store.shape.aggregate, store] as const))(
  'the journal’s last word on each %s proves what the table holds (architecture.md, Data)',
  async (aggregate, store) => {
    const latest = await system.look<{ id: Buffer; hash: Buffer }>(
      'clues',
      `SELECT aggregate_id AS id, row_hash AS hash FROM journal j WHERE aggregate = ? AND version =
       (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)`,
      [aggregate],
    );
    expect(latest.length).toBeGreaterThan(0);
    for (const { id, hash } of latest) {
      const { manager } = system.runtime('clues').db;
      const row = await store.canonicalRow(manager, desk.site, idFromBytes(id));
      expect(canonicalHash(row).toString('hex')).toBe(hash.toString('hex'));
    }
  },
);
