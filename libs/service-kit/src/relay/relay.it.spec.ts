import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { idFromBytes } from '@xuncha/domain-kit';
import { eventually, JOURNAL_SERVICE, JournalUnderTest, writeRows } from '@xuncha/testing';
import { fromMessage, streamName, type Envelope } from '../envelope.js';
import type { Runtime } from '../runtime.js';
import { Relay } from './relay.js';
import { progressSubject, type ProgressReply } from './subscribers.js';

let journal: JournalUnderTest;
let runtime: Runtime;
let jsm: JetStreamManager;
let name: string;
const relays: Relay[] = [];

beforeEach(async () => {
  journal = new JournalUnderTest();
  runtime = await journal.replica();
  jsm = await jetstreamManager(runtime.nats);
  name = streamName(journal.config.prefix, JOURNAL_SERVICE);
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await jsm.streams.delete(name).catch(() => false);
  await journal.close();
});

async function lead(on: Runtime = runtime): Promise<Relay> {
  const relay = new Relay(on);
  relays.push(relay);
  await relay.start();
  return relay;
}
async function write(rows: number): Promise<void> {
  await writeRows(runtime.db, { rows });
  runtime.committed();
}

/** Waits until the stream ends at this ordinal. */
function published(last: number) {
  return eventually(async () => {
    const { state } = await jsm.streams.info(name);
    return state.last_seq === last
      ? state
      : Promise.reject(new Error(`the stream ends at ${state.last_seq}`));
  });
}
async function eventAt(sequence: number): Promise<Envelope> {
  const message = await jsm.streams.getMessage(name, { seq: sequence });
  return fromMessage({ headers: message!.header, data: message!.data });
}
/** Every message from `first` to `last` is the event of that ordinal. */
async function expectWhole(first: number, last: number): Promise<void> {
  const state = await published(last);
  expect([state.first_seq, state.messages]).toEqual([first, last - first + 1]);
  for (const ordinal of new Set([first, Math.floor((first + last) / 2), last])) {
    expect((await eventAt(ordinal)).ordinal).toBe(ordinal);
  }
}
async function refills(): Promise<number> {
  return (await runtime.metrics.streamRefills.get()).values[0]?.value ?? 0;
}
function report(consumer: string, ordinal: number): Promise<ProgressReply> {
  return eventually(async () => {
    const subject = progressSubject(journal.config.prefix, JOURNAL_SERVICE);
    const message = await runtime.nats.request(subject, JSON.stringify({ consumer, ordinal }), {
      timeout: 2000,
    });
    return message.json<ProgressReply>();
  });
}

describe('publishing what is sealed', () => {
  it('events stand in the stream in the order of their ordinals, as the journal has them', async () => {
    await lead();
    const aggregateId = await writeRows(runtime.db, { rows: 3, site: '330300' });
    runtime.committed();
    await published(3);
    const [row] = await journal.rows<{ id: Buffer; body: string }>(
      'SELECT id, body FROM journal WHERE version = 2',
    );
    expect(await eventAt(2)).toMatchObject({
      id: idFromBytes(row!.id),
      source: JOURNAL_SERVICE,
      type: 'ledger.entry.made',
      site: '330300',
      aggregateId,
      version: 2,
      number: 2,
      ordinal: 2,
      epoch: 1,
      effective: '2026-03-02',
      actor: null,
      causation: null,
      body: JSON.parse(row!.body) as object,
    });
    const message = await jsm.streams.getMessage(name, { seq: 2 });
    expect(message!.subject).toBe(`${journal.config.prefix}.ledger.330300.entry.made`);
  });

  it('a commit whose ping was lost is published by the next poll', async () => {
    await lead();
    await published(0);
    await writeRows(runtime.db, { rows: 2 });
    expect((await published(2)).messages).toBe(2);
  });

  it('rows of several rounds are published without a gap', async () => {
    await write(1700);
    await lead();
    await expectWhole(1, 1700);
    const [relay] = await eventually(async () => {
      const rows = await journal.rows<{ published: number }>('SELECT published FROM relay');
      return rows[0]!.published === 1700 && rows;
    });
    expect(relay).toEqual({ published: 1700 });
    expect(await refills()).toBe(0);
  });

  it('a leader that died between publishing and recording publishes nothing twice', async () => {
    const died = await lead();
    await write(5);
    await published(5);
    await died.stop();
    await journal.rows('UPDATE relay SET published = 2');
    await lead();
    await write(1);
    await expectWhole(1, 6);
    expect(await refills()).toBe(0);
  });

  it('a relay that was stopped hands its work to another replica at once', async () => {
    const other = await journal.replica();
    const first = await lead();
    await write(1);
    await published(1);
    await lead(other);
    await first.stop();
    const stopped = Date.now();
    await write(1);
    await published(2);
    expect(Date.now() - stopped).toBeLessThan(5000);
    expect((await other.metrics.relayLeader.get()).values[0]!.value).toBe(1);
    expect((await runtime.metrics.relayLeader.get()).values[0]!.value).toBe(0);
  });

  it('a leader whose sessions the database ends goes on with new ones', async () => {
    await lead();
    await write(1);
    await published(1);
    await journal.endSessions();
    await eventually(() => write(1).then(() => true));
    await expectWhole(1, 2);
  });
});

describe('the broker is disposable', () => {
  beforeEach(async () => {
    await lead();
    await write(20);
    await published(20);
  });

  it('a stream that was deleted is made again with all that it held', async () => {
    await jsm.streams.delete(name);
    await expectWhole(1, 20);
    expect(await refills()).toBe(1);
  });

  it('a stream that is deleted while commits come is whole again and goes on', async () => {
    const writing = Promise.all(Array.from({ length: 30 }, () => write(1)));
    await jsm.streams.delete(name);
    await writing;
    await expectWhole(1, 50);
  });

  it('a stream of the same name that somebody else made is not taken for the lost one', async () => {
    const { config } = await jsm.streams.info(name);
    await jsm.streams.delete(name);
    await jsm.streams.add({ name, subjects: config.subjects, storage: config.storage });
    await expectWhole(1, 20);
    expect((await jsm.streams.info(name)).config.allow_atomic).toBe(true);
  });

  it('a stream whose messages were purged is filled again', async () => {
    await jsm.streams.purge(name, { filter: `${journal.config.prefix}.>` });
    await eventually(async () => (await jsm.streams.info(name)).state.messages === 20);
    await expectWhole(1, 20);
  });

  it('copies of events that somebody puts at its end are thrown out, and whoever counted them as applied is not believed', async () => {
    await report('insight', 20);
    const message = await jsm.streams.getMessage(name, { seq: 3 });
    const copy = headers();
    for (const key of message!.header.keys())
      if (!key.startsWith('Nats-')) copy.set(key, message!.header.get(key));
    for (let n = 0; n < 5; n += 1) runtime.nats.publish(message!.subject, message!.data, { headers: copy });
    await runtime.nats.flush();
    const misled = report('insight', 25);
    await write(10);
    await misled;
    const state = await eventually(async () => {
      const { state } = await jsm.streams.info(name);
      return state.last_seq === 30 && (await eventAt(21)).ordinal === 21 && state;
    });
    expect(state.first_seq).toBeLessThanOrEqual(21);
    await expectWhole(state.first_seq, 30);
  });

  it('a stream from the middle of which a message was deleted is filled again', async () => {
    await jsm.streams.deleteMessage(name, 7);
    await eventually(async () => (await jsm.streams.info(name)).state.messages === 20);
    expect((await eventAt(7)).ordinal).toBe(7);
  });

  it('a lost stream is filled from the lowest ordinal that any subscriber still needs', async () => {
    await report('insight', 12);
    await report('rectification', 15);
    await jsm.streams.delete(name);
    await expectWhole(13, 20);
    await report('insight', 20);
    await report('rectification', 20);
    await jsm.streams.delete(name);
    await write(1);
    await expectWhole(21, 21);
  });

  it('a subscriber that needs what the stream no longer holds has it filled from there, and others are told', async () => {
    const before = await report('insight', 12);
    expect(before).toMatchObject({ ok: true, leader: true, firstOrdinal: 1 });
    await jsm.streams.delete(name);
    await expectWhole(13, 20);
    const rebuilt = await report('insight', 0);
    expect(rebuilt.firstOrdinal).toBe(1);
    expect(rebuilt.streamCreated).toBe((await jsm.streams.info(name)).created);
    expect(rebuilt.streamCreated).not.toBe(before.streamCreated);
    await expectWhole(1, 20);
  });

  it('only the leader answers subscribers, and a report that is none has no answer', async () => {
    await lead(await journal.replica());
    const subject = progressSubject(journal.config.prefix, JOURNAL_SERVICE);
    const answers: string[] = [];
    const inbox = `_INBOX.${journal.config.prefix}`;
    runtime.nats.subscribe(inbox, { callback: (_error, message) => void answers.push(message.string()) });
    for (const body of ['', '{"consumer":"insight"}', '{"consumer":"insight","ordinal":-1}']) {
      runtime.nats.publish(subject, body, { reply: inbox });
    }
    runtime.nats.publish(subject, '{"consumer":"insight","ordinal":3}', { reply: inbox });
    await eventually(() => answers.length > 0);
    await report('rectification', 4);
    expect(answers).toHaveLength(1);
    expect(await journal.rows('SELECT consumer, ordinal FROM subscriber ORDER BY ordinal')).toEqual([
      { consumer: 'insight', ordinal: 3 },
      { consumer: 'rectification', ordinal: 4 },
    ]);
  });
});

describe('figures of operations', () => {
  it('backlog and lag show what is not published, also where nobody leads', async () => {
    const relay = await lead();
    await write(3);
    await published(3);
    await relay.stop();
    await journal.rows(`INSERT INTO lease VALUES ('relay', 'other', 9, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)
      ON DUPLICATE KEY UPDATE holder = 'other', expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR`);
    await writeRows(runtime.db, { rows: 4 });
    await lead(runtime);
    const backlog = async () => {
      await runtime.metrics.text();
      return (await runtime.metrics.journalBacklog.get()).values[0]!.value;
    };
    await eventually(async () => (await backlog()) === 4);
    expect((await runtime.metrics.relayLagSeconds.get()).values[0]!.value).toBeGreaterThan(0);
    await journal.rows('UPDATE lease SET expires_at = UTC_TIMESTAMP(6)');
    await eventually(async () => (await backlog()) === 0);
    expect((await runtime.metrics.relayLagSeconds.get()).values[0]!.value).toBe(0);
  });
});
