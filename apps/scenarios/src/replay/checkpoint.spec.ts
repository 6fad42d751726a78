import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@xuncha/domain-kit';
import { Checkpoint, Page, siteCodes, type Done } from './checkpoint.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-checkpoint-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const heading = { replay: 'r', seed: 1, scale: 1, site: 'r-1', plan: 'p', secret: 's' };
const done = (key: string): Done => ({
  key,
  contract: 'planning.term.propose',
  by: 'office-1',
  record: 'term',
  receipt: { id: newId(), version: 1 },
});

test('a run that was killed in the middle of a line goes on after the last whole one', () => {
  const path = join(folder, 'killed.jsonl');
  const first = Checkpoint.begin(path, heading);
  const [one, two] = [done('one'), done('two')];
  first.write(one);
  first.close();
  appendFileSync(path, '{"key":"torn');
  const second = Checkpoint.resume(path)!;
  expect(second.heading).toEqual(heading);
  expect(second.done).toEqual([one]);
  second.write(two);
  second.close();
  const third = Checkpoint.resume(path)!;
  expect(third.done.map(({ key }) => key)).toEqual(['one', 'two']);
  third.close();
});

test('what says who may sign in is for its owner alone, and a run is never written over another', () => {
  const path = join(folder, 'private.jsonl');
  Checkpoint.begin(path, heading).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(() => Checkpoint.begin(path, heading)).toThrow('EEXIST');
  expect(Checkpoint.resume(join(folder, 'none.jsonl'))).toBeUndefined();
});

test('every site of a run has what was done in it, the same key or not', () => {
  const path = join(folder, 'sites.jsonl');
  const [city, county] = siteCodes(heading, 2) as [string, string];
  const first = Checkpoint.begin(path, heading);
  const [there, here] = [done('term'), done('term')];
  new Page(first, city).write(here);
  new Page(first, county).write(there);
  first.close();
  const second = Checkpoint.resume(path)!;
  expect(new Page(second, city).done.get('term')!.receipt).toEqual(here.receipt);
  expect(new Page(second, county).done.get('term')!.receipt).toEqual(there.receipt);
  second.close();
});
