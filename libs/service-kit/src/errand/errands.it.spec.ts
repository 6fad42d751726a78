import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { actAgain, type AskedBy } from '../access/again.js';
import type { Runtime } from '../runtime.js';
import { transact } from '../transaction.js';
import { Errands, type ErrandWork } from './errands.js';
import { errandMigration } from './schema.js';

let system: ServicesUnderTest;
let runtime: Runtime;
let office: Person;
const running: Errands[] = [];
const aggregate = 'notes.note';

beforeAll(async () => {
  const migrations = [...notes.migrations, errandMigration('notes-9999-errand')];
  system = await startServices([{ ...notes, migrations }]);
  runtime = system.runtime('notes');
});
afterAll(() => system?.stop());
beforeEach(async () => {
  office = await system.person('office', { site: await system.openSite() });
});
afterEach(() => Promise.all(running.splice(0).map((errands) => errands.stop())));

function replica(work: Partial<ErrandWork>): Errands {
  const errands = new Errands(runtime, {
    aggregate,
    run: async () => undefined,
    giveUp: async () => undefined,
    ...work,
  });
  running.push(errands);
  return errands;
}
/** As the command does it. */
async function given(person: Person): Promise<Id> {
  const id = newId();
  await transact(runtime.db, async (manager) => {
    const act = await actAgain(runtime, manager, { site: person.site, by: byOf(person) });
    await replica({}).give(act, id);
  });
  call();
  return id;
}
const call = () => runtime.nats.publish(runtime.wakeSubject);
const untilEnd = (signal: AbortSignal) =>
  new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
const left = async (id: Id) =>
  (await system.look('notes', 'SELECT attempts FROM errand WHERE record_id = ?', [idToBytes(id)]))[0];

test('an errand is run once, in the name of whoever asked for it, and shows how far it is', async () => {
  const seen: [Id, Id, string | undefined][] = [];
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  const work: Partial<ErrandWork> = {
    run: async ({ id, by }, { tell }) => {
      seen.push([id, by.account, by.provenance.origin]);
      tell({ phase: 'checking', done: 3, total: 7 });
      await held;
    },
  };
  const [one, other] = [replica(work), replica(work)];
  one.start();
  other.start();
  const id = await given(office);
  const viewer = await actAgain(runtime, runtime.db.manager, { site: office.site, by: byOf(office) });
  const progress = await eventually(() => one.progressOf(viewer, id));
  expect(progress).toEqual({ phase: 'checking', done: 3, total: 7 });
  end();
  await eventually(async () => (await left(id)) === undefined);
  expect(seen).toEqual([[id, office.account, '192.0.2.7']]);
  expect(await one.progressOf(viewer, id)).toBeNull();
});

test('what a stop breaks off is left to another replica at once, and was no attempt', async () => {
  const attempts: number[] = [];
  const first = replica({
    run: async (errand, { signal }) => {
      attempts.push(errand.attempts);
      await untilEnd(signal);
    },
  });
  first.start();
  const id = await given(office);
  await eventually(() => attempts.length === 1);
  await first.stop();
  replica({ run: async (errand) => void attempts.push(errand.attempts) }).start();
  await eventually(async () => (await left(id)) === undefined);
  expect(attempts).toEqual([1, 1]);
});

test('a replica that falls silent is followed by another, and hears of it', async () => {
  const heard: string[] = [];
  const silent = replica({
    run: async (_errand, { signal }) => {
      heard.push('begun');
      await untilEnd(signal).catch(() => heard.push('lost'));
    },
  });
  silent.start();
  const id = await given(office);
  await eventually(() => heard.length === 1);
  await system.look('notes', 'UPDATE errand SET holder = ? WHERE record_id = ?', [
    idToBytes(newId()),
    idToBytes(id),
  ]);
  await eventually(() => heard.length === 2);
  expect(await left(id)).toEqual({ attempts: 1 });
  await system.look('notes', 'UPDATE errand SET held_until = NULL WHERE record_id = ?', [idToBytes(id)]);
  replica({ run: async () => void heard.push('followed') }).start();
  await eventually(async () => (await left(id)) === undefined);
  expect(heard).toContain('followed');
});

test('what fails is tried five times and then given up, and others are not kept waiting for ever', async () => {
  const tried: Id[] = [];
  const givenUp: Id[] = [];
  const bad = await given(office);
  const good = await given(await system.person('office', { site: await system.openSite() }));
  replica({
    run: async ({ id }) => {
      tried.push(id);
      if (id === bad) throw new Error('never');
    },
    giveUp: async ({ id }) => void givenUp.push(id),
  }).start();
  await eventually(async () => {
    call();
    return (await left(bad)) === undefined;
  });
  expect(tried.filter((id) => id === bad)).toHaveLength(5);
  expect(tried.indexOf(good)).toBeLessThanOrEqual(2);
  expect(givenUp).toEqual([bad]);
});

test('in one site one errand follows the other', async () => {
  const at: Id[] = [];
  let most = 0;
  const work: Partial<ErrandWork> = {
    run: async ({ id }) => {
      most = Math.max(most, at.push(id));
      await new Promise((resolve) => setTimeout(resolve, 20));
      at.splice(at.indexOf(id), 1);
    },
  };
  const ids = [await given(office), await given(office), await given(office)];
  replica(work).start();
  replica(work).start();
  for (const id of ids)
    await eventually(async () => {
      call();
      return (await left(id)) === undefined;
    });
  expect(most).toBe(1);
});

function byOf({ account }: Person): AskedBy {
  return {
    account,
    permission: 'register.write',
    trace: { correlation: newId(), traceparent: null },
    provenance: { origin: '192.0.2.7', asked: 'register.write' },
  };
}
