import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SealedBoxes } from './sealed-box.js';

const folder = mkdtempSync(join(tmpdir(), 'xuncha-boxes-'));
const boxes = new SealedBoxes(folder);
boxes.makeKeys('clues-330381');
boxes.makeKeys('clues-3303');
const words = '反映演示甲多领补贴';
const box = boxes.seal('clues-330381', 'clue.1', words);

test('what is sealed for a recipient opens for that recipient, and tells nothing before', () => {
  expect(boxes.open('clues-330381', 'clue.1', box)).toBe(words);
  expect(Buffer.from(box, 'base64').includes(Buffer.from(words))).toBe(false);
  expect(boxes.seal('clues-330381', 'clue.1', words)).not.toBe(box);
});

test('nobody else opens it, nor as something else', () => {
  expect(() => boxes.open('clues-3303', 'clue.1', box)).toThrow('unable to authenticate');
  expect(() => boxes.open('clues-330381', 'clue.2', box)).toThrow('unable to authenticate');
});

test('a box that was changed on the way does not open', () => {
  const bytes = Buffer.from(box, 'base64');
  for (const place of [20, 50, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place]! ^= 1;
    expect(() => boxes.open('clues-330381', 'clue.1', changed.toString('base64'))).toThrow(
      'unable to authenticate',
    );
  }
});

test('whoever seals needs the public key alone, and refuses without it', () => {
  expect(() => boxes.seal('clues-330382', 'clue.1', words)).toThrow('box.key-unknown');
  expect(statSync(join(folder, 'box-clues-3303.key')).mode & 0o777).toBe(0o600);
});

test('keys are made once and found again', () => {
  expect(new SealedBoxes(folder).open('clues-330381', 'clue.1', box)).toBe(words);
});
