import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { closeNote, notes, notesRecord, readNote, rewriteNote, writeNote } from '@xuncha/testing/notes';
import { stateSubject, type StateReport } from './state-proof.js';

let system: ServicesUnderTest;
let office: Person;
let auditor: Person;
beforeAll(async () => {
  system = await startServices([notes]);
  office = await system.person('office');
  auditor = await system.person('auditAdministrator');
});
afterAll(() => system?.stop());

const organizationId = newId();
let serial = 0;
const write = (context: object = {}, as = office) =>
  system.ask(writeNote, { organizationId, text: `记录${++serial}` }, as, context);
const recordOf = (asked: object, as = auditor) => system.ask(notesRecord.readRecord, asked, as);
const refusalsOf = async (accountId: Id) =>
  (await recordOf({ accountId, outcome: 'refused' })).items.map(({ times, outcome, what, recordId }) => ({
    times,
    outcome,
    what,
    recordId,
  }));

describe('what was done is on record with', () => {
  test('who, in which role, by which permission, on which record and version, and from where', async () => {
    const { id } = await write({ origin: '10.3.8.1' });
    const { items } = await recordOf({ recordId: id });
    expect(items).toEqual([
      expect.objectContaining({
        accountId: office.account,
        permission: 'register.write',
        roles: ['office'],
        what: 'notes.note.written',
        recordId: id,
        version: 1,
        origin: '10.3.8.1',
        outcome: 'done',
      }),
    ]);
  });

  test('only those of several roles that reach the record', async () => {
    const person = await system.person('office', { organizationId: newId() });
    await system.grant(person, 'securityAdministrator');
    await system.grant(person, 'office', { organizationId });
    const { id } = await write({}, person);
    expect((await recordOf({ recordId: id })).items[0]!.roles).toEqual(['office']);
  });

  test('no address where what stands for one is none', async () => {
    const { id } = await write({ origin: `10.0.0.1; ${'x'.repeat(200)}` });
    expect((await recordOf({ recordId: id })).items[0]!.origin).toBeNull();
  });
});

describe('a refused command is on record', () => {
  test('with its code, the record it was about and the version that was seen, after nothing else of it was kept', async () => {
    const person = await system.person('office');
    const { id } = await write();
    await system.ask(closeNote, { noteId: id, seen: 1 }, person);
    await system.refusal(rewriteNote, { noteId: id, seen: 1, text: '不得入录' }, person, {
      origin: '10.3.8.2',
    });
    const refused = await eventually(async () => {
      const { items } = await recordOf({ accountId: person.account, outcome: 'refused' });
      return items[0];
    });
    expect(refused).toMatchObject({
      what: 'notes.note.rewrite',
      outcome: 'record.stale',
      recordId: id,
      version: 1,
      origin: '10.3.8.2',
      permission: 'register.write',
      times: 1,
    });
    const bodies = await system.look<{ body: string }>('notes', 'SELECT body FROM journal');
    expect(bodies.filter(({ body }) => body.includes('不得入录'))).toEqual([]);
  });

  test('by permission, state and recusal alike; malformed input is not', async () => {
    const liaison = await system.person('liaison', { organizationId });
    const { id } = await write();
    await system.refusal(closeNote, { noteId: id, seen: 1 }, liaison);
    const recused = await system.person('office');
    await system.recuse(recused, organizationId);
    await system.refusal(closeNote, { noteId: id, seen: 1 }, recused);
    await system.ask(closeNote, { noteId: id, seen: 1 }, office);
    const late = await system.person('office');
    await system.refusal(closeNote, { noteId: id, seen: 3 }, late);
    await system.refusal(closeNote, { noteId: 'no id', seen: 3 }, late);
    const all = [liaison, recused, late].map(({ account }) => refusalsOf(account));
    await eventually(async () => (await refusalsOf(late.account)).length === 1);
    await Promise.all(all);
    const what = 'notes.note.close';
    const codes = ['access.denied', 'record.unknown', 'flow.refused'];
    for (const [index, { account }] of [liaison, recused, late].entries())
      expect(await refusalsOf(account)).toEqual([{ times: 1, outcome: codes[index], what, recordId: id }]);
  });

  test('once at first and then counted, however often it is tried within a minute', async () => {
    const person = await system.person('office');
    const { id } = await write();
    const attempt = (text: string) => system.refusal(rewriteNote, { noteId: id, seen: 7, text }, person);
    await attempt('一');
    await eventually(async () => (await refusalsOf(person.account)).length === 1);
    await Promise.all(Array.from({ length: 40 }, (_, n) => attempt(`多${n}`)));
    const rows = await system.look<{ n: number }>(
      'notes',
      'SELECT COUNT(*) AS n FROM refusal WHERE account_id = ?',
      [idToBytes(person.account)],
    );
    expect(Number(rows[0]!.n)).toBe(1);
  });

  test('in the home of whoever asks in a site that there is not', async () => {
    const person = await system.person('office');
    const attempt = { organizationId, text: `外${++serial}` };
    await system.refusal(writeNote, attempt, person, { site: 'nowhere' });
    await eventually(async () => (await refusalsOf(person.account)).length === 1);
    expect((await refusalsOf(person.account))[0]!.outcome).toBe('access.denied');
  });

  test('as a row that the journal proves like every other', async () => {
    const subject = stateSubject(system.config.prefix, 'notes');
    const answer = await system.nats.request(subject, '', { timeout: 10_000 });
    expect(answer.json<StateReport>().findings).toEqual([]);
  });
});

describe('the record is read', () => {
  test('by the audit administrator alone: neither business people nor the other two administrators (rules.md 15)', async () => {
    for (const role of ['office', 'leadingGroup', 'systemAdministrator', 'securityAdministrator'] as const) {
      const { code } = await system.refusal(notesRecord.readRecord, {}, await system.person(role));
      expect(code).toBe('access.denied');
    }
  });

  test('without a word of what was written', async () => {
    const { id } = await write();
    const { text } = await system.ask(readNote, { noteId: id }, office);
    expect(JSON.stringify(await recordOf({ recordId: id }))).not.toContain(text);
  });

  test('page by page, each entry once, the newest first', async () => {
    const person = await system.person('office');
    const ids: Id[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await write({}, person)).id);
    const first = await recordOf({ accountId: person.account, limit: 2 });
    const second = await recordOf({ accountId: person.account, limit: 2, cursor: first.next! });
    const third = await recordOf({ accountId: person.account, limit: 2, cursor: second.next! });
    expect([first, second, third].flatMap(({ items }) => items.map(({ recordId }) => recordId))).toEqual(ids);
    expect(third.next).toBeNull();
  });

  test('by account, time, permission, what was done and outcome', async () => {
    const person = await system.person('office');
    const { id } = await write({}, person);
    const accountId = person.account;
    const [entry] = (await recordOf({ accountId })).items;
    const { recordedAt } = entry!;
    const found = async (asked: object) =>
      (await recordOf({ accountId, ...asked })).items.map((it) => it.recordId);
    expect(await found({ permission: 'register.write' })).toEqual([id]);
    expect(await found({ permission: 'round.write' })).toEqual([]);
    expect(await found({ what: 'notes.note.written' })).toEqual([id]);
    expect(await found({ what: 'notes.note.closed' })).toEqual([]);
    expect(await found({ outcome: 'done' })).toEqual([id]);
    expect(await found({ outcome: 'refused' })).toEqual([]);
    expect(
      await found({
        from: '2020-01-01T00:00:00Z',
        until: new Date(Date.parse(recordedAt) + 1).toISOString(),
      }),
    ).toEqual([id]);
    expect(await found({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  test.each([{ what: '\u202e登记' }, { permission: '登记' }])(
    'not by %j, which is the name of nothing',
    async (asked) => {
      const { code, facts } = await system.refusal(notesRecord.readRecord, asked, auditor);
      expect([code, facts]).toMatchObject([
        'request.invalid',
        { errors: [{ field: Object.keys(asked)[0] }] },
      ]);
    },
  );

  test('of one’s own site only', async () => {
    const { id } = await write();
    const elsewhere = await system.person('auditAdministrator', { site: await system.openSite() });
    expect((await recordOf({ recordId: id }, elsewhere)).items).toEqual([]);
  });
});
