import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  activateDepartmentClient,
  addDepartmentClientKey,
  endDepartmentClient,
  grantRole,
  listDepartmentClients,
  listGrants,
  me,
  readDepartmentClient,
  registerDepartmentClient,
  resumeDepartmentClient,
  suspendDepartmentClient,
  viewerAccess,
} from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import {
  demonstrationPerson,
  eventually,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { identity } from '../main.js';
import { allScopes, Department, pairs, thumbprintOf } from './department.fixture.js';

let system: ServicesUnderTest;
let security: Person;

beforeAll(async () => {
  system = await startServices([identity, notes]);
  security = await demonstrationPerson(system, 'securityAdministrator');
});
afterAll(() => system?.stop());

const grantsOf = async ({ id }: Department) =>
  (await system.ask(listGrants, { accountId: id }, security)).items.map((grant) => ({
    role: grant.role,
    organizationId: grant.organizationId,
    state: grant.state,
  }));
const clientAs = (department: Department): Person => ({
  account: department.id,
  site: security.site,
  token: '',
});

test('the security administrator registers a program with its public key, and its thumbprint is what people compare', async () => {
  const department = await Department.register(system, security);
  const { pair, organizationId, id: clientId } = department;
  const kid = await thumbprintOf(pair);
  expect(await system.ask(readDepartmentClient, { clientId }, security)).toMatchObject({
    organizationId,
    scopes: allScopes,
    keys: [{ ...pair.jwk, kid, alg: 'EdDSA' }],
    state: 'registered',
  });
  const wrong = { clientId, seen: 1, thumbprint: await thumbprintOf(pairs.EdDSA()) };
  const refusal = await system.refusal(activateDepartmentClient, wrong, security);
  expect(refusal.code).toBe('departmentClient.thumbprint-differs');
  expect(await grantsOf(department)).toEqual([]);
});

describe('its right', () => {
  const held = (organizationId: string, state: string) => ({ role: 'organCustodian', organizationId, state });

  test('is a grant limited to its organ, given and revoked in the same step, and every service hears of it', async () => {
    const department = await Department.connect(system, security);
    const { id: clientId, organizationId } = department;
    expect(await grantsOf(department)).toEqual([held(organizationId, 'active')]);
    await eventually(() => system.knows(clientAs(department)));
    await system.ask(suspendDepartmentClient, { clientId, seen: 2 }, security);
    expect(await grantsOf(department)).toEqual([held(organizationId, 'revoked')]);
    await eventually(async () => !(await system.knows(clientAs(department))), 2_000);
    await system.ask(resumeDepartmentClient, { clientId, seen: 3 }, security);
    await eventually(() => system.knows(clientAs(department)));
    await system.ask(endDepartmentClient, { clientId, seen: 4 }, security);
    expect((await grantsOf(department)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    const again = await system.refusal(resumeDepartmentClient, { clientId, seen: 5 }, security);
    expect(again.code).toBe('flow.refused');
  });

  test('is never more: a client is no account that could be given another role', async () => {
    const { id: accountId } = await Department.connect(system, security);
    const refusal = await system.refusal(grantRole, { accountId, role: 'clueCustodian' }, security);
    expect(refusal.code).toBe('record.unknown');
  });

  test('reaches no answer that needs no permission: who one is, what one may, is for people', async () => {
    const token = await (await Department.connect(system, security)).token();
    for (const contract of [me, viewerAccess])
      expect((await system.refusal(contract, {}, token)).code).toBe('access.out-of-scope');
  });
});

test('who may not register clients is refused, and one of another site is unknown (rules.md 15)', async () => {
  const { id: clientId } = await Department.register(system, security);
  for (const role of ['office', 'systemAdministrator', 'auditAdministrator'] as const) {
    const person = await demonstrationPerson(system, role);
    const refusal = await system.refusal(endDepartmentClient, { clientId, seen: 1 }, person);
    expect(refusal.code).toBe('access.denied');
  }
  const county = await demonstrationPerson(system, 'securityAdministrator', '330381');
  expect((await system.refusal(readDepartmentClient, { clientId }, county)).code).toBe('record.unknown');
  const { items } = await system.ask(listDepartmentClients, {}, county);
  expect(items).toEqual([]);
});

describe('a key is not taken', () => {
  const refusalOf = async (key: object) => {
    const days = { from: parseDate('2017-01-01'), until: parseDate('2099-12-31') };
    const told = { name: '演示系统', organizationId: newId(), scopes: allScopes, key, ...days };
    return (await system.refusal(registerDepartmentClient, told, security)).code;
  };
  test.each([
    ['that is RSA of 1024 bits', () => pairs.PS256(1024).jwk],
    ['whose point is not on its curve', () => ({ ...pairs.ES256().jwk, y: 'AAAA' })],
    ['that is no key', () => ({ kty: 'OKP' })],
    ['of another curve', () => ({ kty: 'OKP', crv: 'P-256', x: 'AAAA' })],
  ])('%s', async (_, key) => {
    expect(await refusalOf(key())).toBe('departmentClient.key-unfit');
  });

  test('that is a shared secret', async () => {
    expect(await refusalOf({ kty: 'oct', k: 'AAAA' })).toBe('request.invalid');
  });

  test('beside two others', async () => {
    const { id: clientId } = await Department.connect(system, security);
    const add = async (seen: number) => {
      const pair = pairs.EdDSA();
      const key = { key: pair.jwk, thumbprint: await thumbprintOf(pair) };
      return { clientId, seen, ...key };
    };
    await system.ask(addDepartmentClientKey, await add(2), security);
    const refusal = await system.refusal(addDepartmentClientKey, await add(3), security);
    expect(refusal.code).toBe('departmentClient.enough-keys');
  });
});
