import { afterAll, beforeAll, expect, test } from 'vitest';
import { idToBytes, newId } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { notes, writeNote } from '@xuncha/testing/notes';
import { startGateway, type RunningGateway } from '../main.js';
import { smallIdentity } from '../small-identity.fixture.js';

let system: ServicesUnderTest;
let gateway: RunningGateway;
let writer: Person;
const opened: AbortController[] = [];

beforeAll(async () => {
  system = await startServices([smallIdentity, notes]);
  gateway = await startGateway({ ...system.config, port: 0, host: '127.0.0.1', callsPerMinute: 10_000 });
  writer = await system.person('office');
});
afterAll(async () => {
  opened.forEach((one) => one.abort());
  await gateway?.stop();
  await system?.stop();
});

/** What a viewer's page has been told so far. */
async function watch({ token }: Person) {
  const abort = new AbortController();
  opened.push(abort);
  const page = { told: [] as string[], isOpen: true, status: 0 };
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${gateway.address}/api/v1/events`, { headers, signal: abort.signal });
  page.status = response.status;
  const read = async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      for (const [, data] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm))
        page.told.push((JSON.parse(data!) as { aggregate: string }).aggregate);
  };
  void read()
    .catch(() => undefined)
    .finally(() => (page.isOpen = false));
  return page;
}
const write = (organizationId = newId(), as = writer) =>
  system.ask(writeNote, { organizationId, text: newId().slice(-12) }, as);

test('a viewer is told which kind of record changed, and nothing else of it; a burst is told once', async () => {
  const page = await watch(await system.person('observer'));
  for (let count = 0; count < 20; count++) await write();
  await eventually(() => page.told.length > 0);
  expect(new Set(page.told)).toEqual(new Set(['note']));
  expect(page.told.length).toBeLessThan(5);
});

test('nobody is told of what no role of theirs reads, what they are recused from, or another site', async () => {
  const organizationId = newId();
  const security = await watch(await system.person('securityAdministrator'));
  const recused = await system.person('observer');
  await system.recuse(recused, organizationId);
  const recusedPage = await watch(recused);
  const elsewhere = await watch(await system.person('observer', { site: await system.openSite() }));
  const limited = await watch(await system.person('observer', { organizationId: newId() }));
  const witness = await watch(await system.person('observer'));
  await write(organizationId);
  await eventually(() => witness.told.includes('note'));
  for (const page of [security, recusedPage, elsewhere, limited]) expect(page.told).toEqual([]);
});

test('who loses a role hears that what they may do has changed, and of records no more, within two seconds', async () => {
  const viewer = await system.person('observer');
  const page = await watch(viewer);
  await write();
  await eventually(() => page.told.includes('note'));
  const account = idToBytes(viewer.account);
  await system.look('identity', 'DELETE FROM access_grant WHERE account_id = ?', [account]);
  page.told.length = 0;
  await write();
  await eventually(() => page.told.includes('access'), 2_000);
  expect(page.told).not.toContain('note');
});

test('the page of a disabled account is closed at the next change', async () => {
  const viewer = await system.person('observer');
  const page = await watch(viewer);
  await system.look('identity', 'INSERT INTO access_disabled VALUES (?)', [idToBytes(viewer.account)]);
  await write();
  await eventually(() => !page.isOpen, 2_500);
});

test('a page is open as long as its token is valid', async () => {
  const viewer = await system.person('observer');
  const short = { ...viewer, token: system.tokenFor(viewer.account, viewer.site, 2) };
  const page = await watch(short);
  await eventually(() => !page.isOpen, 4_000);
  expect((await watch(short)).status).toBe(401);
});

test('who asks for the head alone is answered at once, and hears of nothing', async () => {
  const headers = { authorization: `Bearer ${writer.token}` };
  const signal = AbortSignal.timeout(5_000);
  const answer = await fetch(`${gateway.address}/api/v1/events`, { method: 'HEAD', headers, signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
});
