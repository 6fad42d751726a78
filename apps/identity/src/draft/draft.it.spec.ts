// A draft is found on another machine by its writer and by nobody else, and is nowhere in the clear.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discardDraft, keepDraft, listDrafts, readDraft, type In } from '@xuncha/contracts';
import { idToBytes, newId } from '@xuncha/domain-kit';
import { Tokens, type TokenClaims } from '@xuncha/service-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { identity } from '../main.js';
import { MOST_BYTES, MOST_DRAFTS } from './draft.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([identity]);
});
afterAll(() => system.stop());

const formOf = (what: string) => createHash('sha256').update(what).digest('hex');
const newForm = () => formOf(newId());
const paper = 'onsite.workingPaper.draft';
const writer = () => system.person('member', { teamId: newId() });
const bytes = ({ account }: Person) => idToBytes(account);
const tokenOf = ({ account: sub, site }: Person, more: Partial<TokenClaims>) =>
  new Tokens(system.config.keyFolder).sign({ sub, site, exp: Math.floor(Date.now() / 1000) + 600, ...more });
const keep = (person: Person, input: Pick<In<typeof keepDraft>, 'form'> & Partial<In<typeof keepDraft>>) =>
  system.ask(keepDraft, { command: paper, content: '半份底稿', ...input }, person);
const read = async (person: Person, form: string) => (await system.ask(readDraft, { form }, person)).draft;
const rows = (sql: string, values: unknown[] = []) => system.look('identity', sql, values);

describe('what somebody typed on one machine', () => {
  test('is there for them on another, with when it was kept, and gone once it is sent', async () => {
    const person = await writer();
    const form = newForm();
    const { seen, savedAt } = await keep(person, { form });
    expect(seen).toBe(1);
    expect(await read(person, form)).toEqual({ content: '半份底稿', seen: 1, savedAt, isHere: false });
    expect(await system.ask(listDrafts, {}, person)).toEqual({
      items: [{ form, command: paper, seen: 1, savedAt }],
    });
    expect(await system.ask(discardDraft, { form, seen }, person)).toEqual({ discarded: true });
    expect(await read(person, form)).toBeNull();
    expect(await system.ask(discardDraft, { form, seen }, person)).toEqual({ discarded: false });
    expect((await keep(person, { form })).seen).toBe(1);
  });

  test('is two events however often it is kept, and neither they nor the rows say what it is or of which form', async () => {
    const person = await writer();
    const secret = `秘密${newId()}`;
    const form = newForm();
    for (let seen = 0; seen < 3; seen++)
      await keep(person, { form, content: secret, ...(seen ? { seen } : {}) });
    const [{ id } = {}] = await rows('SELECT id FROM draft ORDER BY id DESC LIMIT 1');
    const told = await rows('SELECT type, body FROM journal WHERE aggregate_id = ?', [id]);
    expect(told.map(({ type }) => type)).toEqual(['identity.draft.begun']);
    const everything = JSON.stringify([
      told,
      await rows(
        'SELECT HEX(form) AS f, HEX(heading) AS h, HEX(content) AS c FROM draft JOIN draft_content ON draft_id = id',
      ),
      await rows('SELECT *, HEX(input_hash) AS h FROM idempotency'),
    ]);
    for (const known of [secret, form, paper])
      for (const written of [known, Buffer.from(known).toString('hex').toUpperCase()])
        expect(everything).not.toContain(written);
    await system.ask(discardDraft, { form, seen: 3 }, person);
    expect(await rows('SELECT 1 FROM draft_content WHERE draft_id = ?', [id])).toEqual([]);
    expect(await rows('SELECT 1 FROM record_key WHERE record_id = ?', [id])).toEqual([]);
    expect((await rows('SELECT form FROM draft WHERE id = ?', [id]))[0]!.form).toBeNull();
  });

  test('is not overwritten by a machine that has not seen it, nor ended by one', async () => {
    const person = await writer();
    const form = newForm();
    await keep(person, { form });
    await keep(person, { form, content: '另一台写的', seen: 1 });
    const late = { form, command: paper, content: '迟来的', seen: 1 };
    expect((await system.refusal(keepDraft, late, person)).code).toBe('draft.newer');
    expect((await system.refusal(keepDraft, { ...late, seen: undefined }, person)).code).toBe('draft.newer');
    expect((await system.refusal(discardDraft, { form, seen: 1 }, person)).code).toBe('draft.newer');
    expect((await read(person, form))?.content).toBe('另一台写的');
    await system.ask(discardDraft, { form, seen: 2 }, person);
    expect((await system.refusal(keepDraft, { ...late, seen: 2 }, person)).code).toBe('draft.gone');
  });

  test('begun on two machines at once is one draft, and one of them is told', async () => {
    const person = await writer();
    const form = newForm();
    const both = await Promise.allSettled([keep(person, { form }), keep(person, { form })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await system.ask(listDrafts, {}, person)).items).toHaveLength(1);
  });

  test('ends after thirty days by the clock of the site', async () => {
    const site = await system.openSite({ clock: '2026-03-01T01:00:00Z' });
    const person = await system.person('office', { site });
    const form = newForm();
    await keep(person, { form, command: 'planning.term.propose' });
    await system.setClock(site, '2026-03-20T01:00:00Z');
    await keep(person, { form, command: 'planning.term.propose', seen: 1 });
    await system.setClock(site, '2026-04-18T01:00:00Z');
    expect((await read(person, form))?.seen).toBe(2);
    await system.setClock(site, '2026-04-19T01:00:01Z');
    await eventually(async () => (await read(person, form)) === null);
    const sql = "SELECT body FROM journal WHERE site = ? AND type = 'identity.draft.ended'";
    expect(JSON.parse(String((await rows(sql, [site]))[0]!.body))).toMatchObject({ because: 'expired' });
  });
});

describe('nobody else', () => {
  test('finds it under the same form: not a colleague of the team, not an administrator', async () => {
    const teamId = newId();
    const person = await system.person('member', { teamId });
    const form = newForm();
    await keep(person, { form });
    const others = [
      await system.person('member', { teamId }),
      await system.person('office'),
      await system.person('systemAdministrator'),
      await system.person('securityAdministrator'),
      await system.person('auditAdministrator'),
    ];
    for (const other of others) {
      expect(await read(other, form)).toBeNull();
      expect((await system.ask(listDrafts, {}, other)).items).toEqual([]);
      expect(await system.ask(discardDraft, { form, seen: 1 }, other)).toEqual({ discarded: false });
    }
    expect((await read(person, form))?.content).toBe('半份底稿');
  });

  test('nor its writer in another site, nor without a session', async () => {
    const site = await system.openSite();
    const person = await system.person('office');
    await system.grant(person, 'office', { site });
    const form = newForm();
    const command = 'planning.term.propose';
    await keep(person, { form, command });
    const there = { ...person, site };
    expect(await read(there, form)).toBeNull();
    await keep(there, { form, command, content: '那边的' });
    expect((await read(person, form))?.content).toBe('半份底稿');
    const stranger = { ...person, site: await system.openSite() };
    expect((await system.refusal(readDraft, { form }, stranger)).code).toBe('access.denied');
    const expired = { ...person, token: system.tokenFor(person.account, person.site, -1) };
    for (const [contract, input] of [
      [readDraft, { form }],
      [listDrafts, {}],
      [discardDraft, { form, seen: 1 }],
      [keepDraft, { form, command, content: '迟', seen: 1 }],
    ] as const)
      expect((await system.refusal(contract, input, expired)).code).toBe('session.expired');
    expect((await read(person, form))?.seen).toBe(1);
  });

  test('nor a department’s program: what needs no permission is beyond its scopes', async () => {
    const person = await system.person('organCustodian', { organizationId: newId() });
    const program = { ...person, token: tokenOf(person, { scopes: ['clue.read'] }) };
    expect((await system.refusal(listDrafts, {}, program)).code).toBe('access.out-of-scope');
  });
});

describe('what let its writer in is taken away', () => {
  test('with the team it is not shown any more, and there again with the team', async () => {
    const person = await writer();
    const form = newForm();
    await keep(person, { form });
    await rows('UPDATE access_grant SET valid_until = ? WHERE account_id = ?', ['2020-01-01', bytes(person)]);
    await system.grant(person, 'member', { teamId: newId() });
    expect(await read(person, form)).toBeNull();
    expect((await system.ask(listDrafts, {}, person)).items).toEqual([]);
    await rows('UPDATE access_grant SET valid_until = NULL WHERE account_id = ?', [bytes(person)]);
    expect((await read(person, form))?.content).toBe('半份底稿');
  });

  test('by a recusal, what was kept before is not shown; what is written after it is a new draft', async () => {
    const person = await writer();
    const [before, after] = [newForm(), newForm()];
    await keep(person, { form: before });
    await system.recuse(person, newId());
    expect(await read(person, before)).toBeNull();
    await keep(person, { form: after });
    expect((await read(person, after))?.content).toBe('半份底稿');
    expect(await keep(person, { form: before, content: '重写的' })).toMatchObject({ seen: 1 });
    expect((await read(person, before))?.content).toBe('重写的');
  });

  test('nobody keeps a draft of what they may not do, nor of what is told without a permission', async () => {
    const person = await writer();
    const kept = (command: string) =>
      system.refusal(keepDraft, { form: newForm(), command, content: '甲' }, person);
    expect((await kept('planning.round.approve')).code).toBe('access.denied');
    for (const command of ['identity.account.changePassword', 'onsite.workingPaper.read', 'no.such.command'])
      expect(await kept(command)).toEqual({ code: 'draft.form-unknown', facts: { command } });
  });
});

describe('limits', () => {
  test('of size, with a code of its own and without a word of what was sent', async () => {
    const person = await writer();
    const form = newForm();
    const content = '稿'.repeat(MOST_BYTES / 3 + 1);
    const refused = await system.refusal(keepDraft, { form, command: paper, content }, person);
    expect(refused).toEqual({ code: 'draft.too-large', facts: { most: MOST_BYTES } });
    expect(await read(person, form)).toBeNull();
    const most = 'x'.repeat(MOST_BYTES);
    await keep(person, { form, content: most });
    expect((await read(person, form))?.content).toBe(most);
  });

  test('of number, in one site; ended ones do not count', async () => {
    const person = await writer();
    const forms = Array.from({ length: MOST_DRAFTS }, newForm);
    for (const form of forms) await keep(person, { form });
    const further = { form: newForm(), command: paper, content: '甲' };
    const refused = await system.refusal(keepDraft, further, person);
    expect(refused).toEqual({ code: 'draft.too-many', facts: { most: MOST_DRAFTS } });
    await keep(person, { form: forms[0]!, seen: 1 });
    await system.ask(discardDraft, { form: forms[1]!, seen: 1 }, person);
    await keep(person, further);
  });
});

test('in the session that kept it last it is this machine’s, also where its answer was lost', async () => {
  const person = await writer();
  const form = newForm();
  const [here, there] = [newId(), newId()].map((sid) => ({ ...person, token: tokenOf(person, { sid }) }));
  await keep(here!, { form });
  expect(await keep(here!, { form, content: '接着写' })).toMatchObject({ seen: 2 });
  expect(await read(here!, form)).toMatchObject({ seen: 2, isHere: true });
  expect(await read(there!, form)).toMatchObject({ seen: 2, isHere: false });
  await keep(there!, { form, seen: 2 });
  const late = { form, command: paper, content: '迟来的', seen: 2 };
  expect((await system.refusal(keepDraft, late, here!)).code).toBe('draft.newer');
});

test('the rows of drafts are what the journal left of them', async () => {
  const person = await writer();
  const forms = [newForm(), newForm()];
  for (const form of forms) await keep(person, { form });
  await system.ask(discardDraft, { form: forms[0]!, seen: 1 }, person);
  const answer = await system.nats.request(`${system.config.prefix}-ops.state.identity`);
  expect(answer.json<{ findings: string[] }>().findings).toEqual([]);
});
