import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountNames, createAccount, disableAccount, listAccounts } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { demonstrationPerson, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { identity } from '../main.js';

let system: ServicesUnderTest;
let security: Person;
const input = (account = `demo-${newId()}`) => ({ account, name: '演示组员九😀' });

beforeAll(async () => {
  system = await startServices([identity]);
  security = await demonstrationPerson(system, 'securityAdministrator');
});
afterAll(() => system.stop());

test('the security administrator makes an account; its list shows the name, and that nobody has set it up', async () => {
  const wanted = input();
  const { id, setUpCode } = await system.ask(createAccount, wanted, security);
  const { items } = await system.ask(listAccounts, { account: wanted.account }, security);
  const shown = { id, version: 1, ...wanted, state: 'active', isSetUp: false, hasSecondFactor: false };
  expect(items).toEqual([shown]);
  const [row] = await system.look('identity', 'SELECT * FROM account WHERE account = ?', [wanted.account]);
  expect(JSON.stringify(row)).not.toContain(setUpCode);
});

test('an account name is taken once in a site, and free in another', async () => {
  const wanted = input();
  await system.ask(createAccount, wanted, security);
  expect(await system.refusal(createAccount, wanted, security)).toEqual({
    code: 'account.taken',
    facts: { account: wanted.account },
  });
  const county = await demonstrationPerson(system, 'securityAdministrator', '330381');
  await system.ask(createAccount, wanted, county);
});

test('who may not make accounts is refused', async () => {
  const office = await demonstrationPerson(system, 'office');
  expect((await system.refusal(createAccount, input(), office)).code).toBe('access.denied');
});

test('an account of another site is unknown here', async () => {
  const county = await demonstrationPerson(system, 'securityAdministrator', '330381');
  const { id } = await system.ask(createAccount, input(), county);
  const refusal = await system.refusal(disableAccount, { accountId: id, seen: 1 }, security);
  expect(refusal.code).toBe('record.unknown');
});

test('whoever is signed in is told the names of accounts of their site, and of no other', async () => {
  const county = await demonstrationPerson(system, 'securityAdministrator', '330381');
  const [{ id }, { id: theirs }] = [
    await system.ask(createAccount, input(), security),
    await system.ask(createAccount, input(), county),
  ];
  const office = await demonstrationPerson(system, 'office');
  const { items } = await system.ask(accountNames, { ids: [theirs, id, newId()] }, office);
  expect(items).toEqual([{ id, name: '演示组员九😀' }]);
  expect((await system.refusal(accountNames, { ids: [id] }, null)).code).toBe('session.missing');
  const elsewhere = { ...office, site: '330381' };
  expect((await system.refusal(accountNames, { ids: [theirs] }, elsewhere)).code).toBe('access.denied');
});

test('a person with rights in one site has none in another by asking for it', async () => {
  const elsewhere = { ...security, site: '330381' };
  expect((await system.refusal(createAccount, input(), elsewhere)).code).toBe('access.denied');
});

test('who saw an older version is told what changed since', async () => {
  const { id } = await system.ask(createAccount, input(), security);
  await system.ask(disableAccount, { accountId: id, seen: 1 }, security);
  const refusal = await system.refusal(disableAccount, { accountId: id, seen: 1 }, security);
  expect(refusal).toMatchObject({ code: 'record.stale', facts: { seen: 1, current: 2 } });
  expect(refusal.facts.changes).toMatchObject([{ version: 2, type: 'identity.account.disabled' }]);
  const again = await system.refusal(disableAccount, { accountId: id, seen: 2 }, security);
  expect(again.code).toBe('flow.refused');
});

test('the same request twice makes one account and shows its set-up code once; the same key for something else is refused', async () => {
  const wanted = input();
  const key = { idempotencyKey: newId() };
  const first = await system.ask(createAccount, wanted, security, key);
  expect(first.setUpCode).toBeDefined();
  expect(await system.ask(createAccount, wanted, security, key)).toEqual({ id: first.id, version: 1 });
  expect((await system.refusal(createAccount, input(), security, key)).code).toBe('request.key-reused');
  expect(await system.history('identity', first.id)).toEqual(['identity.account.created']);
});

test('ten copies of one request at once make one account', async () => {
  const wanted = input();
  const key = { idempotencyKey: newId() };
  const receipts = await Promise.all(
    Array.from({ length: 10 }, () => system.ask(createAccount, wanted, security, key)),
  );
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
});

test('wrong and missing fields are named', async () => {
  const refusal = await system.refusal(createAccount, { account: '' }, security);
  expect(refusal.code).toBe('request.invalid');
  expect(refusal.facts.errors).toMatchObject([
    { field: 'account', code: 'too_small' },
    { field: 'name', code: 'invalid_type' },
  ]);
});
