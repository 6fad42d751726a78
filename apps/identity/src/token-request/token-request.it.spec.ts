import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHmac } from 'node:crypto';
import {
  activateDepartmentClient,
  addDepartmentClientKey,
  listTokenRequests,
  requestToken,
  retireDepartmentClientKey,
  suspendDepartmentClient,
  type TokenRequestOutcome,
} from '@xuncha/contracts';
import { dateIn, newId, parseDate } from '@xuncha/domain-kit';
import { demonstrationPerson, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { Department, pairs, thumbprintOf } from '../department-client/department.fixture.js';
import { identity } from '../main.js';

let system: ServicesUnderTest;
let security: Person;
let audit: Person;
let department: Department;

beforeAll(async () => {
  system = await startServices([identity]);
  security = await demonstrationPerson(system, 'securityAdministrator');
  audit = await demonstrationPerson(system, 'auditAdministrator');
  department = await Department.connect(system, security);
});
afterAll(() => system?.stop());

const claimsIn = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
async function outcomes(of: Department): Promise<TokenRequestOutcome[]> {
  const { items } = await system.ask(listTokenRequests, { clientId: of.id }, audit);
  return items.map(({ outcome }) => outcome);
}
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  test.each(Object.entries(pairs))('is given for an assertion that is signed by %s', async (_, pair) => {
    const { account, token } = await (await Department.connect(system, security, pair())).token();
    expect(claimsIn(token)).toMatchObject({ sub: account, site: security.site });
  });

  test('is good for ten minutes and for the scopes that were registered, or those of them that were asked for', async () => {
    const { exp, scopes } = claimsIn((await department.token()).token);
    expect(Number(exp) - Date.now() / 1000).toBeGreaterThan(590);
    expect(Number(exp) - Date.now() / 1000).toBeLessThanOrEqual(600);
    expect(scopes).toEqual(['transfer.read', 'transfer.receive', 'clue.read']);
    const narrow = await department.token({}, 'transfer.read');
    expect(claimsIn(narrow.token).scopes).toEqual(['transfer.read']);
  });

  test('is never good for more than was registered', async () => {
    for (const scope of ['transfer.read clue.open', 'grant.write', ''])
      expect(await department.refused({}, scope)).toBe('client.scope-refused');
  });
});

describe('an assertion is refused', () => {
  const stranger = pairs.EdDSA();
  const cases: [what: string, attempt: () => Promise<string>, code: string][] = [
    ['by another key', () => department.refused({ by: stranger }), 'client.refused'],
    ['by another key under the name of the right one', async () => department.refused({ by: stranger, header: { kid: await thumbprintOf(department.pair) } }), 'client.refused'],
    ['of a client that does not exist', () => department.refused({ claims: { iss: newId(), sub: newId() } }), 'client.refused'],
    ['whose issuer is not its subject', () => department.refused({ claims: { iss: newId() } }), 'client.refused'],
    ['for another site', () => department.refused({ claims: { aud: 'urn:xuncha:site:330381' } }), 'client.assertion-audience'],
    ['for everybody', () => department.refused({ claims: { aud: undefined } }), 'client.assertion-audience'],
    ['that has run out', () => department.refused({ seconds: -61 }), 'client.assertion-expired'],
    ['that is not good yet', () => department.refused({ claims: { nbf: Date.now() / 1000 + 3600 } }), 'client.assertion-expired'],
    ['that is good for longer than five minutes', () => department.refused({ seconds: 600 }), 'client.assertion-too-long'],
    ['that is good for ever', () => department.refused({ claims: { exp: undefined } }), 'client.refused'],
    ['without a name of its own', () => department.refused({ claims: { jti: undefined } }), 'client.refused'],
    ['with an empty name', () => department.refused({ claims: { jti: '' } }), 'client.refused'],
    ['that is none', () => department.refused('a.b.c'), 'client.refused'],
    ['that is empty', () => department.refused(''), 'client.refused'],
  ]; // oxfmt-ignore
  test.each(cases)('%s', async (_, attempt, code) => {
    expect(await attempt()).toBe(code);
  });

  test('that names another algorithm than its key has: none, one with a shared secret, another of the same kind', async () => {
    const rsa = pairs.PS256();
    const other = await Department.connect(system, security, rsa);
    const [, payload] = (await other.assertion()).split('.') as [string, string];
    const header = part({ alg: 'HS256' });
    const publicText = other.pair.jwk.n!;
    const mac = createHmac('sha256', publicText).update(`${header}.${payload}`).digest('base64url');
    expect(await other.refused(`${part({ alg: 'none' })}.${payload}.`)).toBe('client.refused');
    expect(await other.refused(`${header}.${payload}.${mac}`)).toBe('client.refused');
    expect(await other.refused({ header: { alg: 'RS256' } })).toBe('client.refused');
    await other.token();
  });

  test('whose claims were changed on the way', async () => {
    const [header, payload, signature] = (await department.assertion()).split('.') as [
      string,
      string,
      string,
    ];
    const changed = part({
      ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object),
      jti: 'x',
    });
    expect(await department.refused(`${header}.${changed}.${signature}`)).toBe('client.refused');
  });

  test('that was used, also where two replicas get it at the same time', async () => {
    const replicated = await Department.connect(system, security);
    await system.start(identity);
    const assertion = await replicated.assertion();
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => system.ask(requestToken, { assertion }, null)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await replicated.refused(assertion)).toBe('client.assertion-replayed');
    expect((await outcomes(replicated)).filter((outcome) => outcome === 'replayed')).toHaveLength(10);
  });

  test('before the client is let in, after it is suspended, and outside its days', async () => {
    const waiting = await Department.register(system, security);
    expect(await waiting.refused()).toBe('client.not-active');
    const stopped = await Department.connect(system, security);
    await system.ask(suspendDepartmentClient, { clientId: stopped.id, seen: 2 }, security);
    expect(await stopped.refused()).toBe('client.not-active');
    const later = { from: parseDate('2098-01-01') };
    const early = await Department.connect(system, security, pairs.EdDSA(), later);
    expect(await early.refused()).toBe('client.not-active');
    const over = { from: parseDate('2017-01-01'), until: parseDate('2017-12-31') };
    expect(dateIn(new Date()) > over.until).toBe(true);
    const late = await Department.register(system, security, pairs.EdDSA(), over);
    const thumbprint = await thumbprintOf(late.pair);
    const letIn = { clientId: late.id, seen: 1, thumbprint };
    expect((await system.refusal(activateDepartmentClient, letIn, security)).code).toBe('grant.over-already');
    expect(await late.refused()).toBe('client.not-active');
  });
});

test('two keys are good while one takes over from the other, and the retired one is none at once', async () => {
  const changing = await Department.connect(system, security);
  const next = pairs.ES256();
  const thumbprint = await thumbprintOf(next);
  const target = { clientId: changing.id };
  await system.ask(addDepartmentClientKey, { ...target, seen: 2, key: next.jwk, thumbprint }, security);
  await changing.token();
  await changing.token({ by: next });
  const old = await thumbprintOf(changing.pair);
  await system.ask(retireDepartmentClientKey, { ...target, seen: 3, kid: old }, security);
  expect(await changing.refused()).toBe('client.refused');
  await changing.token({ by: next });
});

describe('what is asked for is on record', () => {
  test('with its outcome, for the audit administrator, and not what was shown', async () => {
    const noted = await Department.connect(system, security);
    await noted.token({}, 'clue.read');
    await noted.refused({ seconds: -100 });
    const { items } = await system.ask(listTokenRequests, { clientId: noted.id }, audit);
    expect(items.map(({ outcome, scopes }) => [outcome, scopes])).toEqual([
      ['expired', []],
      ['issued', ['clue.read']],
    ]);
    expect(await system.history('identity', items[0]!.id)).toEqual(['identity.tokenRequest.noted']);
    expect((await system.refusal(listTokenRequests, {}, security)).code).toBe('access.denied');
  });

  test('no more than twenty refusals in a minute, and the department itself is not shut out by them', async () => {
    const attacked = await Department.connect(system, security);
    const forged = () => attacked.refused({ by: pairs.EdDSA() });
    for (let attempt = 1; attempt <= 20; attempt++) expect(await forged()).toBe('client.refused');
    expect(await forged()).toBe('client.too-many-attempts');
    await attacked.token();
    expect((await outcomes(attacked)).filter((outcome) => outcome === 'refused')).toHaveLength(20);
  });
});
