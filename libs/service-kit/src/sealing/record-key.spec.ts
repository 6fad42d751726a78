import { expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { suite } from '../crypto/suite.js';
import { RecordKey } from './record-key.js';

const [id, other] = [newId(), newId()];
const dataKey = suite.makeKey();
const key = new RecordKey('onsite.petition', id, dataKey);
const sealed = key.seal('content', '举报内容😀');

test('what is sealed opens as the same field of the same record only', () => {
  expect(key.open('content', sealed)).toBe('举报内容😀');
  expect(() => key.open('sender', sealed)).toThrow('unable to authenticate');
  const elsewhere = [
    new RecordKey('onsite.petition', other, dataKey),
    new RecordKey('onsite.clue', id, dataKey),
    new RecordKey('onsite.petition', id, suite.makeKey()),
  ];
  for (const each of elsewhere) expect(() => each.open('content', sealed)).toThrow('unable to authenticate');
});

test('what another suite sealed is refused as such', () => {
  expect(() => key.open('content', Buffer.concat([Buffer.of(2), sealed.subarray(1)]))).toThrow(
    'unknown suite: 2',
  );
});
