import { expect, test } from 'vitest';
import type { Change, ViewerAccess } from './change.js';
import { ViewerStream } from './viewer-stream.js';

const clue: Change = { aggregate: 'clues.clue', organizationIds: [], teamId: null };
const finding: Change = { aggregate: 'onsite.finding', organizationIds: ['other'], teamId: null };

/** An office's page, and what it was told so far. */
function page(recused: string[]) {
  const access: ViewerAccess = { grants: [{ role: 'office', organizationId: null, teamId: null }], recused };
  const told: string[] = [];
  const line = { write: (text: string) => void told.push(text), end: () => undefined };
  return { stream: new ViewerStream(access, () => Promise.resolve(access), line), told };
}
const data = (told: readonly string[]) => told.filter((text) => text.startsWith('data')).join('');

test('who is recused from nothing hears of a clue at once', async () => {
  const { stream, told } = page([]);
  stream.note(clue);
  await stream.tick();
  expect(data(told)).toContain('"clue"');
});

test('who is recused hears of their other organizations at once, and of a clue no sooner than if there were none', async () => {
  const [busy, idle] = [page(['unit']), page(['unit'])];
  busy.stream.note(clue);
  await busy.stream.tick();
  expect(data(busy.told)).toBe('');
  for (const { stream } of [busy, idle]) stream.heartbeat();
  expect(data(busy.told)).toContain('"clue"');
  expect(busy.told).toEqual(idle.told);
  busy.stream.note(finding);
  await busy.stream.tick();
  expect(data(busy.told.slice(idle.told.length))).toContain('"finding"');
});

test('a heartbeat tells nothing to who is recused from nothing', () => {
  const { stream, told } = page([]);
  stream.heartbeat();
  expect(data(told)).toBe('');
});
