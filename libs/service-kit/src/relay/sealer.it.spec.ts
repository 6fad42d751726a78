import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalUnderTest, writeRows } from '@xuncha/testing';
import type { DataSource, QueryRunner } from 'typeorm';
import { CHAIN_START, chainHash, JOURNAL_ROW } from '../journal/chain.js';
import { transact } from '../transaction.js';
import { Lease, LeaseLost } from './lease.js';
import { Sealer, type SealedRow } from './sealer.js';

let journal: JournalUnderTest;
let db: DataSource;
let lease: Lease;

beforeEach(async () => {
  journal = new JournalUnderTest();
  db = (await journal.replica()).db;
  lease = new Lease(db, 'relay');
  await lease.take();
});
afterEach(async () => {
  await lease.giveBack();
  await journal.close();
});

const sealed = () =>
  journal.rows<SealedRow>(
    `SELECT ${JOURNAL_ROW}, s.ordinal, s.number, s.hash FROM seal s JOIN journal j USING (position) ORDER BY s.ordinal`,
  );
const written = async () =>
  (await journal.rows<{ position: number }>('SELECT position FROM journal ORDER BY position')).map(
    (row) => row.position,
  );

/** A transaction that has written one row and waits to be ended. */
async function openTransaction(site?: string): Promise<QueryRunner> {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  await writeRows(runner, { site });
  return runner;
}
async function commit(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction();
  await runner.release();
}
async function rollBack(runner: QueryRunner): Promise<void> {
  await runner.rollbackTransaction();
  await runner.release();
}

/** Every committed row once, ordinals and the numbers of each site from 1 without gaps, every link of the chain right. */
async function expectWholeChain(): Promise<void> {
  const rows = await sealed();
  expect(rows.map((row) => row.ordinal)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.map((row) => row.position).toSorted((a, b) => a - b)).toEqual(await written());
  for (const site of new Set(rows.map((row) => row.site))) {
    let hash = CHAIN_START;
    for (const [index, row] of rows.filter((row) => row.site === site).entries()) {
      hash = chainHash(hash, index + 1, row);
      expect([row.number, row.hash]).toEqual([index + 1, hash]);
    }
  }
}

describe('sealing the journal', () => {
  it('numbers have no gaps and repeat nothing while many transactions commit and roll back at once', async () => {
    const sealer = await Sealer.resume(lease);
    let isWriting = true;
    const write = async (writer: number) => {
      for (let round = 0; round < 25; round += 1) {
        await transact(db, async (manager) => {
          const rows = 1 + ((writer + round) % 3);
          await writeRows(manager, { site: round % 4 === 0 ? '330300' : '330381', rows });
          if ((writer * round) % 5 === 4) throw new Error('rolled back');
        }).catch(() => undefined);
      }
    };
    const writing = Promise.all(Array.from({ length: 10 }, (_, writer) => write(writer))).finally(() => {
      isWriting = false;
    });
    while (isWriting) await sealer.seal(40);
    await writing;
    while ((await sealer.seal(40)).length > 0);
    await expectWholeChain();
  });

  it('a row that commits after later ones were sealed gets the next number, and so do all after it', async () => {
    const sealer = await Sealer.resume(lease);
    const late = await openTransaction();
    await writeRows(db, { rows: 3 });
    expect(await sealer.seal(100)).toHaveLength(3);
    expect(sealer.floor).toBe((await written())[0]! - 2);
    expect(await sealer.seal(100)).toHaveLength(0);
    await commit(late);
    await writeRows(db);
    const [lateRow, nextRow] = await sealer.seal(100);
    expect([lateRow!.number, nextRow!.number]).toEqual([4, 5]);
    expect(lateRow!.position).toBeLessThan(nextRow!.position);
    await expectWholeChain();
  });

  it('the floor passes a sealed row only when no earlier position is open', async () => {
    const sealer = await Sealer.resume(lease);
    const [early, late] = [await openTransaction(), await openTransaction()];
    await writeRows(db);
    await sealer.seal(100);
    const before = sealer.floor;
    await commit(late);
    await sealer.seal(100);
    expect(sealer.floor).toBe(before);
    await rollBack(early);
    await sealer.seal(100);
    // Rolled back for ever, but nobody can tell that from a slow transaction before the window is over.
    expect(sealer.floor).toBe(before);
  });

  it('the next leader seals a row that was open when the last one ended', async () => {
    const sealer = await Sealer.resume(lease);
    const [committed, rolledBack] = [await openTransaction('330300'), await openTransaction()];
    await writeRows(db, { rows: 2 });
    await sealer.seal(100);
    await commit(committed);
    await rollBack(rolledBack);
    await writeRows(db, { rows: 2 });
    const next = await Sealer.resume(lease);
    expect(await next.seal(100)).toHaveLength(3);
    expect(await next.seal(100)).toHaveLength(0);
    await expectWholeChain();
  });

  it('a leader that was paused before sealing seals nothing after its lease was taken', async () => {
    const paused = await Sealer.resume(lease);
    await writeRows(db, { rows: 2 });
    await journal.rows('UPDATE lease SET expires_at = UTC_TIMESTAMP(6)');
    const successor = new Lease((await journal.replica()).db, 'relay');
    await successor.take();
    await expect(paused.seal(100)).rejects.toThrow(LeaseLost);
    expect(await sealed()).toHaveLength(0);
    const next = await Sealer.resume(successor);
    expect(await next.seal(100)).toHaveLength(2);
    await expectWholeChain();
    await successor.giveBack();
  });

  it('a service cannot change or remove what is written or sealed', async () => {
    await writeRows(db);
    await (await Sealer.resume(lease)).seal(1);
    for (const table of ['journal', 'seal']) {
      await expect(db.query(`UPDATE ${table} SET site = 'x'`)).rejects.toThrow(/denied/);
      await expect(db.query(`DELETE FROM ${table}`)).rejects.toThrow(/denied/);
    }
  });
});
