// What a seed decides of a trial, and what no seed may leave out.
import { expect, test } from 'vitest';
import { Chance } from '../../apps/scenarios/src/chance.js';
import { scheduleOf } from './schedule.mjs';

interface Fault {
  readonly at: number;
  readonly do: string;
  readonly what: string;
  readonly seconds?: number;
}
const faultsOf = (seed: number) => scheduleOf(new Chance(`chaos/${seed}`)) as Fault[];
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

test('the same seed means the same faults at the same points, another seed others', () => {
  expect(faultsOf(1)).toEqual(faultsOf(1));
  expect(faultsOf(1)).not.toEqual(faultsOf(2));
});

test.each(seeds)('with seed %i everything fails that can: no kind is left to chance', (seed) => {
  const happens = (kind: string, what: string) =>
    faultsOf(seed).filter((fault) => fault.do === kind && fault.what === what).length;
  for (const service of [
    'identity',
    'planning',
    'talent',
    'onsite',
    'clues',
    'rectification',
    'insight',
    'linkage',
    'gateway',
  ])
    expect(happens('kill', service)).toBe(1);
  for (const server of ['database', 'broker']) expect(happens('kill', server)).toBe(2);
  for (const kind of ['deleteStore', 'copyStore', 'restoreStore', 'deliverAgain', 'republish'])
    expect(happens(kind, 'broker')).toBe(1);
});

test.each(seeds)('with seed %i whoever leads is paused for longer than the lease of 10 s', (seed) => {
  const pauses = faultsOf(seed).filter((fault) => fault.do === 'pauseLeader');
  expect(pauses.map(({ what }) => what).sort()).toEqual([
    'clues',
    'identity',
    'insight',
    'linkage',
    'onsite',
    'planning',
    'rectification',
    'talent',
  ]);
  for (const { seconds } of pauses) expect(seconds).toBeGreaterThan(10);
});

test.each(seeds)(
  'with seed %i faults come one after another while steps are played, an old copy after newer steps',
  (seed) => {
    const faults = faultsOf(seed);
    const points = faults.map(({ at }) => at);
    expect([...points].sort((a, b) => a - b)).toEqual(points);
    expect(points[0]).toBeGreaterThan(0);
    expect(points.at(-1)).toBeLessThan(1);
    const at = (kind: string) => faults.find((fault) => fault.do === kind)!.at;
    expect(at('restoreStore') - at('copyStore')).toBeGreaterThan(0.2);
  },
);
