import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@xuncha/domain-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { closeNote, notes, notesRecord, rewriteNote, writeNote } from '@xuncha/testing/notes';
import { fetchExport } from './fetch-export.js';
import { verifyExport } from './verify-export.js';

let system: ServicesUnderTest;
let office: Person;
let base: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'xuncha-export-'));
  system = await startServices([notes]);
  office = await system.person('office');
});
afterAll(async () => {
  rmSync(base, { recursive: true, force: true });
  await system?.stop();
});

let serial = 0;
const write = () => system.ask(writeNote, { organizationId: newId(), text: `存档${++serial}` }, office);
const whole = { findings: [], sections: [expect.objectContaining({ service: 'notes', findings: [] })] };
async function exported(folder: string) {
  const { nats, config, site } = system;
  return fetchExport({ nats, prefix: config.prefix, services: ['notes'], site, folder });
}

test('a running service’s record of one site verifies by nothing but the export and its public key', async () => {
  const { id } = await write();
  await system.ask(closeNote, { noteId: id, seen: 1 }, office);
  await system.refusal(rewriteNote, { noteId: id, seen: 1, text: '晚' }, office);
  const [section] = await exported(join(base, 'one'));
  expect(section!.number).toBeGreaterThanOrEqual(3);
  expect(verifyExport(join(base, 'one'), join(base, 'one', 'keys'))).toEqual(whole);
});

test('while people go on working, what is exported is of one instant', async () => {
  let isOver = false;
  const working = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) await write();
    }),
  );
  await write();
  for (const name of ['two', 'three', 'four']) {
    const [section] = await exported(join(base, name));
    expect(section!.files['state.jsonl'].lines).toBeGreaterThan(1);
    expect(verifyExport(join(base, name))).toEqual(whole);
  }
  isOver = true;
  await working;
});

test('an export is never written over another', async () => {
  await exported(join(base, 'five'));
  await expect(exported(join(base, 'five'))).rejects.toThrow('is there already');
});

test('a site of which the service has nothing is exported as that', async () => {
  const { nats, config } = system;
  const site = await system.openSite();
  const folder = join(base, 'empty');
  const [section] = await fetchExport({ nats, prefix: config.prefix, services: ['notes'], site, folder });
  expect(section).toMatchObject({ number: 0 });
  expect(verifyExport(folder)).toEqual(whole);
});

test('the audit administrator is shown the checkpoints that the service signed', async () => {
  await exported(join(base, 'six'));
  const auditor = await system.person('auditAdministrator');
  const { publicKey, items } = await system.ask(notesRecord.listCheckpoints, {}, auditor);
  expect(items[0]).toMatchObject({ service: 'notes', site: system.site });
  expect(readFileSync(join(base, 'six', 'keys', 'notes.pub'), 'utf8')).toBe(publicKey);
});
