import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allContracts, roleMay, roles, type Permission, type Role } from '../index.js';
import { needNoPermission, permissionMatrix, permissionPage } from './permissions.js';

const reachable = allContracts().filter((contract) => contract.kind !== 'event');
const withoutPermission = reachable.filter((contract) => !contract.permission).map(({ name }) => name);

test('PERMISSIONS.md is what the contracts say; `npm run contracts` writes it anew', () => {
  const committed = readFileSync(new URL('../../PERMISSIONS.md', import.meta.url), 'utf8');
  expect(committed.split('\n')).toEqual(permissionPage().split('\n'));
});

test('whatever can be asked needs a permission, or stands with its reason among the few that need none', () => {
  expect(withoutPermission.toSorted()).toEqual(Object.keys(needNoPermission).toSorted());
});

test('what shows restricted or sealed content never goes without a permission where it has an address, but what one typed oneself', () => {
  const bare = permissionMatrix().filter(
    ({ permission, route, classification }) =>
      permission === '' && route !== '' && ['restricted', 'sealed'].includes(classification),
  );
  expect(bare.map(({ contract }) => contract)).toEqual(['identity.draft.read', 'identity.draft.list']);
});

test('a role is listed with every contract that its permissions open, and with no other', () => {
  for (const role of Object.keys(roles) as Role[]) {
    const listed = permissionMatrix(role).filter(({ permission }) => permission !== '');
    const may = reachable.filter(({ permission }) => permission && roleMay(role, permission as Permission));
    expect(listed.map(({ contract }) => contract).toSorted()).toEqual(may.map(({ name }) => name).toSorted());
  }
});
