import { describe, expect, test } from 'vitest';
import { officialNumber, parseOfficialNumber } from './official-number.js';

describe('an official number', () => {
  test('is written as on a document', () => {
    expect(officialNumber('瑞巡', 2017, 12)).toBe('瑞巡〔2017〕12号');
  });

  test('is read back', () => {
    expect(parseOfficialNumber('瑞巡办〔2024〕105号')).toEqual({ prefix: '瑞巡办', year: 2024, serial: 105 });
  });

  test.each(['瑞巡[2017]12号', '瑞巡〔17〕12号', '瑞巡〔2017〕0号', '瑞巡〔2017〕012号', '〔2017〕12号', ''])(
    'is refused when it reads %p',
    (text) => expect(() => parseOfficialNumber(text)).toThrow('official-number.malformed'),
  );
});
