/** Journal to stream, stream to effect, and how long from commit to effect. */
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { idToBytes, newId } from '@xuncha/domain-kit';
import { Listens, streamName, transact } from '@xuncha/service-kit';
import { eventually, startServices } from '@xuncha/testing';
import { notes, noteWritten, writeNote } from '@xuncha/testing/notes';
import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { median, ms, paired, percentile, perSecond } from './measure.mjs';

const EVENTS = 20_000;
const IN_FLIGHT = 256;

/** Rows of a journal that is already committed, drained by the relay, beside single publishes of the same size. */
export async function relay(runs) {
  const system = await startServices([notes]);
  const stream = streamName(system.config.prefix, 'notes');
  const manager = await jetstreamManager(system.nats);
  const lastSequence = async () => (await manager.streams.info(stream)).state.last_seq;
  let expected = await eventually(() => lastSequence().catch(() => null));
  const ours = async () => {
    expected += EVENTS;
    await fillJournal(system, EVENTS);
    const started = performance.now();
    system.runtime('notes').committed();
    await eventually(async () => (await lastSequence()) >= expected, 120_000);
    return EVENTS / ((performance.now() - started) / 1000);
  };
  const raw = await rawPublisher(system, manager);
  try {
    const found = await paired(runs, ours, raw);
    return {
      what: 'relay drain / raw publish, 256 in flight, sync always',
      ours: perSecond(found.ours),
      raw: perSecond(found.raw),
      ratio: found.ratio,
      goal: 2,
    };
  } finally {
    await manager.streams.delete(`${system.config.prefix}-raw`);
    await system.stop();
  }
}

async function rawPublisher(system, manager) {
  const name = `${system.config.prefix}-raw`;
  await manager.streams.add({ name, subjects: [`${name}.>`], storage: 'file' });
  const client = jetstream(system.nats);
  const body = JSON.stringify({ noteId: newId(), filler: 'x'.repeat(450) });
  return async () => {
    const started = performance.now();
    let sent = 0;
    await Promise.all(
      Array.from({ length: IN_FLIGHT }, async () => {
        while (sent++ < EVENTS / 4) await client.publish(`${name}.event`, body);
      }),
    );
    return EVENTS / 4 / ((performance.now() - started) / 1000);
  };
}

/** All in one transaction, so that the relay meets the whole backlog at once. */
async function fillJournal(system, rows) {
  const runtime = system.runtime('notes');
  await transact(runtime.db, async (manager) => {
    for (let start = 0; start < rows; start += 1000) {
      const values = Array.from({ length: Math.min(1000, rows - start) }, () => {
        const id = idToBytes(newId());
        const body = JSON.stringify({ noteId: newId() });
        return [
          idToBytes(newId()),
          1,
          system.site,
          'notes.note',
          id,
          1,
          'notes.note.written',
          'internal',
          null,
          '2017-01-01',
          new Date(),
          null,
          randomBytes(16),
          null,
          body,
          randomBytes(32),
        ];
      });
      await manager.query(
        `INSERT INTO journal (id, epoch, site, aggregate, aggregate_id, version, type, classification, actor, effective,
           recorded_at, causation, correlation, traceparent, body, row_hash) VALUES ?`,
        [values],
      );
    }
  });
}

/** A listener with one insert per event; reads a backlog of all events there are. */
function readerService(name, onEvent) {
  class ReaderListens {
    async whenWritten_noteIt(event, act) {
      await act.manager.query('INSERT INTO effect VALUES (?, ?)', [
        idToBytes(event.aggregateId),
        'x'.repeat(100),
      ]);
      onEvent?.(event);
    }
  }
  const method = Object.getOwnPropertyDescriptor(ReaderListens.prototype, 'whenWritten_noteIt');
  Listens(noteWritten)(ReaderListens.prototype, 'whenWritten_noteIt', method);
  Controller()(ReaderListens);
  const table = 'CREATE TABLE effect (id BINARY(16) PRIMARY KEY, body VARCHAR(100)) ENGINE=InnoDB';
  return { name, migrations: [{ name: 'bench-0001', sql: [table] }], rows: [], controllers: [ReaderListens] };
}

/** The backlog of a new consumer, beside the same inserts, 200 in a transaction. */
export async function consumer(runs) {
  const system = await startServices([notes]);
  await fillJournal(system, EVENTS);
  system.runtime('notes').committed();
  const manager = await jetstreamManager(system.nats);
  await eventually(
    async () =>
      (await manager.streams.info(streamName(system.config.prefix, 'notes'))).state.last_seq >= EVENTS,
    60_000,
  );
  let serial = 0;
  const ours = async () => {
    const name = `reader${serial++}`;
    const started = performance.now();
    await system.start(readerService(name));
    const count = async () => Number((await system.look(name, 'SELECT COUNT(*) AS n FROM effect'))[0].n);
    await eventually(async () => (await count()) >= EVENTS, 120_000);
    const seconds = (performance.now() - started) / 1000;
    return EVENTS / seconds;
  };
  const raw = async () => {
    await system.look(
      'notes',
      'CREATE TABLE IF NOT EXISTS raw_effect (id BINARY(16) PRIMARY KEY, body VARCHAR(100)) ENGINE=InnoDB',
    );
    const started = performance.now();
    for (let n = 0; n < EVENTS; n += 200) {
      await system.look('notes', 'START TRANSACTION');
      for (let i = 0; i < 200; i++)
        await system.look('notes', 'INSERT INTO raw_effect VALUES (?, ?)', [
          randomBytes(16),
          'x'.repeat(100),
        ]);
      await system.look('notes', 'COMMIT');
    }
    return EVENTS / ((performance.now() - started) / 1000);
  };
  try {
    const found = await paired(runs, ours, raw);
    return {
      what: 'consumer backlog / raw inserts, 200 a transaction',
      ours: perSecond(found.ours),
      raw: perSecond(found.raw),
      ratio: found.ratio,
      goal: 0.4,
    };
  } finally {
    await system.stop();
  }
}

/** 200 commands a second for a while: from the journal's commit to the effect in another service. */
export async function latency(runs) {
  const delays = [];
  const system = await startServices([notes]);
  await system.start(readerService('reader', (event) => delays.push(Date.now() - Date.parse(event.time))));
  try {
    const office = await system.person('office');
    const organizationId = newId();
    const seconds = 3 * runs;
    const started = performance.now();
    for (let n = 0; n < 200 * seconds; n++) {
      const wait = n * 5 - (performance.now() - started);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      void system.ask(writeNote, { organizationId, text: `n${n}` }, office);
    }
    await eventually(() => delays.length >= 200 * seconds);
    const steady = delays.slice(200);
    return {
      what: 'commit to effect at 200/s, p50 and p99',
      ours: `${ms(median(steady))}, ${ms(percentile(steady, 99))}`,
      raw: '',
      ratio: percentile(steady, 99),
      goal: 50,
      lowerIsBetter: true,
    };
  } finally {
    await system.stop();
  }
}
