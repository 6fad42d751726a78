// A department's own program, as its maker writes it: the public document, a key pair, a library for JWTs and HTTP. It signs for a
// transfer, reads, answers and records an outcome; and it is refused whatever is not its own.
import { beforeAll, describe, expect, test } from 'vitest';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import {
  activateDepartmentClient,
  listTokenRequests,
  registerDepartmentClient,
  suspendDepartmentClient,
} from '@xuncha/contracts';
import { parseDate } from '@xuncha/domain-kit';
import { eventually, publishedEvents } from '@xuncha/testing';
import {
  calculateJwkThumbprint,
  CompactSign,
  compactVerify,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';
import { Api } from '../replay/api.js';
import type { Done, Heading } from '../replay/checkpoint.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';
import { passwordFrom, SECURITY } from '../replay/passwords.js';
import { played } from '../replay/played.js';

const installation = installationFrom(process.env);
const api = new Api(installation.address);
const doors = new Doors(api, installation);
/** A year of its own, stopped while an organ has something to sign for. */
const choice = { replay: 'ruian-2017', seed: 9, scale: 0.05, isFresh: false };
const out = new Writable({ write: (_chunk, _encoding, done) => done() });

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: { readonly department: { flows: { clientCredentials: { tokenUrl: string } } } };
  };
}
type Body = Record<string, any>;
interface Answer {
  readonly status: number;
  readonly body: Body;
}

const keys = await generateKeyPair('EdDSA', { extractable: true });
let document: Document;
let site: string;
let security: string;
let clientId: string;
let organizationId: string;
let token: string;

async function answered(response: Promise<Response>): Promise<Answer> {
  const { status, json } = await response.then((it) => ({ status: it.status, json: it.json() }));
  return { status, body: (await json) as Body };
}

/** By the document alone: where an operation is, and what goes into its address. */
function ask(operationId: string, input: Body, by = token, key: string = randomUUID()): Promise<Answer> {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== operationId) continue;
      expect(operation.security?.some((scheme) => 'department' in scheme)).toBe(true);
      const rest = { ...input };
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(rest[name]);
        delete rest[name];
        return value;
      });
      const isQuery = method === 'get';
      const query = isQuery ? `?${new URLSearchParams(rest).toString()}` : '';
      return answered(
        fetch(`${installation.address}/api/v1${address}${query}`, {
          method: method.toUpperCase(),
          headers: {
            authorization: `Bearer ${by}`,
            ...(isQuery ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
          },
          ...(isQuery ? {} : { body: JSON.stringify(rest) }),
        }),
      );
    }
  throw new Error(`the document has no ${operationId}`);
}

function assertion(claims: JWTPayload = {}, by = keys.privateKey): Promise<string> {
  const said = { iss: clientId, sub: clientId, aud: `urn:xuncha:site:${site}`, jti: randomUUID() };
  const exp = Math.floor(Date.now() / 1000) + 120;
  return new SignJWT({ ...said, exp, ...claims }).setProtectedHeader({ alg: 'EdDSA' }).sign(by);
}

function tokenFor(client_assertion: string, scope?: string): Promise<Answer> {
  const { tokenUrl } = document.components.securitySchemes.department.flows.clientCredentials;
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const form = { grant_type: 'client_credentials', client_assertion_type, client_assertion };
  const body = new URLSearchParams({ ...form, ...(scope === undefined ? {} : { scope }) });
  return answered(fetch(installation.address + tokenUrl, { method: 'POST', body }));
}

function yearSoFar(): { heading: Heading; done: Done[] } | undefined {
  const folder = join(installation.dataFolder, 'replay');
  const name = readdirSync(folder).find((file) => file.startsWith(`r-${choice.replay}-${choice.seed}-`));
  if (!name) return undefined;
  const [heading, ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  return { heading: JSON.parse(heading!) as Heading, done: lines.map((line) => JSON.parse(line) as Done) };
}
/** Records of transfers that an organ has got and not signed for. */
function waiting(): string[] {
  const done = yearSoFar()?.done ?? [];
  const of = (contract: string) =>
    done.filter((it) => it.contract === contract).map(({ receipt }) => receipt.id);
  const received = of('clues.transfer.receive');
  return of('clues.transfer.deliver').filter((id) => !received.includes(id));
}

/** Plays until something waits for a signature. */
async function playUntilDelivered(): Promise<string> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const stop = new AbortController();
    const playing = played(choice, installation, { stop: stop.signal, out }).then(
      () => undefined,
      () => undefined,
    );
    await eventually(() => waiting().length > 0, 300_000);
    stop.abort();
    await playing;
    const [first] = waiting();
    if (first) return first;
  }
  throw new Error('every transfer was signed for before the year stopped');
}

beforeAll(async () => {
  const transferId = await playUntilDelivered();
  const { heading } = yearSoFar()!;
  site = heading.site;
  const delivered = await eventually(async () =>
    (await publishedEvents(process.env, ['clues'])).find(
      ({ type, aggregateId }) => type === 'clues.transfer.delivered' && aggregateId === transferId,
    ),
  );
  organizationId = (delivered.body as { organId: string }).organId;
  const password = passwordFrom(heading.secret, SECURITY);
  security = await doors.token({ site, account: SECURITY, password });
  document = (await (await fetch(`${installation.address}/api/openapi.json`)).json()) as Document;
  const key = (await exportJWK(keys.publicKey)) as never;
  const scopes = ['transfer.read', 'transfer.receive', 'clue.read', 'clue.open', 'clue.dispose'] as const;
  const registered = await api.ask(
    registerDepartmentClient,
    {
      name: '演示办案系统',
      organizationId,
      scopes: [...scopes, 'clueOutcome.record', 'clueOutcome.read'],
      key,
      // By the clock of the site a right counts, by that on the wall a token.
      from: parseDate('2017-01-01'),
      until: parseDate('2099-12-31'),
    },
    { token: security },
  );
  clientId = registered.id;
  const thumbprint = await calculateJwkThumbprint(key);
  await api.ask(activateDepartmentClient, { clientId, seen: 1, thumbprint }, { token: security });
  token = (await tokenFor(await assertion())).body.access_token as string;
  await eventually(async () => (await ask('clues.transfer.list', {})).status === 200);
}, 600_000);

test('it signs for a transfer, reads what the clue says, answers and records an outcome, each once however often it asks (ALL-3)', async () => {
  const { body: page } = await ask('clues.transfer.list', { state: 'delivered', limit: 50 });
  const [{ id: transferId, version: seen, clueIds }] = page.items as [Body];
  const [clueId] = clueIds as [string];
  expect((await ask('clues.clue.read', { clueId })).status).toBe(404);
  const { body: before } = await ask('clues.transfer.readProof', { transferId });
  const letter = createHash('sha256')
    .update(before.letter as string)
    .digest('base64url');
  const signature = await new CompactSign(Buffer.from(JSON.stringify({ transferId, letter })))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(keys.privateKey);
  const key = randomUUID();
  const receipt = { transferId, seen, signature };
  // The services learn of the key by an event.
  const first = await eventually(async () => {
    const answer = await ask('clues.transfer.receive', receipt, token, key);
    return answer.status === 200 && answer;
  });
  expect(await ask('clues.transfer.receive', receipt, token, key)).toEqual(first);

  const { body: proof } = await ask('clues.transfer.readProof', { transferId });
  const { body: jwks } = await ask('clues.transfer.proofKeys', {});
  const { payload } = await compactVerify(proof.receipt as string, createLocalJWKSet(jwks as JSONWebKeySet));
  expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ transferId, by: clientId, letter });

  const { body: content } = await ask('clues.clue.readContent', { clueId, purpose: '初步核实' });
  const [person] = (content.contents as Body[]).flatMap(({ persons }) => persons as Body[]);
  const { body: clue } = await ask('clues.clue.read', { clueId });
  const disposed = { clueId, seen: clue.version, disposition: 'preliminaryVerification' };
  expect(await ask('clues.clue.dispose', disposed)).toMatchObject({ status: 200 });
  const persons = [{ name: person!.name, ...(person!.identity ? { identity: person!.identity } : {}) }];
  expect(await ask('clues.outcome.record', { clueId, kind: 'filed', persons })).toMatchObject({
    status: 200,
  });
  const { body: outcomes } = await ask('clues.outcome.list', { clueId });
  expect(outcomes.items).toHaveLength(1);
});

describe('it is refused', () => {
  test('what its token does not name, though it might have asked for it', async () => {
    const narrow = (await tokenFor(await assertion(), 'transfer.read')).body.access_token as string;
    const answer = await ask('clues.outcome.list', {}, narrow);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.out-of-scope']);
  });

  test('an assertion that was used, is forged, out of date, or for another site, and one by another algorithm', async () => {
    const used = await assertion();
    await tokenFor(used);
    const stranger = (await generateKeyPair('EdDSA')).privateKey;
    const [, claims] = (await assertion()).split('.');
    const head = Buffer.from('{"alg":"HS256"}').toString('base64url');
    const { x } = await exportJWK(keys.publicKey);
    const mac = createHmac('sha256', Buffer.from(x!, 'base64url'))
      .update(`${head}.${claims}`)
      .digest('base64url');
    const wrong = [
      used,
      await assertion({}, stranger),
      await assertion({ exp: Math.floor(Date.now() / 1000) - 600 }),
      await assertion({ aud: 'urn:xuncha:site:3303' }),
      `${head}.${claims}.${mac}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
    ];
    const answers = await Promise.all(wrong.map((one) => tokenFor(one)));
    expect(answers.map(({ status, body }) => [status, body.error, body.code])).toEqual(
      [
        'client.assertion-replayed',
        'client.refused',
        'client.assertion-expired',
        'client.assertion-audience',
        'client.refused',
        'client.refused',
      ].map((code) => [401, 'invalid_client', code]),
    );
  });

  test('everything within two seconds of being suspended, with the token it still holds', async () => {
    const before = await api
      .ask(listTokenRequests, { clientId }, { token: security })
      .catch((error: Error) => error);
    expect(before).toMatchObject({ code: 'access.denied' });
    await api.ask(suspendDepartmentClient, { clientId, seen: 2 }, { token: security });
    await eventually(async () => (await ask('clues.transfer.list', {})).status === 403, 2_000);
    const { status, body } = await tokenFor(await assertion());
    expect([status, body.code]).toEqual([401, 'client.not-active']);
  });
});
