/**
 * What stands in an export of the record, line by line: written by the service, read by the verifier, described for auditors in the
 * README of every export (`explanation.ts`). A line is the very text that was hashed, so that nothing must be put together again.
 */
import { createHash, type Hash, type KeyObject } from 'node:crypto';
import { canonicalJson } from '@xuncha/domain-kit';
import { z } from 'zod';
import { canonicalText, type JournalRow } from '../chain.js';
import type { Checkpoint } from '../checkpoints.js';
import type { Sealed } from '../links.js';
import { isSigned, signature } from '../signature.js';

export const FORMAT = 'xuncha.export/1';
export const FILES = ['journal.jsonl', 'seal.jsonl', 'state.jsonl', 'checkpoint.jsonl'] as const;
export type FileName = (typeof FILES)[number];

const File = z.strictObject({ lines: z.int(), sha256: z.string() });
/** What one service says of its part; signed by it. `number` is how far the chain goes; 0 where the service has nothing of this site. */
const Section = z.strictObject({
  service: z.string(),
  site: z.string(),
  at: z.string(),
  number: z.int(),
  hash: z.string(),
  files: z.strictObject(
    Object.fromEntries(FILES.map((name) => [name, File])) as Record<FileName, typeof File>,
  ),
  signature: z.string(),
});
export type Section = z.infer<typeof Section>;
/** Sections by service, in alphabetical order. */
export const Manifest = z.strictObject({ format: z.literal(FORMAT), sections: z.array(Section) });
export type Manifest = z.infer<typeof Manifest>;
/** Fields in the order of the schema, so that one manifest has one text. */
export const manifestText = (manifest: Manifest) => `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`;

export const journalLine = (number: number, row: JournalRow) => canonicalText(number, row);
export const sealLine = ({ number, ordinal, hash }: Sealed) =>
  JSON.stringify([number, ordinal, hash.toString('hex')]);
export const stateLine = (aggregate: string, row: object) => `["${aggregate}",${canonicalJson(row)}]`;
export const checkpointLine = ({ number, hash, at }: Checkpoint, signed: Buffer) =>
  JSON.stringify([number, hash.toString('hex'), at, signed.toString('base64')]);

export function readSeal(line: string): Sealed {
  const [number, ordinal, hash] = JSON.parse(line) as [number, number, string];
  return { number, ordinal, hash: Buffer.from(hash, 'hex') };
}
export function readCheckpoint(service: string, site: string, line: string) {
  const [number, hash, at, signed] = JSON.parse(line) as [number, string, string, string];
  const checkpoint: Checkpoint = { service, site, number, hash: Buffer.from(hash, 'hex'), at };
  return { checkpoint, signed: Buffer.from(signed, 'base64') };
}

/** The text of the row within a line of state. */
export function rowTextIn(line: Buffer, aggregate: string): Buffer {
  return line.subarray(aggregate.length + 4, -1);
}

/** Counts and hashes what is written, and signs it in the end. */
export class SectionWriter {
  private readonly files: Record<FileName, { lines: number; hash: Hash }>;

  constructor(private readonly head: Omit<Section, 'files' | 'signature'>) {
    const empty = () => ({ lines: 0, hash: createHash('sha256') });
    this.files = Object.fromEntries(FILES.map((name) => [name, empty()])) as typeof this.files;
  }

  /** Answers the text to write. */
  add(file: FileName, lines: readonly string[]): string {
    const text = lines.map((line) => `${line}\n`).join('');
    this.files[file].lines += lines.length;
    this.files[file].hash.update(text);
    return text;
  }

  end(key: KeyObject): Section {
    const files = Object.fromEntries(
      FILES.map((name) => [
        name,
        { lines: this.files[name].lines, sha256: this.files[name].hash.digest('hex') },
      ]),
    ) as Section['files'];
    const said = { ...this.head, files };
    return { ...said, signature: signature(key, textOf(said)).toString('base64') };
  }
}

export function isSectionOf(key: KeyObject, { signature: signed, ...said }: Section): boolean {
  const bytes = Buffer.from(signed, 'base64');
  return bytes.toString('base64') === signed && isSigned(key, textOf(said), bytes);
}

const textOf = (said: Omit<Section, 'signature'>) => JSON.stringify([FORMAT, canonicalJson(said)]);
