import { expect, test } from 'vitest';
import { LockCheck } from './lock-check.js';
import { addedTo, bloated, encryptions, pdf } from './pdf.fixture.js';

const { rc4Locked, rc4Restricted, aesLocked, aesRestricted, unknownWay } = encryptions;

async function check(content: Buffer, one = new LockCheck(), pieces = 3): Promise<void> {
  for (let start = 0; start < content.length; start += pieces)
    one.chunk(content.subarray(start, start + pieces));
  one.end();
  async function* whole() {
    yield content;
  }
  await one.whole(whole());
}

test.each([
  ['by a password of old', pdf({ encryption: rc4Locked })],
  ['by a password of today', pdf({ encryption: aesLocked })],
  ['and has a stream of references', pdf({ encryption: aesLocked, references: 'stream' })],
  ['and something was added to it', addedTo(pdf({ encryption: rc4Locked }))],
  ['in a way that nothing here knows', pdf({ encryption: unknownWay })],
])('a PDF that is locked %s is refused', async (_, content) => {
  await expect(check(content)).rejects.toThrow('file.locked');
});

test.each([
  ['is not encrypted', pdf({})],
  ['anybody may open, and only its author change', pdf({ encryption: rc4Restricted })],
  ['anybody may open, and its author signed', pdf({ encryption: aesRestricted, references: 'stream' })],
  ['is about how to lock a PDF', pdf({ text: '(trailer << /Encrypt 5 0 R >>) Tj' })],
  ['quotes it, and has a stream of references', pdf({ text: '(/Encrypt 5 0 R) Tj', references: 'stream' })],
  ['is cut off', pdf({ encryption: aesRestricted }).subarray(0, 600)],
])('a PDF that %s is taken', async (_, content) => {
  await expect(check(content)).resolves.toBeUndefined();
});

test('a PDF that has to be unpacked to more than fits to find out is refused, before it is', async () => {
  const bomb = bloated(24 * 1024 * 1024);
  expect(bomb.length).toBeLessThan(32 * 1024);
  const limit = 8 * 1024 * 1024;
  await expect(check(bomb, new LockCheck(limit), 4096)).rejects.toMatchObject({
    code: 'file.unpacks-too-large',
    facts: { limit },
  });
});
