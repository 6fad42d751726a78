import { expect, test } from '@jest/globals';
import { roles } from '../access/roles.js';
import { services } from '../documents/services.js';
import { allContracts, roleMay } from '../index.js';

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
