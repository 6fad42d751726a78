// Whoever steals database, disks, broker and logs has nothing of what the rules call sealed (rules.md 5, 13, Regulation of data): a small
// year is played with known secrets, and looked for in everything but the folder of keys. The same search finds what is open.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { exportRoster, readClueContent, readPetitionContent, type QueryContract } from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { newId, parseDate } from '@xuncha/domain-kit';
import { dumped, publishedEvents } from '@xuncha/testing';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';
import { passwordFrom, SECURITY } from '../replay/passwords.js';
import { Run } from '../replay/run.js';
import { Runs } from '../replay/runs.js';
import { expectedFigures } from '../ruian-2017/figures.js';
import { makePlan } from '../ruian-2017/plan.js';
import { rehearsedSite } from '../year/rehearsal.js';
import { cutOff, filesBelow, Wanted, withSecrets, type Piece } from './theft.fixture.js';

const installation = installationFrom(process.env);
const api = new Api(installation.address);
const doors = new Doors(api, installation);
const services = ['planning', 'talent', 'onsite', 'clues', 'rectification', 'identity', 'insight', 'linkage'];
const mark = () => randomBytes(10).toString('hex').toUpperCase();
/** Until then a petition was answered, and of a clue it is known what came of it. */
const enough = parseDate('2017-05-20');
const [secret, open] = [mark(), mark()];
const known = new Wanted(open);

let site: string;
/** The secrets of the year, and by what its people sign in. */
let wanted: Wanted;
const tokens = new Map<string, string>();

interface Answer {
  readonly status: number;
  readonly text: string;
}
async function send(line: string, as: string, body?: unknown): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ');
  const isRaw = typeof body === 'string';
  const response = await fetch(`${installation.address}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(as)}`,
      ...(body === undefined ? {} : { 'content-type': isRaw ? 'text/csv' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}
/** With a purpose, where one must be given. */
function pathOf({ route, input }: QueryContract, id: string): string {
  const purpose = 'purpose' in input.shape ? `?purpose=${encodeURIComponent('核对')}` : '';
  return route!.path.replace(/\{\w+\}/, id) + purpose;
}
async function idsOf(path: string, as: string): Promise<string[]> {
  const { items } = JSON.parse((await send(`GET ${path}`, as)).text) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

beforeAll(async () => {
  const choice = { replay: 'theft', seed: 1, scale: 0.05 };
  const plan = withSecrets(cutOff(makePlan(choice), enough), { secret, open });
  const year = rehearsedSite(plan, { key: 'site', abbreviation: '瑞' });
  const rehearsal = { name: year.name, sites: [year], expected: expectedFigures(choice.scale), later: {} };
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-theft-'));
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  const checkpoint = new Runs(folder, choice, rehearsal).begin();
  try {
    await new Run(installation, rehearsal, checkpoint, {
      stop: new AbortController().signal,
      out,
    }).toTheEnd();
  } finally {
    checkpoint.close();
    rmSync(folder, { recursive: true });
  }
  const { heading } = checkpoint;
  ({ site } = heading);
  const people = [SECURITY, 'custodian-5', 'custodian-6', 'office-1'];
  for (const account of people) {
    const credentials = { site, account, password: passwordFrom(heading.secret, account) };
    tokens.set(account, await doors.token(credentials));
  }
  const passwords = [SECURITY, 'custodian-5'].map((account) => passwordFrom(heading.secret, account));
  wanted = new Wanted(secret, ...passwords, tokens.get('custodian-5')!.split('.')[2]!);
}, 600_000);

describe('the secrets are there', () => {
  test('whoever may read a petition and a clue reads them', async () => {
    const [petition] = await idsOf('/petitions', 'custodian-5');
    const [clue] = await idsOf('/clues', 'custodian-6');
    const letter = await send(`GET ${pathOf(readPetitionContent, petition!)}`, 'custodian-5');
    const content = await send(`GET ${pathOf(readClueContent, clue!)}`, 'custodian-6');
    for (const { status, text } of [letter, content]) {
      expect(status).toBe(200);
      expect(text).toContain(secret);
    }
  });

  test('whoever typed a draft reads it, and nobody else', async () => {
    const form = randomBytes(32).toString('hex');
    const draft = {
      command: 'onsite.petition.receive',
      content: JSON.stringify({ content: `${secret}草稿` }),
    };
    const { status } = await send(`PUT /me/drafts/${form}`, 'custodian-5', draft);
    expect(status).toBe(200);
    expect((await send(`GET /me/drafts/${form}`, 'custodian-5')).text).toContain(secret);
    for (const other of ['custodian-6', SECURITY])
      expect((await send(`GET /me/drafts/${form}`, other)).text).toBe('{"draft":null}');
  });

  test('a file with one of them is in the content store', async () => {
    const { status } = await send('POST /register/files?name=a.csv', 'office-1', `代码,名称\n${secret},村`);
    expect(status).toBe(200);
  });
});

describe('a refusal repeats nothing of what was sent', () => {
  const petition = (more: object = {}) => ({
    channel: 'letter',
    content: `${secret}内容`,
    sender: { name: `${secret}名`, contact: `${secret}电话` },
    ...more,
  });
  const cases: readonly [what: string, status: number, send: () => Promise<Answer>][] = [
    ['fields wrong', 400, () => send(`POST /inspections/${newId()}/petitions`, 'custodian-5', petition({ channel: secret }))],
    ['an unknown inspection', 404, () => send(`POST /inspections/${newId()}/petitions`, 'custodian-5', petition())],
    ['no permission', 403, () => send(`POST /inspections/${newId()}/petitions`, 'custodian-6', petition())],
    [
      'the sender in the content',
      422,
      () => send(`POST /inspections/${newId()}/petitions`, 'custodian-5', petition({ content: `${secret}名` })),
    ],
    ['a wrong password', 401, () => send('POST /sign-in', 'office-1', { site, account: 'office-1', password: secret })],
  ]; // oxfmt-ignore
  test.each(cases)('%s', async (_, status, sent) => {
    const answer = await sent();
    expect(answer.status).toBe(status);
    expect(await wanted.in([{ name: 'answer', bytes: Buffer.from(answer.text) }])).toEqual([]);
  });
});

/** What is looked through, and something that is known to be in it. */
const places: readonly [what: string, pieces: () => AsyncIterable<Piece>, control: () => Wanted][] = [
  ['the database, read table by table', () => dumped(process.env), () => known],
  ['the files of the database', () => below('database'), () => known],
  ['the files of the broker', () => below('broker'), () => new Wanted(site)],
  ['what was published', events, () => new Wanted(site)],
  ['the logs', () => below('logs'), () => new Wanted('service is up')],
  ['stored files', () => below('content'), () => new Wanted('XCC')],
  ['health and metrics', pages, () => new Wanted('onsite')],
  ['what is exported', exported, () => new Wanted('演示')],
];

describe('no trace of them is in', () => {
  test.each(places)(
    '%s, where the same search finds what is open',
    async (_, pieces, control) => {
      expect(await control().in(pieces())).not.toEqual([]);
      expect(await wanted.in(pieces())).toEqual([]);
    },
    300_000,
  );
});

function below(folder: string): AsyncIterable<Piece> {
  return filesBelow(join(installation.dataFolder, folder));
}

async function* events(): AsyncGenerator<Piece> {
  for (const event of await publishedEvents(process.env, services))
    yield { name: event.type, bytes: Buffer.from(JSON.stringify(event)) };
}

async function* pages(): AsyncGenerator<Piece> {
  for (const path of ['/health', '/metrics'])
    yield { name: path, bytes: Buffer.from((await api.page(path)).text) };
}

/** As it is, and unpacked. */
async function* exported(): AsyncGenerator<Piece> {
  const { text } = await send('GET /talent/roster', 'office-1');
  const { name, base64, mediaType } = exportRoster.output.parse(JSON.parse(text));
  const content = Buffer.from(base64, 'base64');
  yield { name, bytes: content };
  yield { name: `${name}, unpacked`, bytes: Buffer.from(JSON.stringify(await linesOf(content, mediaType))) };
}
