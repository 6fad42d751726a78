import { describe, expect, test } from 'vitest';
import { canonicalHash, canonicalJson } from './canonical.js';

describe('the canonical text of a value', () => {
  test('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null })).toBe('{"a":null,"b":[1,{"c":3,"d":2}]}');
    expect(canonicalJson({ a: null, b: [1, { c: 3, d: 2 }] })).toBe('{"a":null,"b":[1,{"c":3,"d":2}]}');
  });

  test('does depend on the order of a list', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  test.each<[unknown, string]>([
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [new Date(Date.UTC(2017, 4, 31, 16)), '"2017-05-31T16:00:00.000Z"'],
    [12_345_678_901_234_567_890n, '"12345678901234567890"'],
    [Buffer.from([0, 255]), '"AP8="'],
    [new Uint8Array([0, 255]), '"AP8="'],
    [-0, '0'],
    ['整改"\n😀', '"整改\\"\\n😀"'],
    [Object.assign(Object.create({ inherited: 1 }) as object, { own: 2 }), '{"own":2}'],
  ])('writes %p as %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  test.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a function', { f: () => 1 }],
    ['a symbol', Symbol('x')],
    ['a Map', new Map()],
    ['an invalid date', new Date(Number.NaN)],
  ])('does not exist for %s', (_, value) =>
    expect(() => canonicalJson(value)).toThrow(/has no canonical text|Invalid time value/),
  );

  test('is JSON', () => {
    const value = { text: 'a', list: [1, true, null], deep: { x: -1.5 } };
    expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });
});

test('the canonical hash is SHA-256 of the canonical text', () => {
  expect(canonicalHash({ b: 1, a: 2 }).toString('hex')).toBe(
    'd3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772',
  );
});
