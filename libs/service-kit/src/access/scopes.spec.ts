import { expect, test } from 'vitest';
import { departmentScopes, roleMay, type Permission } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { refuseBeyondScopes } from './scopes.js';

const claims = { sub: newId(), site: '330381', exp: 2_000_000_000 };

test('a department’s token is good for the permissions that it names, and for nothing that needs none', () => {
  const token = { ...claims, scopes: ['transfer.read'] };
  expect(() => refuseBeyondScopes(token, 'transfer.read')).not.toThrow();
  for (const other of ['transfer.receive', 'clue.open', undefined] as const)
    expect(() => refuseBeyondScopes(token, other)).toThrow('access.out-of-scope');
  expect(() => refuseBeyondScopes({ ...claims, scopes: [] }, 'transfer.read')).toThrow('access.out-of-scope');
});

test('a person’s token names none and is good for all that the person may', () => {
  for (const permission of ['transfer.read', undefined] as const)
    expect(() => refuseBeyondScopes(claims, permission)).not.toThrow();
});

test('what a department can be let do, the custodian of a receiving organ may', () => {
  const beyond = (Object.keys(departmentScopes) as Permission[]).filter(
    (permission) => !roleMay('organCustodian', permission),
  );
  expect(beyond).toEqual([]);
});
