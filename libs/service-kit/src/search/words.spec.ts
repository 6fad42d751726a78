import { describe, expect, test } from 'vitest';
import { beginningWith, matching, plain, searchedText, wordsOf } from './words.js';

/** As the servers do it: every word that is asked for stands there, or begins a word where it ends in a star. */
function isFound(asked: string, ...texts: string[]): boolean {
  const words = wordsOf(searchedText(texts)).split(' ');
  return matching(plain(asked))
    .split(' ')
    .map((word) => word.slice(1))
    .every((word) =>
      words.some((one) => (word.endsWith('*') ? one.startsWith(word.slice(0, -1)) : one === word)),
    );
}

describe('a text is found', () => {
  test.each(['财', '务', '财务', '违规支出', '财务管理不严，违规支出', '规', '出'])(
    'by %s in it',
    (asked) => {
      expect(isFound(asked, '财务管理不严，违规支出')).toBe(true);
    },
  );

  test('by letters, small or large, wide or narrow, and by characters beyond the first plane', () => {
    expect(isFound('Ａ０１', 'a01', '𠮷村')).toBe(true);
    expect(isFound('𠮷村', 'a01', '𠮷村')).toBe(true);
    expect(isFound('𠮷', 'a01', '𠮷村')).toBe(true);
  });

  test('not by what stands in none of its texts, nor in one and the next', () => {
    expect(isFound('务财', '财务管理')).toBe(false);
    expect(isFound('理甲', '财务管理', '甲村')).toBe(false);
  });
});

test('a word is of letters and digits that no server splits or passes over, whatever was written', () => {
  expect(wordsOf(searchedText(['+-"(*)~<>@ \' the 财😀', null]))).toMatch(
    /^x[0-9a-f]{4,8}( x[0-9a-f]{4,8})*$/,
  );
});

test('nobody who asks can ask for the beginning of a text', () => {
  expect(searchedText(['甲\n乙'])).toBe(beginningWith('甲 乙'));
  expect(plain('\n甲')).toBe('甲');
});
