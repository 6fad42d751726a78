import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeExport } from '@xuncha/testing';
import { numbersFrom } from '@xuncha/testing/chance';
import { signCheckpoint } from '../checkpoints.js';
import { linkHash } from '../chain.js';
import { signingKey } from '../signature.js';
import { countersignExport } from './countersign-export.js';
import {
  checkpointLine,
  FILES,
  FORMAT,
  manifestText,
  readCheckpoint,
  readSeal,
  sealLine,
  SectionWriter,
  type FileName,
  type Manifest,
} from './format.js';
import { edited, swapped, tampered, tamperedLine, without } from './tampering.fixture.js';
import { verifyExport } from './verify-export.js';

/** Two services of one site, 40 journal rows each; what an auditor keeps of it stands in `kept`. */
let base: string;
let made: string;
let kept: string;
let system: string;
let folder: string;
let auditor: KeyObject;
let countersigned: ReturnType<typeof countersignExport>;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'xuncha-export-'));
  [made, kept, system] = ['made', 'kept', 'system'].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(system);
  makeExport({ folder: made, keyFolder: system, services: ['clues', 'onsite'], entries: 40 });
  cpSync(join(made, 'keys'), kept, { recursive: true });
  const pair = generateKeyPairSync('ed25519');
  auditor = pair.privateKey;
  writeFileSync(join(kept, 'auditor.pub'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
  countersigned = countersignExport(made, kept, auditor);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => fresh());
function fresh(): void {
  folder = join(base, 'export');
  rmSync(folder, { recursive: true, force: true });
  cpSync(made, folder, { recursive: true });
}
function findings(keys: string | undefined = kept): string[] {
  const report = verifyExport(folder, keys);
  return [...report.findings, ...report.sections.flatMap((section) => section.findings)];
}
const pathOf = (file: FileName, service = 'onsite') => join(folder, service, file);
const linesOf = (file: FileName) => readFileSync(pathOf(file), 'utf8').split('\n').slice(0, -1);
const write = (file: FileName, lines: readonly string[]) =>
  writeFileSync(pathOf(file), lines.map((line) => `${line}\n`).join(''));
function change(file: FileName, edit: (lines: string[]) => string[]): void {
  write(file, edit(linesOf(file)));
}

/** What somebody does who holds the service’s own key: the section is signed again over whatever stands in the files. */
function signAgain(): void {
  const path = join(folder, 'manifest.json');
  const { sections } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const last = linesOf('seal.jsonl').at(-1);
  const { number, hash } = last ? readSeal(last) : { number: 0, hash: Buffer.alloc(32) };
  const again = sections.map((section) => {
    if (section.service !== 'onsite') return section;
    const { service, site, at } = section;
    const writer = new SectionWriter({ service, site, at, number, hash: hash.toString('hex') });
    for (const file of FILES) writer.add(file, linesOf(file));
    return writer.end(signingKey(system, service).privateKey);
  });
  writeFileSync(path, manifestText({ format: FORMAT, sections: again }));
}

test('an export that nobody touched is whole, by the keys one keeps and by its own', () => {
  expect(countersigned).toEqual({ signed: 2, findings: [] });
  expect(findings()).toEqual([]);
  expect(findings(join(folder, 'keys'))).toEqual([]);
});

describe('on files as they were exported is found', () => {
  const edits: [what: string, edit: (lines: string[]) => string[]][] = [
    ['an edit', edited(1, (line) => line.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)))],
    ['a deletion', without(1)],
    ['an insertion', (lines) => lines.toSpliced(1, 0, lines[2]!)],
    ['a reordering', swapped(1, 2)],
    ['a truncation', without(-1)],
    ['emptiness', () => []],
  ];
  const cases = FILES.flatMap((file) => edits.map(([what, edit]) => [what, file, edit] as const));
  test.each(cases)('%s in %s', (_what, file, edit) => {
    change(file, edit);
    expect(findings()).not.toEqual([]);
  });

  test('a service that is left out altogether', () => {
    const path = join(folder, 'manifest.json');
    const { sections } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    writeFileSync(path, manifestText({ format: FORMAT, sections: sections.slice(1) }));
    rmSync(join(folder, 'clues'), { recursive: true });
    expect(findings()).toContain('there is a key of clues, but no section of it');
  });

  test('a file that is missing', () => {
    unlinkSync(pathOf('state.jsonl'));
    expect(findings()).not.toEqual([]);
  });

  test('an export that another key signed', () => {
    const other = join(base, 'other');
    mkdirSync(other, { recursive: true });
    rmSync(folder, { recursive: true });
    makeExport({ folder, keyFolder: other, services: ['clues', 'onsite'], entries: 5 });
    expect(findings(join(folder, 'keys'))).toEqual([]);
    expect(findings()).toContain('the service did not sign this section of the manifest');
  });
});

describe('even where the service’s own key signed it again, is found', () => {
  test('an edited journal row, at its number', () => {
    change(
      'journal.jsonl',
      edited(4, (line) => line.replace('internal', 'open')),
    );
    signAgain();
    expect(findings()[0]).toBe('number 5 (line 5) is not what was sealed, or not where it was');
  });

  test('a row of state that was edited, removed or added', () => {
    change(
      'state.jsonl',
      edited(2, (line) => line.replace('open', 'done')),
    );
    signAgain();
    expect(findings()).toEqual([
      expect.stringMatching(/the row of onsite.record .* is not what version 3 left/),
    ]);
    fresh();
    change('state.jsonl', without(2));
    signAgain();
    expect(findings()).toEqual([expect.stringMatching(/the row of onsite.record .* is missing/)]);
    fresh();
    change('state.jsonl', (lines) => [...lines, lines.at(-1)!.replaceAll(/-7[0-9a-f]{3}-/g, '-7fff-')]);
    signAgain();
    expect(findings()).toEqual([expect.stringMatching(/no journal row tells of onsite.record/)]);
  });

  test('a chain that was written anew from an edited row on, by what the audit administrator countersigned', () => {
    change(
      'journal.jsonl',
      edited(4, (line) => line.replace('internal', 'open')),
    );
    chainAgain();
    signAgain();
    expect(findings()).toEqual(['number 40 is not what the audit administrator signed']);
  });

  test('an end that was cut off with all that told of it, by what the audit administrator countersigned', () => {
    change('journal.jsonl', (lines) => lines.slice(0, 36));
    change('seal.jsonl', (lines) => lines.slice(0, 36));
    change('checkpoint.jsonl', (lines) => lines.slice(0, 3));
    const left = linesOf('journal.jsonl').join();
    const idIn = (line: string) => /"id":"([0-9a-f-]{36})"/.exec(line)![1]!.replaceAll('-', '');
    change('state.jsonl', (lines) => lines.filter((line) => left.includes(idIn(line))));
    signAgain();
    expect(findings()).toEqual(['the chain ends at number 36, but the audit administrator signed number 40']);
  });
});

/** As somebody with the service’s key would: seals and checkpoints fit the edited journal. */
function chainAgain(): void {
  let hash: Buffer = Buffer.alloc(32);
  const hashes = new Map<number, Buffer>();
  const seals = linesOf('journal.jsonl').map((text, index) => {
    hash = linkHash(hash, Buffer.from(text));
    hashes.set(index + 1, hash);
    return sealLine({ ...readSeal(linesOf('seal.jsonl')[index]!), hash });
  });
  write('seal.jsonl', seals);
  const { privateKey } = signingKey(system, 'onsite');
  change('checkpoint.jsonl', (lines) =>
    lines.map((line) => {
      const { checkpoint } = readCheckpoint('onsite', '330381', line);
      const again = { ...checkpoint, hash: hashes.get(checkpoint.number)! };
      return checkpointLine(again, signCheckpoint(privateKey, again));
    }),
  );
}

test('what was kept and is no genuine countersignature is said', () => {
  const forged = join(base, 'forged');
  cpSync(kept, forged, { recursive: true });
  const file = join(forged, 'countersigned.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"number":40', '"number":39'));
  expect(findings(forged)).toContain('the countersignature at number 39 of clues is not genuine');
});

describe('a thousand random tamperings, with 1,000 found (issue 4, Record)', () => {
  const random = numbersFrom(20261128);
  const below = (n: number) => Math.floor(random() * n);
  const targets = [
    ...FILES.flatMap((file) => ['clues', 'onsite'].map((service) => join(service, file))),
    'manifest.json',
  ];

  test('of any byte and any line in journal, seal, state, checkpoints and manifest', () => {
    const missed: string[] = [];
    for (let n = 0; n < 1_000; n += 1) {
      const target = targets[below(targets.length)]!;
      const path = join(folder, target);
      const before = readFileSync(path);
      const after = tampered(before, below);
      writeFileSync(path, after.bytes);
      if (!after.bytes.equals(before) && findings().length === 0) missed.push(`${after.what} in ${target}`);
      if (after.bytes.equals(before)) n -= 1;
      writeFileSync(path, before);
    }
    expect(missed).toEqual([]);
  });

  test('of any line’s meaning, with the section signed again each time', () => {
    const missed: string[] = [];
    const manifest = readFileSync(join(folder, 'manifest.json'));
    for (let n = 0; n < 300; n += 1) {
      const file = FILES[below(3)]!;
      const before = readFileSync(pathOf(file));
      const { bytes, what } = tamperedLine(before, below);
      writeFileSync(pathOf(file), bytes);
      if (bytes.equals(before)) n -= 1;
      else {
        signAgain();
        if (findings().length === 0) missed.push(`${what} in ${file}`);
      }
      writeFileSync(pathOf(file), before);
      writeFileSync(join(folder, 'manifest.json'), manifest);
    }
    expect(missed).toEqual([]);
  });
});
