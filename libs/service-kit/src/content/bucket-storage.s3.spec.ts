// The storage that `npm run test:s3` starts, a real one, reached over a line that fails.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { placeFrom, type Place } from './content-place.fixture.js';

const told = process.env;
const storage = new URL(told.XC_S3_ENDPOINT!);
const limit = { maxBytes: 10_000_000, pass: { chunk: () => undefined, end: () => undefined } };
const certificates = new URL('../../../../tools/certificates.mjs', import.meta.url).href;
interface Ca {
  issue(folder: string, name: string): { readonly certificate: string; readonly key: string };
}
type Line = (near: Socket, far: Socket) => void;
const whole: Line = (near, far) => {
  near.pipe(far).pipe(near);
};

let line: Server;
let how: Line;
let connections: number;
const ends = new Set<Socket>();
/** Over the line, and beside it. */
let place: Place;
let beside: Place;

beforeAll(async () => {
  line = createServer((near) => {
    connections++;
    const far = connect({ host: storage.hostname, port: Number(storage.port) });
    ends.add(near);
    near.on('error', () => far.destroy()).on('close', () => far.destroy() && ends.delete(near));
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    how(near, far);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const { port } = line.address() as AddressInfo;
  place = placeFrom({ ...told, XC_S3_ENDPOINT: `http://127.0.0.1:${port}` });
  beside = placeFrom(told);
});
afterAll(() => {
  line.close();
  place.leave();
  beside.leave();
});
beforeEach(() => from(whole));

/** From now on; what was held open for the next request is closed. */
function from(behaviour: Line): void {
  how = behaviour;
  for (const end of ends) end.destroy();
  connections = 0;
}

async function* inPieces(content: Buffer) {
  for (let start = 0; start < content.length; start += 50_000)
    yield await Promise.resolve(content.subarray(start, start + 50_000));
}
const write = (content: Buffer) => place.store.write(inPieces(content), limit);
/** Tears every connection once so many bytes went over it; all of them, or the first. */
function tornAfter(bytes: number, { up = false, times = Infinity }): Line {
  return (near, far) => {
    whole(near, far);
    let passed = 0;
    const count = (chunk: Buffer) => {
      passed += chunk.length;
      if (passed > bytes && connections <= times) near.destroy();
    };
    (up ? near : far).on('data', count);
  };
}

test('a file whose line is torn on the way in is sent again and is whole', async () => {
  const content = randomBytes(900_000);
  from(tornAfter(300_000, { up: true, times: 2 }));
  const written = await write(content);
  expect(connections).toBeGreaterThan(2);
  from(whole);
  expect((await place.store.readWhole(written, limit.maxBytes)).equals(content)).toBe(true);
});

test('a file whose line is torn again and again on the way out goes on from where it was', async () => {
  const content = randomBytes(900_000);
  const written = await write(content);
  from(tornAfter(200_000, {}));
  expect((await place.store.readWhole(written, limit.maxBytes)).equals(content)).toBe(true);
  expect(connections).toBeGreaterThan(3);
});

test('a byte that changes on the way is noticed by the storage, and nothing is kept', async () => {
  from((near, far) => {
    far.pipe(near);
    let passed = 0;
    near.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      if (passed > 100_000) chunk[chunk.length - 1]! ^= 1;
      far.write(chunk);
    });
  });
  const before = await beside.names();
  await expect(write(randomBytes(200_000))).rejects.toThrow('service.storage-away');
  expect(await beside.names()).toEqual(before);
});

describe('where the storage is away, that is said, and never that a file is unknown', () => {
  test.each<[string, Line]>([
    ['it hangs up', (near) => near.destroy()],
    ['it hangs up in the middle', tornAfter(10, { up: true })],
    ['it says nothing', (near) => near.resume()],
  ])('%s', async (_, behaviour) => {
    const written = await write(Buffer.from('凭证'));
    from(behaviour);
    await expect(place.store.bytesOf(written)).rejects.toThrow('service.storage-away');
    expect(await place.store.isThere()).toBe(false);
  });

  test('what is written then leaves nothing, not even a draft', async () => {
    const before = await beside.names();
    from((near) => near.destroy());
    await expect(write(randomBytes(100_000))).rejects.toThrow('service.storage-away');
    expect(await beside.names()).toEqual(before);
    expect(readdirSync(join(place.folder, 'content'))).toEqual([]);
  });

  test.each([
    ['a wrong secret', { XC_S3_SECRET: 'wrong' }],
    ['a bucket that is not there', { XC_S3_BUCKET: 'nowhere' }],
  ])('%s', async (_, wrong) => {
    const misled = placeFrom({ ...told, ...wrong });
    await expect(misled.store.bytesOf({ sha256: 'a'.repeat(64) })).rejects.toThrow('service.storage-away');
    await expect(misled.store.write(inPieces(randomBytes(10)), limit)).rejects.toThrow(
      'service.storage-away',
    );
    expect(await misled.store.isThere()).toBe(false);
    misled.leave();
  });
});

describe('over TLS', () => {
  let folder: string;
  let speaking: Server;
  const caOf = (name: string) => join(folder, name, 'ca.crt');
  const endpoint = () => `https://localhost:${(speaking.address() as AddressInfo).port}`;
  const placeBy = (ca: string) => placeFrom({ ...told, XC_S3_ENDPOINT: endpoint(), XC_TLS_CA: caOf(ca) });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xuncha-s3-tls-'));
    const { TestCa } = (await import(certificates)) as { TestCa: new (folder: string) => Ca };
    const [ca] = ['house', 'stranger'].map((name) => new TestCa(join(folder, name)));
    const { certificate, key } = ca!.issue(folder, 'storage');
    const shown = { cert: readFileSync(certificate), key: readFileSync(key) };
    speaking = createTlsServer(shown, (near) => {
      const far = connect({ host: storage.hostname, port: Number(storage.port) });
      near.on('error', () => far.destroy()).on('close', () => far.destroy());
      far.on('error', () => near.destroy());
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => speaking.listen(0, 'localhost', resolve));
  });
  afterAll(() => {
    speaking.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['house', true],
    ['stranger', false],
  ])('a storage that the CA of the %s has signed is believed: %s', async (ca, isBelieved) => {
    const secured = placeBy(ca);
    expect(await secured.store.isThere()).toBe(isBelieved);
    const writing = secured.store.write(inPieces(randomBytes(100_000)), limit);
    if (isBelieved) expect(await secured.store.bytesOf(await writing)).toBe(100_000);
    else await expect(writing).rejects.toThrow('service.storage-away');
    secured.leave();
  });
});
