// None of the three administrators can read business content (rules.md 15): read off the contracts, so that a new one is asked about
// without anybody thinking of it.
import { expect, test } from 'vitest';
import { wholeSchema } from '../documents/json-schema.js';
import { administratorRoles, allContracts, roleMay, roles, type Permission } from '../index.js';
import { isFree, textsIn } from '../kit/texts.fixture.js';

/** Identity keeps who may do what; every other service keeps business records. */
const ofBusiness = allContracts().filter(
  (contract) => contract.kind !== 'event' && contract.service !== 'identity',
);
const permissionOf = (contract: (typeof ofBusiness)[number]) =>
  'permission' in contract ? contract.permission : undefined;
const mayAsk = (permission: Permission | undefined) =>
  permission !== undefined && administratorRoles.some((role) => roleMay(role, permission));
const open = ofBusiness.filter((contract) => mayAsk(permissionOf(contract)));

/** Who looked at which record, and what was done and refused, for the audit administrator; shown without what is in the record. */
const isOfAudit = (name: string) => /^[a-z]+\.(look\.list|record\.(read|checkpoints))$/.test(name);
/** Why somebody says they looked: what the auditor is to judge (Regulation of data); and the place where a page goes on. */
const words = ['items.purpose', 'next'];

test('of a service with business records an administrator asks nothing but who looked at them and who did what', () => {
  expect(open.map(({ name }) => name).filter((name) => !isOfAudit(name))).toEqual([]);
});

test('and of the three only the audit administrator asks that', () => {
  const asking = administratorRoles.filter((role) =>
    open.some((contract) => roleMay(role, permissionOf(contract)!)),
  );
  expect(asking).toEqual(['auditAdministrator']);
});

test.each(open.map((contract) => [contract.name, contract] as const))(
  '%s answers ids, codes and dates, and no words of a record',
  (name, contract) => {
    expect(contract.kind).toBe('query');
    if (contract.kind !== 'query') return;
    const free = textsIn(wholeSchema(contract.output), '').filter(isFree);
    expect(free.map(({ at }) => at.slice(1)).filter((at) => !words.includes(at))).toEqual([]);
  },
);

test('what needs no permission there says nothing but the time and what is invented', () => {
  const routed = ofBusiness.filter((contract) => 'route' in contract && contract.route);
  const forAll = routed.filter((contract) => permissionOf(contract) === undefined);
  const saysNothing = /^([a-z]+\.clock\.read|planning\.form\.sample)$/;
  expect(forAll.map(({ name }) => name).filter((name) => !saysNothing.test(name))).toEqual([]);
});

test('an administrator shares no permission with whoever is none, so that none comes to them by another role', () => {
  const others = Object.entries(roles).filter(
    ([role]) => !(administratorRoles as readonly string[]).includes(role),
  );
  const shared = others.flatMap(([role, permissions]) =>
    permissions.filter((permission) => mayAsk(permission)).map((permission) => `${role}: ${permission}`),
  );
  expect(shared).toEqual([]);
});
