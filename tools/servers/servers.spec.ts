// What the tools that start servers must know of them before any package is installed.
import { describe, expect, test } from 'vitest';
import { MAX_MESSAGE_BYTES } from '@xuncha/contracts';
import { versionInGreeting } from './mariadb.mjs';
import { infoInGreeting, maxPayload, natsObjection } from './nats.mjs';

describe('a broker', () => {
  test('takes the largest message that the contracts allow, and none larger', () => {
    expect(maxPayload).toBe(MAX_MESSAGE_BYTES);
  });

  test.each(['2.9.10', '2.11.15', '1.4.0'])(
    'of version %s is refused, because it has no atomic batches',
    (version) => {
      expect(natsObjection(version)).toContain('no atomic batches');
    },
  );

  test.each(['2.12.0', '2.15.1', '3.0.0'])('of version %s is used', (version) => {
    expect(natsObjection(version)).toBeUndefined();
  });

  test('is known by what it says first', () => {
    expect(infoInGreeting(Buffer.from('INFO {"version":"2.15.1","port":4222}\r\n'))).toMatchObject({
      port: 4222,
    });
    expect(infoInGreeting(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toBeUndefined();
  });
});

describe('a database', () => {
  const greeting = (version: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 0, 10]), Buffer.from(`${version}\0rest`)]);

  test('is known by what it says first, on MySQL and on MariaDB', () => {
    expect(versionInGreeting(greeting('9.7.4'))).toBe('9.7.4');
    expect(versionInGreeting(greeting('5.5.5-10.11.19-MariaDB'))).toBe('10.11.19-MariaDB');
  });

  test('is not what answers with something else', () => {
    expect(versionInGreeting(Buffer.from('INFO {}\r\n'))).toBeUndefined();
  });
});
