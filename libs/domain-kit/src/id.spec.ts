import { describe, expect, test } from 'vitest';
import { idFrom, idFromBytes, idToBytes, isId, newId, parseId } from './id.js';

const noRandom = (size: number) => new Uint8Array(size);

describe('an id', () => {
  test('is a UUIDv7 of its millisecond', () => {
    expect(newId(0x0123456789ab, noRandom)).toBe('01234567-89ab-7000-8000-000000000000');
  });

  test('sorts by time, as text and as bytes', () => {
    const times = [1, 255, 256, 1_483_228_800_000, 1_483_228_800_001, 4_000_000_000_000];
    const ids = times.map((time) => newId(time));
    expect([...ids].sort()).toEqual(ids);
    expect(
      ids
        .map(idToBytes)
        .sort((a, b) => a.compare(b))
        .map(idFromBytes),
    ).toEqual(ids);
  });

  test('is never given twice', () => {
    const now = Date.UTC(2017, 4, 1);
    expect(new Set(Array.from({ length: 10_000 }, () => newId(now))).size).toBe(10_000);
  });

  test('survives the way through sixteen bytes', () => {
    for (let round = 0; round < 100; round += 1) {
      const id = newId();
      expect(idToBytes(id)).toHaveLength(16);
      expect(idFromBytes(idToBytes(id))).toBe(id);
    }
  });

  test('is read in either case and kept in lower case', () => {
    expect(parseId('01234567-89AB-7000-8000-000000000000')).toBe('01234567-89ab-7000-8000-000000000000');
  });

  test.each(['', 'x', '0123456789ab70008000000000000000', '01234567-89ab-1000-8000-000000000000'])(
    'is refused when it reads %p',
    (text) => {
      expect(isId(text)).toBe(false);
      expect(() => parseId(text)).toThrow('id.malformed');
    },
  );
});

describe('an id derived from an event', () => {
  test('is the same every time, so that twice equals once', () => {
    expect(idFrom('case', 'feedback-1')).toBe(idFrom('case', 'feedback-1'));
    expect(isId(idFrom('case', 'feedback-1'))).toBe(true);
  });

  test('differs by name and by namespace, wherever the border between them is', () => {
    const ids = [idFrom('case', '1'), idFrom('case', '2'), idFrom('item', '1'), idFrom('ite', 'm1')];
    expect(new Set(ids).size).toBe(4);
  });
});
