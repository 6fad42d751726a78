import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  readInspector,
  recordTraining,
  requestCallUp,
  listTalentLooks,
  talentLookNoted,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes, newId, parseDate } from '@xuncha/domain-kit';
import { Looks } from '@xuncha/service-kit';
import { CallUpStore } from './call-up/call-up.store.js';
import { InspectorStore } from './inspector/inspector.store.js';
import { on, PoolUnderTest } from './pool.fixture.js';

const looks = new Looks({ noted: talentLookNoted, list: listTalentLooks });
const stores = [...[InspectorStore, CallUpStore].map((Kept) => new Kept()), looks];
let pool: PoolUnderTest;
beforeAll(async () => {
  pool = await PoolUnderTest.start();
  await life();
});
afterAll(() => pool?.system.stop());

/** A record of every kind, with a rare character in a sealed name. */
async function life() {
  const { system, office } = pool;
  const unit = await pool.organization('municipalUnit');
  const kin = [{ relation: 'spouse' as const, organizationId: unit }];
  const inspectorId = await pool.pooled({ name: '演示𠮷一', kin, specialities: ['audit'] });
  await system.ask(recordTraining, { inspectorId, seen: 2, course: 'basics', heldBy: 'site', on }, office);
  await system.ask(readInspector, { inspectorId }, office);
  const until = parseDate('2017-05-31');
  await system.ask(requestCallUp, { inspectorId, roundId: newId(), from: on, until, on }, office);
}

test.each(stores.map((store) => [store.shape.aggregate, store] as const))(
  'the journal’s last word on each %s proves what the table holds (architecture.md, Data)',
  async (aggregate, store) => {
    const latest = await pool.system.look<{ site: string; id: Buffer; hash: Buffer }>(
      'talent',
      `SELECT site, aggregate_id AS id, row_hash AS hash FROM journal j WHERE aggregate = ? AND version =
       (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)`,
      [aggregate],
    );
    expect(latest.length).toBeGreaterThan(0);
    const { manager } = pool.system.runtime('talent').db;
    for (const { site, id, hash } of latest) {
      const row = await store.canonicalRow(manager, site, idFromBytes(id));
      expect(canonicalHash(row).toString('hex')).toBe(hash.toString('hex'));
    }
  },
);
