import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { BackgroundWork } from './background.js';
import type { Runtime } from './runtime.js';

let system: ServicesUnderTest;
let runtime: Runtime;
const never = 3_600_000;

beforeAll(async () => {
  system = await startServices([notes]);
  runtime = system.runtime('notes');
});
afterAll(() => system?.stop());

test('however often it is called during a turn, one more follows, and never two at once', async () => {
  let turns = 0;
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  const running = new Set<number>();
  const work = new BackgroundWork(runtime, {
    failing: 'not this time',
    pauseMs: never,
    onCommit: true,
    turn: async () => {
      running.add((turns += 1));
      expect(running.size).toBe(1);
      if (turns === 1) await held;
      running.clear();
    },
  });
  work.start();
  await eventually(() => turns === 1);
  for (let calls = 0; calls < 5; calls++) runtime.nats.publish(runtime.wakeSubject);
  await runtime.nats.flush();
  open();
  await eventually(() => turns === 2);
  await work.stop();
  expect(turns).toBe(2);
});

test('a turn that goes wrong is tried again at the next, and a stop waits for the one under way', async () => {
  const seen: string[] = [];
  const work = new BackgroundWork(runtime, {
    failing: 'not this time',
    pauseMs: 20,
    onCommit: false,
    turn: async (ending) => {
      seen.push('turn');
      if (seen.length === 1) throw new Error('the database is away');
      await new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }));
      seen.push('ended');
    },
  });
  work.start();
  await eventually(() => seen.length === 2);
  await work.stop();
  expect(seen).toEqual(['turn', 'turn', 'ended']);
});
