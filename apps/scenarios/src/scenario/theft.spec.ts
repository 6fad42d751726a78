import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDate } from '@xuncha/domain-kit';
import { makePlan } from '../ruian-2017/plan.js';
import { cutOff, filesBelow, Wanted, withSecrets, type Piece } from './theft.fixture.js';

const text = '9F3K密Q7';
const wanted = new Wanted(text);
const piece = (bytes: Buffer | string): Piece => ({ name: 'piece', bytes: Buffer.from(bytes) });
const formsIn = async (bytes: Buffer | string) => (await wanted.in([piece(bytes)])).map(({ form }) => form);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-thief-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[string, (told: string) => Buffer | string]>([
  ['as it is', (told) => told],
  ['as utf-16', (told) => Buffer.from(told, 'utf16le')],
  ['as utf-16, high byte first', (told) => Buffer.from(told, 'utf16le').swap16()],
  ['as hex', (told) => Buffer.from(told).toString('hex')],
  ['as hex in capitals', (told) => Buffer.from(told).toString('hex').toUpperCase()],
  ['in an address', (told) => encodeURIComponent(told)],
  ['in JSON whose every character is escaped', (told) => told.replaceAll(/./gs, escaped)],
  ['backwards', (told) => told.split('').reverse().join('')],
])('a secret is found %s, whatever stands around it', async (_, written) => {
  for (const around of ['', 'x', '某某', 'abc'])
    expect(await formsIn(written(`${around}${text}${around}`))).not.toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5])('a secret is found in base64 with %i bytes before it', async (before) => {
  const bytes = Buffer.concat([Buffer.alloc(before, 'z'), Buffer.from(text), Buffer.from('tail')]);
  expect(await formsIn(bytes.toString('base64'))).not.toEqual([]);
  expect(await formsIn(bytes.toString('base64url'))).not.toEqual([]);
});

test('nothing is found where nothing is', async () => {
  expect(await formsIn(text.slice(1))).toEqual([]);
  expect(await formsIn(Buffer.alloc(100_000))).toEqual([]);
});

test('a secret is found in a large file wherever it stands, and files that are left out are not read', async () => {
  mkdirSync(join(folder, 'kept'));
  mkdirSync(join(folder, 'left'));
  const border = 3 * 1024 * 1024;
  const large = Buffer.alloc(border + 1000, 'x');
  large.write(text, border - 3);
  writeFileSync(join(folder, 'kept', 'large'), large);
  writeFileSync(join(folder, 'left', 'small'), text);
  const found = await wanted.in(filesBelow(folder, ['left']));
  expect(found).toEqual([{ name: join('kept', 'large'), form: 'utf-8' }]);
});

test('in the year everything sealed becomes a secret, alike wherever the same person is named, and nothing else', () => {
  const plan = cutOff(makePlan({ seed: 1, scale: 0.05 }), parseDate('2017-06-10'));
  const { tracks } = withSecrets(plan, { secret: 'SECRET', open: 'OPEN' });
  const steps = tracks.flatMap((track) => track.steps);
  const before = plan.tracks.flatMap((track) => track.steps);
  expect(steps).toHaveLength(before.length);
  const telling = [
    'receivePetition',
    'verifyPetition',
    'answerPetition',
    'raiseClue',
    'screenClue',
    'recordClueOutcome',
  ];
  const acts = steps.filter((step) => JSON.stringify(step).includes('SECRET')).map(({ act }) => act);
  expect([...new Set(acts)].sort()).toEqual(telling.sort());
  expect(
    steps.filter((step) => JSON.stringify(step).includes('OPEN')).every(({ act }) => act === 'draftRound'),
  ).toBe(true);
  const raised = steps.find((step) => step.act === 'raiseClue' && step.clue.suspects.length > 0)!;
  const [suspect] = raised.act === 'raiseClue' ? raised.clue.suspects : [];
  const screened = steps.filter((step) => step.act === 'screenClue').flatMap((step) => step.suspects);
  expect(screened).toContainEqual(suspect);
});

function escaped(one: string): string {
  return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
