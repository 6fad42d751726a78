import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Out, readArchiveFile } from '@xuncha/contracts';
import { canonicalHash, parseDate } from '@xuncha/domain-kit';
import { Manifest, manifestText, partsOfPackage } from './manifest.js';
import { verifyPackage } from './verify-package.js';
import { zipped, zippedBytes, type ZipPart } from './zip.js';

const scans = ['%PDF 授权书', '%PDF 反馈意见'.repeat(40)].map((text) => Buffer.from(text));
const day = parseDate('2017-12-01');
let folder: string;
let keys: string;
let key: KeyObject;
let whole: Buffer;
let path: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-package-'));
  keys = folder;
  path = join(folder, 'package.zip');
  key = newKey('planning');
  whole = await written(partsOf(closed()));
});
afterAll(() => rmSync(folder, { recursive: true }));

function newKey(service: string): KeyObject {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, `${service}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  return privateKey;
}

type Closed = Out<typeof readArchiveFile>;
type Line = Closed['lines'][number];
function closed(change: (lines: Line[]) => Line[] = (lines) => lines): Closed {
  const filed = scans.map((scan, index): Line => {
    const sha256 = createHash('sha256').update(scan).digest('hex');
    const file = { sha256, bytes: scan.length, mediaType: 'application/pdf', name: 'scan.pdf' };
    const document = {
      title: `第${index + 1}/2件`,
      dated: day,
      author: '县委巡察办',
      pages: 3,
      retention: 'permanent' as const,
      file,
    };
    return { ...place(index), number: index + 1, firstPage: 1 + index * 3, document, absence: null };
  });
  const absent: Line = { ...place(2), number: null, firstPage: null, document: null, absence: '未形成' };
  const lines = change([...filed, absent]);
  return {
    id: '01900000-0000-7000-8000-00000000000f',
    version: 5,
    number: '瑞巡档〔2017〕1号',
    title: '第一轮巡察 县委第一巡察组',
    roundId: '01900000-0000-7000-8000-00000000000e',
    assignmentId: null,
    state: 'closed',
    documents: 2,
    missing: 0,
    absences: 1,
    pages: 6,
    retention: 'permanent',
    openedOn: day,
    closedOn: day,
    handedOverOn: null,
    receiver: null,
    receiptNumber: null,
    contentsHash: canonicalHash(lines).toString('hex'),
    lines,
  };
}
const place = (index: number) => ({
  id: `01900000-0000-7000-8000-00000000000${index}`,
  form: 'other' as const,
  organizationId: null,
  isExpected: true,
});

/** As the gateway puts them together. */
function partsOf(file: Closed, by = key): ZipPart[] {
  const list = { name: '卷内文件目录.docx', content: Buffer.from('PK 目录') };
  const parts = partsOfPackage(file, { service: 'planning', site: '330381', key: by, list });
  let next = 0;
  return parts.map((part) => {
    const content = 'file' in part ? scans[next++]! : Buffer.from(part.base64, 'base64');
    return { name: part.name, bytes: content.length, content: [content] };
  });
}

async function written(parts: readonly ZipPart[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zipped(parts, day)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function findingsIn(content: Buffer): Promise<readonly string[]> {
  writeFileSync(path, content);
  return (await verifyPackage(path, keys)).findings;
}
const other = (part: ZipPart, text: string): ZipPart => {
  const content = Buffer.from(text);
  return { name: part.name, bytes: content.length, content: [content] };
};

test('a package verifies with nothing but itself and the public key, and is as long as was said', async () => {
  expect(await findingsIn(whole)).toEqual([]);
  expect(zippedBytes(partsOf(closed()))).toBe(whole.length);
  expect((await verifyPackage(path, keys)).manifest).toMatchObject({
    number: '瑞巡档〔2017〕1号',
    closedOn: day,
  });
});

test('every changed byte of it is found, wherever it lies', async () => {
  const unnoticed: number[] = [];
  for (let at = 0; at < whole.length; at += at < 100 || at > whole.length - 500 ? 13 : 149) {
    const touched = Buffer.from(whole);
    touched[at]! ^= 1;
    if ((await findingsIn(touched)).length === 0) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test('a cut and something added are found', async () => {
  for (const touched of [
    whole.subarray(0, -1),
    whole.subarray(0, 500),
    Buffer.alloc(0),
    Buffer.concat([whole, Buffer.of(0)]),
  ])
    expect(await findingsIn(touched)).toEqual(['it is no package, or was cut off or added to']);
});

describe('whoever puts it together anew', () => {
  test('leaves a document out, adds one or exchanges one: it is named', async () => {
    const parts = partsOf(closed());
    const last = parts.at(-1)!;
    expect(last.name).toBe('文件/0002 第2_2件.pdf');
    expect(await findingsIn(await written(parts.slice(0, -1)))).toEqual([`${last.name} is missing`]);
    const added = { ...other(last, '%PDF'), name: '文件/0003 添加.pdf' };
    expect(await findingsIn(await written([...parts, added]))).toEqual([`${added.name} is in no list`]);
    expect(await findingsIn(await written([...parts, last]))).toEqual([`${last.name} is in no list`]);
    const exchanged = [...parts.slice(0, -1), other(last, '%PDF 另一份')];
    expect(await findingsIn(await written(exchanged))).toEqual([`${last.name} is not what was filed`]);
    const swapped = [...parts.slice(0, -2), last, parts.at(-2)!];
    expect(await findingsIn(await written(swapped))).toEqual([
      'the documents do not lie in the order of the list',
    ]);
  });

  test('changes what the list says: the signature and the hash of the list say so', async () => {
    const parts = partsOf(closed());
    const manifest = Manifest.parse(JSON.parse((parts[0]!.content as Buffer[])[0]!.toString()));
    const [first, ...others] = manifest.lines;
    const lines = [{ ...first!, document: { ...first!.document!, pages: 30 } }, ...others];
    const forged = other(parts[0]!, manifestText({ ...manifest, lines }));
    expect(await findingsIn(await written([forged, ...parts.slice(1)]))).toEqual([
      'the signature of planning is not genuine',
      'document 2 begins on page 31, not 4',
      'the list is not the one that was closed',
    ]);
  });

  test('signs it with a key of their own, or takes the manifest away', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    expect(await findingsIn(await written(partsOf(closed(), stranger)))).toEqual([
      'the signature of planning is not genuine',
    ]);
    expect(await findingsIn(await written(partsOf(closed()).slice(1)))).toEqual([
      'there is no manifest.json',
    ]);
  });
});

test('without the key of whoever signed nothing is proven', async () => {
  writeFileSync(path, whole);
  const strangers = mkdtempSync(join(folder, 'keys-'));
  writeFileSync(join(strangers, 'onsite.pub'), readFileSync(join(folder, 'planning.pub')));
  expect((await verifyPackage(path, strangers)).findings).toEqual(['there is no key of planning']);
});
