import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roles } from '../access/roles.js';
import { services } from '../documents/services.js';
import { allContracts, Id, isNoted, query, roleMay, Text } from '../index.js';

const contracts = allContracts();

test('every contract says in Chinese what it is for', () => {
  expect(contracts.filter(({ summary }) => !/\p{Script=Han}/u.test(summary)).map(({ name }) => name)).toEqual(
    [],
  );
});

test('every contract belongs to a service that there is', () => {
  expect(contracts.filter(({ service }) => !(service in services)).map(({ name }) => name)).toEqual([]);
});

test('one method and address is one contract', () => {
  const addresses = contracts.flatMap((contract) =>
    contract.kind === 'event' || !contract.route
      ? []
      : [`${contract.route.method} ${contract.route.path.replaceAll(/\{\w+\}/g, '{}')}`],
  );
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
});

const granted = new Set(Object.values(roles).flat());
const asked = new Set(
  contracts.flatMap((contract) =>
    'permission' in contract && contract.permission ? [contract.permission] : [],
  ),
);

test('what a role may, some contract asks for', () => {
  const idle = [...granted].filter((permission) => !asked.has(permission));
  expect(idle).toEqual([]);
});

test('what a contract asks for, some role may', () => {
  const nobody = [...asked].filter(
    (permission) => !Object.keys(roles).some((role) => roleMay(role, permission)),
  );
  expect(nobody).toEqual([]);
});

const queries = contracts.filter((contract) => contract.kind === 'query');
const classified = queries.filter(({ classification }) => ['restricted', 'sealed'].includes(classification));

describe('reading what is restricted or sealed is itself recorded (rules.md 13, Regulation of data)', () => {
  test('but where nobody reads what is another’s: a service’s box, the gateway asking for somebody about themselves, one’s own draft', () => {
    const unnoted = classified.filter((contract) => !isNoted(contract)).map(({ name }) => name);
    expect(unnoted.sort()).toEqual([
      'clues.clue.package',
      'identity.draft.list',
      'identity.draft.read',
      'identity.session.access',
      'onsite.clue.content',
    ]);
  });

  test('in a service that keeps looks and lists them for the audit administrator', () => {
    const showing = new Set(classified.filter(isNoted).map(({ service }) => service));
    const names = contracts.map(({ name }) => name);
    const wanted = [...showing].flatMap((service) => [`${service}.look.noted`, `${service}.look.list`]);
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  const secret = z.object({ secret: z.string() });
  const one = z.object({ id: Id, secret: z.string() });
  const declare = (name: string, input: z.ZodObject, output: z.ZodObject) => () =>
    query(`planted.secret.${name}`, {
      permission: 'clue.open',
      classification: 'sealed',
      summary: '秘密',
      input,
      output,
    });

  test('a sealed query that asks for no purpose cannot be declared', () => {
    const optional = z.object({ purpose: Text(200).optional() });
    expect(declare('bare', z.object({}), one)).toThrow('says what for');
    expect(declare('optional', optional, one)).toThrow('says what for');
  });

  test('a query that does not say which records it shows cannot be declared', () => {
    expect(declare('nameless', z.object({ purpose: Text(200) }), secret)).toThrow('which records');
  });
});
