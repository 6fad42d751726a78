import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalHash, newId, type Id } from '@xuncha/domain-kit';
import { JournalUnderTest, writeRows } from '@xuncha/testing';
import type { DataSource } from 'typeorm';
import { Lease } from '../relay/lease.js';
import { Sealer } from '../relay/sealer.js';
import { verifyChain } from './verify-chain.js';
import { verifyState } from './verify-state.js';

let journal: JournalUnderTest;
let db: DataSource;
let aggregateId: Id;

/** Two sites, six and three rows, all sealed and the floor raised. */
beforeEach(async () => {
  journal = new JournalUnderTest();
  db = (await journal.replica()).db;
  aggregateId = await writeRows(db, { rows: 6, site: '330300' });
  await writeRows(db, { rows: 3, site: '330381' });
  const lease = new Lease(db, 'relay');
  await lease.take();
  const sealer = await Sealer.resume(lease);
  await sealer.seal(100);
  await journal.rows('UPDATE relay SET published = ?, sealed_floor = ?', [sealer.last, sealer.floor]);
  await lease.giveBack();
});
afterEach(() => journal.close());

const findings = async () => (await verifyChain(db)).findings;
/** What only somebody with rights over the whole server can do. */
const tamper = (sql: string) => journal.rows(sql);

describe('verifying the journal by its chain', () => {
  it('a journal that nobody touched is whole, with the rows that wait for their seal', async () => {
    await writeRows(db, { rows: 2 });
    expect(await verifyChain(db)).toEqual({ sites: 2, sealed: 9, waiting: 2, findings: [] });
  });

  it.each([
    ['body', `body = CONCAT(body, ' ')`],
    ['effective date', `effective = '2026-03-03'`],
    ['recorded instant by a microsecond', 'recorded_at = recorded_at + INTERVAL 1 MICROSECOND'],
    ['hash of the row', 'row_hash = REVERSE(row_hash)'],
    ['actor', 'actor = id'],
    ['classification', `classification = 'open'`],
    ['site', `site = '330381'`],
  ])('an edited %s is found at its number', async (_what, edit) => {
    await tamper(`UPDATE journal SET ${edit} WHERE version = 4`);
    expect(await findings()).toEqual([expect.stringContaining('site 330300: number 4 (journal position 4)')]);
  });

  it('a removed journal row is found', async () => {
    await tamper('DELETE FROM journal WHERE version = 4');
    expect(await findings()).toEqual([
      'site 330300: the journal row of number 4 is missing',
      expect.stringMatching(/versions of aggregate .* are missing/),
    ]);
  });

  it('a row removed together with its seal is found', async () => {
    await tamper('DELETE seal, journal FROM seal JOIN journal USING (position) WHERE version = 4');
    expect(await findings()).toContain('site 330300: numbers 4 to 4 are missing');
    expect(await findings()).toContain('8 ordinals from 1 to 9');
  });

  it('rows cut off at the end together with their seals are found by what was published', async () => {
    await tamper('DELETE seal, journal FROM seal JOIN journal USING (position) WHERE ordinal > 7');
    expect(await findings()).toEqual(['ordinals 8 to 9 were published and are gone']);
  });

  it('two rows that changed places are found at both', async () => {
    await tamper('UPDATE seal SET position = 99 WHERE number = 2 AND ordinal < 7');
    await tamper('UPDATE seal SET position = 2 WHERE number = 3 AND ordinal < 7');
    await tamper('UPDATE seal SET position = 3 WHERE position = 99');
    expect(await findings()).toEqual([
      expect.stringContaining('number 2 (journal position 3)'),
      expect.stringContaining('number 3 (journal position 2)'),
    ]);
  });

  it('a row slipped in behind the seal is found', async () => {
    await writeRows(db);
    await tamper('UPDATE journal SET position = 0 WHERE position > 9');
    expect(await findings()).toEqual(['journal position 0 was written behind the seal']);
  });

  it('a forged seal is found at the row after it', async () => {
    await tamper('UPDATE seal SET hash = REVERSE(hash) WHERE ordinal = 2');
    expect(await findings()).toEqual([
      expect.stringContaining('number 2 (journal position 2)'),
      expect.stringContaining('number 3 (journal position 3)'),
    ]);
  });
});

describe('verifying the state by the journal', () => {
  const asWritten = { id: 'a', name: '塘下镇' };
  const verify = (row: object | null) =>
    verifyState(db, async (last) => (last.id === aggregateId ? row : { other: true }));

  beforeEach(async () => {
    await journal.rows('UPDATE journal SET row_hash = ?', [canonicalHash({ other: true })]);
    await journal.rows('UPDATE journal SET row_hash = ? WHERE site = ? AND version = 6', [
      canonicalHash(asWritten),
      '330300',
    ]);
  });

  it('rows that are what their last version left are right', async () => {
    expect(await verify(asWritten)).toEqual({ checked: 2, findings: [] });
  });

  it('an edited row is found', async () => {
    const { findings } = await verify({ ...asWritten, name: '飞云街道' });
    expect(findings).toEqual([
      `site 330300: the row of ledger.entry ${aggregateId} is not what version 6 left`,
    ]);
  });

  it('a removed row is found', async () => {
    const { findings } = await verify(null);
    expect(findings).toEqual([`site 330300: the row of ledger.entry ${aggregateId} is missing`]);
  });

  it('more rows than one page are all looked at', async () => {
    for (let n = 0; n < 6; n += 1) {
      await Promise.all(Array.from({ length: 100 }, () => writeRows(db, { aggregateId: newId() })));
    }
    expect((await verify(asWritten)).checked).toBe(602);
  });
});
