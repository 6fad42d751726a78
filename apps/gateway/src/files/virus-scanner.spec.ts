import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLog } from '@xuncha/service-kit';
import { eventually } from '@xuncha/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clamdFrom } from '../config.js';
import { VirusScanner } from './virus-scanner.js';

const log = makeLog('test');
log.level = 'silent';
/** In two, so that nobody takes this file for it. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
const folder = mkdtempSync(join(tmpdir(), 'xuncha-clamd-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function look(at: NetConnectOpts, content: Buffer, patienceMs = 5_000): Promise<Buffer> {
  async function* inPieces() {
    for (let start = 0; start < content.length; start += 50_000)
      yield content.subarray(start, start + 50_000);
  }
  const seen: Buffer[] = [];
  for await (const chunk of new VirusScanner(at, log, patienceMs).watched(inPieces())) seen.push(chunk);
  return Buffer.concat(seen);
}

describe('where clamd misbehaves, nothing is taken unlooked at', () => {
  let server: Server;
  let path: string;
  let behave: (socket: Socket) => void;
  beforeAll(async () => {
    path = join(folder, 'misbehaving.sock');
    server = createServer((socket) => behave(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(path, resolve));
  });
  afterAll(() => server.close());

  test.each<[string, (socket: Socket) => void]>([
    ['says nothing', (socket) => socket.resume()],
    ['takes nothing', (socket) => socket.pause()],
    ['hangs up at once', (socket) => socket.destroy()],
    ['hangs up in the middle', (socket) => socket.once('data', () => socket.destroy())],
    ['finds it too large', (socket) => socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0'))],
    ['speaks in riddles', (socket) => socket.once('data', () => socket.end('PONG\0'))],
  ])('%s', async (_, how) => {
    behave = how;
    await expect(look({ path }, Buffer.alloc(5_000_000), 200)).rejects.toThrow('file.unchecked');
  }); // oxfmt-ignore

  test('is not there', async () => {
    await expect(look({ path: join(folder, 'nowhere.sock') }, EICAR)).rejects.toThrow('file.unchecked');
  });
});

const clamd = process.env.XC_CLAMD || 'clamd';
const isThere = spawnSync(clamd, ['--help']).status === 0;
if (!isThere)
  console.log('skipped: the EICAR file, for there is no clamd on this machine and XC_CLAMD names none');

describe.skipIf(!isThere)('a real clamd', () => {
  const at = { path: join(folder, 'clamd.sock') };
  let running: ChildProcess;
  beforeAll(async () => {
    // Its own signature of this one file: those of the world are hundreds of megabytes.
    writeFileSync(join(folder, 'test.ndb'), `Eicar-Test:0:0:${EICAR.toString('hex')}\n`);
    const settings = [
      `LocalSocket ${at.path}`,
      `DatabaseDirectory ${folder}`,
      'Foreground yes',
      'StreamMaxLength 64M',
    ];
    writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    running = spawn(clamd, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    await eventually(() => look(at, Buffer.from('ready?')), 30_000);
  }, 40_000);
  afterAll(() => running?.kill());

  test('lets through what is clean, as it is', async () => {
    const content = Buffer.alloc(3_000_000, '巡察');
    expect((await look(at, content)).equals(content)).toBe(true);
  });

  test('finds the EICAR file', async () => {
    await expect(look(at, EICAR)).rejects.toMatchObject({
      code: 'file.infected',
      facts: { name: expect.stringMatching(/eicar/i) as string },
    });
  });
});

test('an installation names its clamd by an address, and a wrong one is told at the start', () => {
  expect(clamdFrom(undefined)).toBeUndefined();
  expect(clamdFrom('tcp://127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(clamdFrom('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  for (const wrong of ['clamd', 'http://a:1', 'tcp://a', 'unix:'])
    expect(() => clamdFrom(wrong)).toThrow('XC_CLAMD_URL');
});
