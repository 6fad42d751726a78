import { expect, test } from 'vitest';
import { MOST_CHARACTERS, textOf } from './text.js';

test.each([
  ['UTF-8', Buffer.from('代码,名称')],
  ['GB18030', Buffer.from('b4fac2eb2cc3fbb3c6', 'hex')],
])('text in %s is read', (_, content) => {
  expect(textOf(content)).toEqual({ text: '代码,名称', isCut: false });
});

test('a long text is cut, and what is none is refused', () => {
  const { text, isCut } = textOf(Buffer.alloc(MOST_CHARACTERS + 1, 'a'));
  expect([text.length, isCut]).toEqual([MOST_CHARACTERS, true]);
  expect(() => textOf(Buffer.from([0xff, 0xff]))).toThrow('broken');
});
