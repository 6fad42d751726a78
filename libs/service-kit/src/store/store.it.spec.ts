import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idToBytes, newId } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { closeNote, listNotes, notes, readNote, rewriteNote, writeNote } from '@xuncha/testing/notes';
import { forgetOldKeys } from '../calls/key-keeper.js';
import { stateSubject, type StateReport } from '../journal/state-proof.js';

let system: ServicesUnderTest;
let office: Person;
beforeAll(async () => {
  system = await startServices([notes]);
  office = await system.person('office');
});
afterAll(() => system?.stop());

const organizationId = newId();
let serial = 0;
const write = (as = office, more: object = {}, context: object = {}) =>
  system.ask(writeNote, { organizationId, text: `事项${++serial}`, ...more }, as, context);
const journal = (id: string) =>
  system.look<{ version: number; row_hash: Buffer }>(
    'notes',
    'SELECT version, row_hash FROM journal WHERE aggregate_id = ? ORDER BY version',
    [idToBytes(id)],
  );

describe('a change', () => {
  test('saves state and journal together; several facts are consecutive versions with the hash of the same row', async () => {
    const written = await write();
    const closed = await system.ask(closeNote, { noteId: written.id, seen: written.version }, office);
    expect(closed).toEqual({ id: written.id, version: 3 });
    const rows = await journal(written.id);
    expect(rows.map((row) => row.version)).toEqual([1, 2, 3]);
    expect(rows[1]!.row_hash.equals(rows[2]!.row_hash)).toBe(true);
    expect(rows[0]!.row_hash.equals(rows[1]!.row_hash)).toBe(false);
  });

  test('that a rule refuses leaves neither state nor journal behind', async () => {
    const { id, version } = await write();
    const { text } = await system.ask(readNote, { noteId: id }, office);
    const refused = await system.refusal(rewriteNote, { noteId: id, seen: version, text }, office);
    expect(refused.code).toBe('note.same');
    expect(await journal(id)).toHaveLength(1);
  });

  test('based on an older version is refused with what happened since', async () => {
    const { id } = await write();
    await system.ask(rewriteNote, { noteId: id, seen: 1, text: `改${serial}` }, office);
    const { code, facts } = await system.refusal(rewriteNote, { noteId: id, seen: 1, text: '晚' }, office);
    expect(code).toBe('record.stale');
    expect(facts).toMatchObject({
      seen: 1,
      current: 2,
      changes: [{ version: 2, type: 'notes.note.rewritten' }],
    });
  });

  test('that the database cuts off at every attempt is answered: ask again under the same key', async () => {
    const { id } = await write();
    await system.look('notes', 'START TRANSACTION');
    await system.look('notes', 'SELECT id FROM note WHERE id = ? FOR UPDATE', [idToBytes(id)]);
    const answer: { code?: string } = {};
    const rewriting = system.refusal(rewriteNote, { noteId: id, seen: 1, text: `断${serial}` }, office);
    const answered = rewriting.then(({ code }) => (answer.code = code));
    await eventually(async () => {
      const user = system.runtime('notes').db.options.database as string;
      const sql = 'SELECT id FROM information_schema.processlist WHERE user = ?';
      for (const session of await system.look<{ id: number }>('notes', sql, [user]))
        await system.look('notes', `KILL ${session.id}`).catch(() => undefined);
      return answer.code;
    });
    await answered;
    await system.look('notes', 'ROLLBACK');
    expect(answer.code).toBe('service.slow');
    expect(await journal(id)).toHaveLength(1);
  });

  test('of two that saw the same version exactly one succeeds', async () => {
    const { id } = await write();
    const both = await Promise.allSettled(
      ['甲', '乙'].map((text) =>
        system.ask(rewriteNote, { noteId: id, seen: 1, text: text + serial }, office),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('to a value that is taken is refused by the code of its key', async () => {
    const { id } = await write();
    const { text } = await system.ask(readNote, { noteId: id }, office);
    const { code, facts } = await system.refusal(writeNote, { organizationId, text }, office);
    expect([code, facts]).toEqual(['note.text-taken', { text }]);
  });
});

describe('a retry with the same key', () => {
  test('answers the receipt of the first time and does nothing', async () => {
    const context = { idempotencyKey: newId() };
    const first = await write(office, { text: '只此一次' }, context);
    const second = await write(office, { text: '只此一次' }, context);
    expect(second).toEqual(first);
    const { id } = await write();
    const rewrite = { noteId: id, seen: 1, text: '再改' };
    const again = { idempotencyKey: newId() };
    const receipts = await Promise.all([1, 2, 3].map(() => system.ask(rewriteNote, rewrite, office, again)));
    expect(new Set(receipts.map((receipt) => receipt.version))).toEqual(new Set([2]));
    expect(await journal(id)).toHaveLength(2);
  });

  test('and another input is refused', async () => {
    const context = { idempotencyKey: newId() };
    await write(office, {}, context);
    const refused = await system.refusal(writeNote, { organizationId, text: '别的' }, office, context);
    expect(refused.code).toBe('request.key-reused');
  });

  test('is known for 30 days and then forgotten', async () => {
    const [old, recent] = [newId(), newId()];
    await write(office, {}, { idempotencyKey: old });
    await write(office, {}, { idempotencyKey: recent });
    const made = 'UPDATE idempotency SET made_at = made_at - INTERVAL ? DAY WHERE request_key = ?';
    await system.look('notes', made, [31, old]);
    await system.look('notes', made, [29, recent]);
    expect(await forgetOldKeys(system.runtime('notes').db)).toBe(1);
    const kept = await system.look<{ request_key: string }>('notes', 'SELECT request_key FROM idempotency');
    expect(kept.map((row) => row.request_key)).toContain(recent);
    expect(kept.map((row) => row.request_key)).not.toContain(old);
  });

  test('by somebody who lost the role is refused', async () => {
    const lost = await system.person('office');
    const context = { idempotencyKey: newId() };
    await write(lost, { text: '离任' }, context);
    const gone = { ...lost, token: system.tokenFor(newId(), lost.site) };
    const refused = await system.refusal(writeNote, { organizationId, text: '离任' }, gone, context);
    expect(refused.code).toBe('access.denied');
  });
});

describe('what a person may know of', () => {
  test('records of another site do not exist', async () => {
    const { id } = await write();
    const other = await system.openSite();
    const stranger = await system.person('office', { site: other });
    expect((await system.refusal(readNote, { noteId: id }, stranger)).code).toBe('record.unknown');
    expect((await system.refusal(closeNote, { noteId: id, seen: 1 }, stranger)).code).toBe('record.unknown');
    expect((await system.ask(listNotes, {}, stranger)).items).toEqual([]);
  });

  test('to a recused person a record is the same as one that does not exist, whatever the role', async () => {
    const { id } = await write();
    const recused = await system.person('office');
    await system.recuse(recused, organizationId);
    const unknown = await system.refusal(readNote, { noteId: newId() }, recused);
    const hidden = await system.refusal(readNote, { noteId: id }, recused);
    expect(hidden.code).toBe(unknown.code);
    const change = await system.refusal(rewriteNote, { noteId: id, seen: 1, text: '不' }, recused);
    expect(change.code).toBe('record.unknown');
    expect((await system.ask(listNotes, {}, recused)).items).toEqual([]);
    expect((await system.refusal(writeNote, { organizationId, text: '不可' }, recused)).code).toBe(
      'record.unknown',
    );
  });

  test('a role limited to an organization reaches no other', async () => {
    const own = newId();
    const limited = await system.person('office', { organizationId: own });
    const { id } = await write();
    const mine = await write(limited, { organizationId: own });
    expect((await system.refusal(readNote, { noteId: id }, limited)).code).toBe('record.unknown');
    expect((await system.ask(listNotes, {}, limited)).items.map((item) => item.id)).toEqual([mine.id]);
  });

  test('who may not even read a record is told by a command no more than that there is none; who reads it, that they may not', async () => {
    const { id: noteId } = await write();
    const stranger = await system.person('office', { organizationId: newId() });
    const code = async () => (await system.refusal(closeNote, { noteId, seen: 1 }, stranger)).code;
    expect(await code()).toBe('record.unknown');
    await system.grant(stranger, 'observer');
    expect(await code()).toBe('access.denied');
  });
});

describe('a page', () => {
  test('continues where the last one ended, without loss or repetition', async () => {
    const own = newId();
    const person = await system.person('office', { organizationId: own });
    for (let n = 0; n < 7; n++) await write(person, { organizationId: own });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await system.ask(listNotes, { limit: 3, cursor }, person);
      seen.push(...page.items.map((item) => item.text));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(7);
  });

  test('cannot be started by a forged cursor, nor by one of another list', async () => {
    await write();
    await write();
    const { next } = await system.ask(listNotes, { limit: 1 }, office);
    const forged = `${Buffer.from('["x","y"]').toString('base64url')}.${next!.split('.')[1]!}`;
    expect((await system.refusal(listNotes, { cursor: forged }, office)).code).toBe('cursor.invalid');
    const elsewhere = await system.person('office', { site: await system.openSite() });
    expect((await system.refusal(listNotes, { cursor: next! }, elsewhere)).code).toBe('cursor.invalid');
  });
});

test('each rung of a deadline fires once, when the clock of the site reaches it, in every replica together', async () => {
  const site = await system.openSite({ clock: '2017-03-01T00:00:00.000Z' });
  const person = await system.person('office', { site });
  const { id } = await write(person, { dueInMs: 60_000 });
  const pressed = async () =>
    (await system.history('notes', id)).filter((type) => type.endsWith('pressed')).length;
  await system.setClock(site, '2017-03-01T00:00:59.500Z');
  await eventually(async () => (await pressed()) === 1);
  await system.setClock(site, '2017-03-02T00:00:00.000Z');
  await eventually(async () => (await pressed()) === 2);
});

test('every row is what the journal left, and one that was edited behind its back is found', async () => {
  const { id } = await write();
  const prove = async () => {
    const subject = stateSubject(system.config.prefix, 'notes');
    return (await system.nats.request(subject)).json<StateReport>();
  };
  const { checked, findings } = await prove();
  expect(checked).toBeGreaterThan(5);
  expect(findings).toEqual([]);
  await system.look('notes', `UPDATE note SET text = '改过' WHERE id = ?`, [idToBytes(id)]);
  expect((await prove()).findings).toEqual([
    `site ${system.site}: the row of notes.note ${id} is not what version 1 left`,
  ]);
});
