import { describe, expect, test } from 'vitest';
import { pseudonym } from './pseudonym.js';

const siteKey = Buffer.alloc(32, 1);

describe('a pseudonym', () => {
  test('is short, and the same for the same person (rules.md 17)', () => {
    expect(pseudonym(siteKey, '33038119700101001X')).toMatch(/^[A-Z2-7]{16}$/);
    expect(pseudonym(siteKey, '33038119700101001X')).toBe(pseudonym(siteKey, '33038119700101001X'));
  });

  test.each(['33038119700101001x', ' 330381 19700101001X ', '３３０３８１１９７００１０１００１Ｘ'])(
    'does not make another person of %p',
    (written) => expect(pseudonym(siteKey, written)).toBe(pseudonym(siteKey, '33038119700101001X')),
  );

  test('differs from person to person and from site to site', () => {
    const other = pseudonym(Buffer.alloc(32, 2), '33038119700101001X');
    expect(pseudonym(siteKey, '330381197001010028')).not.toBe(pseudonym(siteKey, '33038119700101001X'));
    expect(other).not.toBe(pseudonym(siteKey, '33038119700101001X'));
  });

  test('cannot be made with a key that can be guessed', () => {
    expect(() => pseudonym(Buffer.alloc(8), 'x')).toThrow('32 bytes');
  });
});
