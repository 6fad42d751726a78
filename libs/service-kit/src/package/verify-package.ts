/** Proves a package with nothing but itself and public keys: any changed byte, and whatever is missing or was added, is found and named. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { canonicalHash } from '@xuncha/domain-kit';
import { readKeys } from '../journal/export/keys.js';
import { isManifestOf, Manifest, MANIFEST, manifestText } from './manifest.js';
import { bytesAt, contentOf, entriesOf, type Entry } from './read-zip.js';
import { zipped } from './zip.js';

export interface PackageReport {
  /** What it says of itself; absent where that cannot be read. */
  readonly manifest: Manifest | undefined;
  readonly findings: readonly string[];
}

/** A contents list of thousands of lines. */
const LONGEST_MANIFEST = 32 * 1024 * 1024;

export async function verifyPackage(path: string, keysFolder: string): Promise<PackageReport> {
  const handle = await open(path);
  try {
    const entries = await entriesOf(handle);
    if (!entries) return { manifest: undefined, findings: ['it is no package, or was cut off or added to'] };
    const manifest = await manifestIn(handle, entries);
    if (typeof manifest === 'string') return { manifest: undefined, findings: [manifest] };
    const findings = [
      ...signatureFindings(manifest, keysFolder),
      ...listFindings(manifest),
      ...(await contentFindings(handle, entries, manifest)),
      ...(await zipFindings(handle, entries, manifest)),
    ];
    return { manifest, findings };
  } finally {
    await handle.close();
  }
}

async function manifestIn(handle: FileHandle, entries: readonly Entry[]): Promise<Manifest | string> {
  const entry = entries.find(({ name }) => name === MANIFEST);
  if (!entry || entry.bytes > LONGEST_MANIFEST) return `there is no ${MANIFEST}`;
  const text = (await bytesAt(handle, entry.start, entry.bytes)).toString();
  const parsed = Manifest.safeParse(jsonIn(text));
  return parsed.success && manifestText(parsed.data) === text
    ? parsed.data
    : `${MANIFEST} is not as it was written`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function signatureFindings(manifest: Manifest, keysFolder: string): string[] {
  const key = readKeys(keysFolder).services.get(manifest.service);
  if (!key) return [`there is no key of ${manifest.service}`];
  return isManifestOf(key, manifest) ? [] : [`the signature of ${manifest.service} is not genuine`];
}

/** Numbers and pages run, and the list is the one that was closed. */
function listFindings({ lines, paths, contentsHash }: Manifest): string[] {
  const findings: string[] = [];
  let [number, page] = [0, 1];
  for (const line of lines) {
    if (!line.document) continue;
    number += 1;
    if (line.number !== number) findings.push(`number ${number} of the list is called ${line.number}`);
    if (line.firstPage !== page)
      findings.push(`document ${number} begins on page ${page}, not ${line.firstPage}`);
    page += line.document.pages;
  }
  if (paths.length !== number)
    findings.push(`${number} documents are listed, ${paths.length} are said to lie here`);
  if (canonicalHash(lines).toString('hex') !== contentsHash)
    findings.push('the list is not the one that was closed');
  return findings;
}

interface Expected {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

function expectedIn({ lines, paths, beside }: Manifest): Expected[] {
  const documents = lines.flatMap(({ document }) => document ?? []);
  return [
    ...beside,
    ...documents.map(({ file: { bytes, sha256 } }, index) => ({ path: paths[index] ?? '', bytes, sha256 })),
  ];
}

async function contentFindings(
  handle: FileHandle,
  entries: readonly Entry[],
  manifest: Manifest,
): Promise<string[]> {
  const expected = expectedIn(manifest);
  const known = new Set([MANIFEST, ...expected.map(({ path }) => path)]);
  const findings = entries
    .filter(({ name }, at) => !known.has(name) || entries.findIndex((one) => one.name === name) !== at)
    .map(({ name }) => `${name} is in no list`);
  for (const { path, bytes, sha256 } of expected) {
    const entry = entries.find(({ name }) => name === path);
    if (!entry) findings.push(`${path} is missing`);
    else if (entry.bytes !== bytes || (await hashOf(handle, entry)) !== sha256)
      findings.push(`${path} is not what was filed`);
  }
  const order = [MANIFEST, ...expected.map(({ path }) => path)];
  const isInOrder = findings.length > 0 || entries.every(({ name }, at) => name === order[at]);
  return isInOrder ? findings : ['the documents do not lie in the order of the list'];
}

async function hashOf(handle: FileHandle, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of contentOf(handle, entry)) hash.update(piece);
  return hash.digest('hex');
}

/** Of what is in it there is one zip: whatever else of it was touched shows by writing it again. */
async function zipFindings(
  handle: FileHandle,
  entries: readonly Entry[],
  { closedOn }: Manifest,
): Promise<string[]> {
  const parts = entries.map((entry) => ({ ...entry, content: contentOf(handle, entry) }));
  let position = 0;
  for await (const piece of zipped(parts, closedOn)) {
    const there = await bytesAt(handle, position, piece.length);
    if (!there.equals(piece)) {
      const nearest = entries.findLast(({ start }) => start <= position + piece.length) ?? entries[0];
      return [`the package is not as it was written, near ${nearest?.name}`];
    }
    position += piece.length;
  }
  return position === (await handle.stat()).size ? [] : ['something was added to the package'];
}
