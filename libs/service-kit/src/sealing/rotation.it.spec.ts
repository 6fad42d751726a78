// What is sealed stays readable while its site's key is rotated, and no row changes by it (rules.md, Regulation of data).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { FileKeyWrapper, KeyWrapper, type SiteKey } from '../crypto/key-wrapper.js';
import { stateSubject, type StateReport } from '../journal/state-proof.js';
import { Lease } from '../relay/lease.js';
import { Rotation } from './rotation.js';
import { keepSecret, listSecrets, remarkSecret, secrets, shredSecret } from './secrets.fixture.js';

let system: ServicesUnderTest;
let wrapper: KeyWrapper;
let site: string;
let clerk: Person;
let rotation: Rotation;

beforeAll(async () => {
  system = await startServices([secrets, secrets]);
  wrapper = new FileKeyWrapper(system.config.keyFolder);
});
afterAll(() => system?.stop());
beforeEach(async () => {
  site = await system.openSite();
  clerk = await system.person('office', { site });
  rotation = rotationOf(['secrets']);
});

function rotationOf(services: readonly string[]): Rotation {
  return new Rotation({ nats: system.nats, prefix: system.config.prefix, wrapper, services }, site);
}
const keep = (text: string) => system.ask(keepSecret, { text }, clerk);
const texts = async () => (await system.ask(listSecrets, {}, clerk)).items.map(({ text }) => text);
const left = async () => (await rotation.standings())[0]!.left;
const versionsInUse = async () => {
  const sql = 'SELECT DISTINCT version FROM record_key WHERE site = ? ORDER BY version';
  return (await system.look<{ version: number }>('secrets', sql, [site])).map(({ version }) => version);
};
const rowHashes = async () => {
  const sql = 'SELECT id, HEX(text) AS text FROM secret WHERE site = ? ORDER BY id';
  return system.look('secrets', sql, [site]);
};
/** Nobody wraps anew while a test holds this. */
async function holdUp(): Promise<Lease> {
  const lease = new Lease(system.runtime('secrets').db, 'rewrap');
  await eventually(() => lease.take());
  return lease;
}

describe('a record', () => {
  test('has one key for all its fields, in a table of its own, and nothing of it is legible there', async () => {
    const { id, version } = await keep('机密甲');
    await system.ask(remarkSecret, { secretId: id, seen: version, remark: '备注甲' }, clerk);
    const { items } = await system.ask(listSecrets, {}, clerk);
    expect(items).toMatchObject([{ text: '机密甲', remark: '备注甲' }]);
    const [row] = await system.look<Record<'text' | 'remark', Buffer>>(
      'secrets',
      'SELECT text, remark FROM secret WHERE site = ?',
      [site],
    );
    expect(row!.text.includes('机密') || row!.remark.includes('备注')).toBe(false);
    expect(await system.look('secrets', 'SELECT 1 FROM record_key WHERE site = ?', [site])).toHaveLength(1);
  });

  test('whose key is lost says nothing any more', async () => {
    const { id, version } = await keep('机密乙');
    await system.ask(shredSecret, { secretId: id, seen: version }, clerk);
    expect(await texts()).toEqual([null]);
  });

  test('gets one key where two seal something of it at once', async () => {
    const { id } = await keep('机密丙');
    await system.look('secrets', 'DELETE FROM record_key WHERE site = ?', [site]);
    const input = { secretId: id, seen: 1, remark: '备注丙' };
    const remarks = await Promise.allSettled([1, 2, 3, 4].map(() => system.ask(remarkSecret, input, clerk)));
    expect(remarks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const sql = 'SELECT 1 FROM record_key WHERE site = ?';
    expect(await system.look('secrets', sql, [site])).toHaveLength(1);
  });
});

describe('rotation', () => {
  test('wraps anew what was sealed before, changes no row, and then the old version can go', async () => {
    const words = Array.from({ length: 30 }, (_, index) => `机密${index}`);
    for (const text of words) await keep(text);
    const rows = await rowHashes();
    const pseudonyms = system.runtime('secrets').vault.pseudonymKey(site);
    expect(await rotation.begin()).toBe(2);
    await eventually(async () => (await left()) === 0);
    expect(await versionsInUse()).toEqual([2]);
    expect(await rotation.retire()).toEqual([1]);
    expect(await wrapper.versions(site)).toEqual([2]);
    expect(await texts()).toEqual(words);
    expect(await rowHashes()).toEqual(rows);
    expect(system.runtime('secrets').vault.pseudonymKey(site)).toEqual(pseudonyms);
    const proof = await system.nats.request(stateSubject(system.config.prefix, 'secrets'), '', {
      timeout: 20_000,
    });
    expect(proof.json<StateReport>().findings).toEqual([]);
  });

  test('while it is under way old and new are read, what is new has the new version, and the old one cannot go', async () => {
    await keep('旧');
    const lease = await holdUp();
    await rotation.begin();
    await keep('新');
    expect(await versionsInUse()).toEqual([1, 2]);
    expect(await texts()).toEqual(['旧', '新']);
    await expect(rotation.retire()).rejects.toThrow('1 keys that are not wrapped anew yet');
    expect(await wrapper.versions(site)).toEqual([1, 2]);
    expect(await rotation.begin()).toBe(2); // goes on with what was begun
    await lease.giveBack();
    await eventually(async () => (await left()) === 0);
    expect(await texts()).toEqual(['旧', '新']);
  });

  test('that falls in the middle is gone on with where it stopped', async () => {
    for (let index = 0; index < 25; index++) await keep(`机密${index}`);
    const vaults = system.runtimes('secrets').map(({ vault }) => vault as { wrapper: KeyWrapper });
    const sound = vaults.map((vault) => vault.wrapper);
    const failing = new FailingAfter(wrapper, 10);
    for (const vault of vaults) vault.wrapper = failing;
    await rotation.begin();
    await eventually(async () => (await left()) === 15);
    await expect(rotation.retire()).rejects.toThrow('not wrapped anew yet');
    vaults.forEach((vault, index) => (vault.wrapper = sound[index]!));
    await eventually(async () => (await left()) === 0);
    expect(await texts()).toHaveLength(25);
  });

  test('takes along what is being sealed at its very moment', async () => {
    await keep('第一件');
    const sealing = Promise.all(Array.from({ length: 40 }, (_, index) => keep(`机密${index}`)));
    await rotation.begin();
    await sealing;
    await eventually(async () => (await left()) === 0);
    await rotation.retire();
    expect(await texts()).toHaveLength(41);
  });

  test('is refused where a service does not answer, and where nothing was ever sealed', async () => {
    await expect(rotation.begin()).rejects.toThrow('nothing of site');
    await keep('机密');
    const withSleeper = rotationOf(['secrets', 'sleeper']);
    await expect(withSleeper.begin()).rejects.toThrow('sleeper does not answer');
    await expect(withSleeper.retire()).resolves.toEqual([]);
    await rotation.begin();
    await eventually(async () => (await left()) === 0);
    await expect(withSleeper.retire()).rejects.toThrow('sleeper: no answer');
    expect(await wrapper.versions(site)).toEqual([1, 2]);
  });
});

/** A key management service that goes away. */
class FailingAfter extends KeyWrapper {
  constructor(
    private readonly inner: KeyWrapper,
    private allowed: number,
  ) {
    super();
  }
  versions = (of: string) => this.inner.versions(of);
  newest = (of: string) => this.inner.newest(of);
  make = (of: string) => this.inner.make(of);
  destroy = (key: SiteKey) => this.inner.destroy(key);
  unwrap = (key: SiteKey, wrapped: Buffer, context: string) => this.inner.unwrap(key, wrapped, context);
  async wrap(key: SiteKey, dataKey: Buffer, context: string): Promise<Buffer> {
    if (this.allowed-- <= 0) throw new Error('the service is away');
    return this.inner.wrap(key, dataKey, context);
  }
}
