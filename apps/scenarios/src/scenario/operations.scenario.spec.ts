// What operations and auditors run at their desks, as they run it: programs beside the services, which go on meanwhile.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listPetitions, readPetitionContent, recordContracts } from '@xuncha/contracts';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';
import { passwordFrom } from '../replay/passwords.js';
import { smallYear, type SmallYear } from './small-year.fixture.js';

const installation = installationFrom(process.env);
const api = new Api(installation.address);
const doors = new Doors(api, installation);
const programs = fileURLToPath(new URL('../../../../libs/service-kit/dist/cli/', import.meta.url));
const services = Object.keys(recordContracts);
let year: SmallYear;
let folder: string;

interface Outcome {
  readonly code: number;
  readonly text: string;
}
function run(program: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(programs, `${program}.js`), ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });
}
/** Of a petition, which is kept sealed. */
async function letters(): Promise<string[]> {
  const account = 'custodian-5';
  const token = await doors.token({ site: year.site, account, password: passwordFrom(year.secret, account) });
  const { items } = await api.ask(listPetitions, {}, { token });
  const contents = items.map(({ id }) =>
    api.ask(readPetitionContent, { petitionId: id, purpose: '核对' }, { token }),
  );
  return (await Promise.all(contents)).map(({ content }) => content);
}

beforeAll(async () => {
  year = await smallYear(installation);
  folder = mkdtempSync(join(tmpdir(), 'xuncha-operations-'));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('verify proves journals, seals and rows of every service while they run', async () => {
  const { code, text } = await run('verify');
  expect(text).not.toContain('BROKEN');
  for (const service of services) expect(text).toMatch(new RegExp(`_${service}: \\d+ rows.*: whole`));
  expect(code).toBe(0);
});

describe('the record of a site, read out', () => {
  const place = (name: string) => join(folder, name);
  beforeAll(async () => {
    const { code, text } = await run('export', '--site', year.site, '--to', place('export'));
    if (code !== 0) throw new Error(text);
    cpSync(join(place('export'), 'keys'), place('keys'), { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(place('auditor.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  });

  test('is proven whole by its files and the keys alone, and countersigned once', async () => {
    const proven = await run('verify', place('export'), '--keys', place('keys'));
    expect(proven.text.match(/: whole$/gm)).toHaveLength(services.length + 1);
    expect(proven.code).toBe(0);
    const sign = () =>
      run('countersign', place('export'), '--keys', place('keys'), '--key', place('auditor.pem'));
    expect(await sign()).toMatchObject({ code: 0, text: expect.stringMatching(/^[1-9]\d* checkpoints/) });
    expect(await sign()).toMatchObject({ code: 0, text: expect.stringMatching(/^0 checkpoints/) });
  });

  test('is proven broken where one letter was changed', async () => {
    const journal = join(place('export'), 'onsite', 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"onsite.', '"onsitf.'));
    const { code, text } = await run('verify', place('export'), '--keys', place('keys'));
    expect(text).toMatch(/^onsite: .*: BROKEN$/m);
    expect(text).toMatch(/^planning: .*: whole$/m);
    expect(code).toBe(1);
  });
});

test('a site gets another key while everything runs, and the old one is destroyed: whoever may read goes on reading', async () => {
  const before = await letters();
  expect(before.length).toBeGreaterThan(0);
  const rotated = await run('rotate', '--site', year.site);
  expect([rotated.code, rotated.text]).toEqual([0, expect.stringContaining('version 2 of the key')]);
  expect(await run('rotate', '--site', year.site, '--retire')).toMatchObject({
    code: 0,
    text: expect.stringContaining('destroyed version 1'),
  });
  expect(await letters()).toEqual(before);
});

test('insight reads everything anew and comes to the same figures', async () => {
  const { code, text } = await run('rebuild', 'insight');
  expect([code, text]).toEqual([0, expect.any(String)]);
  const { figures } = await smallYear(installation);
  expect(figures).toEqual(year.figures);
}, 180_000);

test('nothing is parked after a year', async () => {
  expect(await run('parked')).toMatchObject({
    code: 0,
    text: expect.stringContaining('services answered; 0 aggregates'),
  });
});

test('a broker of the house is told a user for every service, and no secret', async () => {
  const { code, text } = await run('broker-users');
  expect(code).toBe(0);
  const { users } = JSON.parse(text.slice(text.indexOf('{'))) as { users: { nkey: string }[] };
  expect(users.length).toBeGreaterThan(services.length);
  for (const { nkey } of users) expect(nkey).toMatch(/^U[A-Z2-7]{55}$/);
});
