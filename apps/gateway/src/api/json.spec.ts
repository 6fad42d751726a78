import { expect, test } from 'vitest';
import { parseJson } from './json.js';

const parse = (text: string) => parseJson(Buffer.from(text));

test('a body is read as the JSON it is, emoji included', () => {
  expect(parse('{"name":"演示😀𠮷","depth":[{"a":"]}"}]}')).toEqual({
    name: '演示😀𠮷',
    depth: [{ a: ']}' }],
  });
});

test('no body is an empty input', () => {
  expect(parse('')).toEqual({});
});

test.each(['{', '{"a":}', 'nonsense', "{'a':1}", '{"a":1}}'])('%s is not JSON', (text) => {
  expect(() => parse(text)).toThrow('request.not-json');
});

test('bytes that are no UTF-8 are not JSON', () => {
  expect(() => parseJson(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toThrow('request.not-json');
});

test('a body is nested 32 deep at most; brackets within texts do not count', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(() => parse(nested(32))).not.toThrow();
  expect(() => parse(nested(33))).toThrow('request.too-deep');
  expect(() => parse(nested(500_000))).toThrow('request.too-deep');
  expect(parse(JSON.stringify(`\\"${nested(100)}`))).toBe(`\\"${nested(100)}`);
});

test.each([
  ['a field twice', '{"a":1,"a":2}'],
  ['a field twice, written in two ways', '{"a":1,"\\u0061":2}'],
  ['a field twice within', '{"x":[{"a":1,"b":"\\"a\\":","a":2}]}'],
  ['the prototype', '{"a":{"__proto__":{"isOffice":true}}}'],
  ['the prototype, escaped', '{"\\u005f_proto__":{}}'],
  ['the constructor', '{"constructor":{"prototype":{}}}'],
  ['an infinite number', '{"a":1e999}'],
  ['a number of 5000 digits', `{"a":${'9'.repeat(5000)}}`],
])('%s is refused, because it could be read in two ways', (_, text) => {
  expect(() => parse(text)).toThrow('request.ambiguous');
});

test('the same name in two objects, and a text that looks like a name, are two things', () => {
  const text = '{"a":{"a":1},"b":[{"a":2},{"a":"\\"a\\":1"}],"c":-1.5e3}';
  expect(parse(text)).toEqual(JSON.parse(text));
});

test.each(['NaN', '{"a":NaN}', '{"a":Infinity}', '{"a":0x10}', '{"a":01}'])('%s is not JSON', (text) => {
  expect(() => parse(text)).toThrow('request.not-json');
});
