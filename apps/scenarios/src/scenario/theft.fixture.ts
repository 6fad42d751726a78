/** What a thief would look for, and where. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Clue, Petition, Suspect } from '../year/plan.types.js';
import type { Plan, Step } from '../year/steps.js';

export interface Piece {
  /** Which table, file or page it is of. */
  readonly name: string;
  readonly bytes: Buffer;
}
export interface Found {
  readonly name: string;
  /** How it was written there. */
  readonly form: string;
}

/** Texts in every form that they may be written down in by accident. */
export class Wanted {
  private readonly forms: readonly (readonly [form: string, bytes: Buffer])[];

  constructor(...texts: readonly string[]) {
    this.forms = texts.flatMap(formsOf);
  }

  /** The forms in which they stand in these pieces, and where. A piece that goes on in the next one overlaps with it. */
  async in(pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<Found[]> {
    const found = new Map<string, Found>();
    for await (const { name, bytes } of pieces)
      for (const [form, sought] of this.forms)
        if (bytes.includes(sought)) found.set(`${name}|${form}`, { name, form });
    return [...found.values()];
  }
}

function formsOf(text: string): [form: string, bytes: Buffer][] {
  const bytes = Buffer.from(text, 'utf8');
  const wide = Buffer.from(text, 'utf16le');
  const escaped = text
    .split('')
    .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const written: readonly (readonly [string, Buffer | string])[] = [
    ['utf-8', bytes],
    ['utf-16', withoutEdges(wide)],
    ['utf-16, high byte first', withoutEdges(Buffer.from(wide).swap16())],
    ['hex', bytes.toString('hex')],
    ['hex in capitals', bytes.toString('hex').toUpperCase()],
    ['for an address', encodeURIComponent(text)],
    ['all of it for an address', encoded],
    ['all of it for an address in capitals', encoded.toUpperCase()],
    ['JSON with escapes', escaped],
    ['backwards', text.split('').reverse().join('')],
    ['SHA-256', createHash('sha256').update(text).digest()],
    ['SHA-256 in hex', createHash('sha256').update(text).digest('hex')],
    ...base64Forms(bytes),
  ];
  const distinct = new Map(
    written.toReversed().map(([form, as]) => [Buffer.from(as).toString('latin1'), form]),
  );
  return [...distinct].map(([as, form]) => [form, Buffer.from(as, 'latin1')]);
}

/** A search for what begins with zero stops at every zero, and files of databases are full of them. */
function withoutEdges(bytes: Buffer): Buffer {
  return bytes.subarray(bytes[0] === 0 ? 1 : 0, bytes.at(-1) === 0 ? -1 : undefined);
}

/** Wherever in the encoded bytes it may begin. */
function base64Forms(bytes: Buffer): [string, string][] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Characters at either end that also say something of the neighbours.
    const certain = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    const forAddresses = certain.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64, shifted by ${before}`, certain],
      [`base64url, shifted by ${before}`, forAddresses],
    ] satisfies [string, string][];
  });
}

const PIECE = 1024 * 1024;
/** Longer than any form. */
const OVERLAP = 4096;

/** Every file below a folder, as it lies on the disk. */
export async function* filesBelow(folder: string, except: readonly string[] = []) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (except.some((start) => name.startsWith(start))) continue;
    let before = Buffer.alloc(0);
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
      const bytes = Buffer.concat([before, chunk as Buffer]);
      if (!isEmpty(bytes)) yield { name, bytes } satisfies Piece;
      before = Buffer.from(bytes.subarray(-OVERLAP));
    }
  }
}

const NOTHING = Buffer.alloc(2 * PIECE);
const isEmpty = (bytes: Buffer) => bytes.equals(NOTHING.subarray(0, bytes.length));

/** The year, with a secret wherever something is told that the rules call sealed, and a mark in what they call open. */
export function withSecrets(plan: Plan, { secret, open }: { secret: string; open: string }): Plan {
  let count = 0;
  const next = (what: string) => `${secret}${what}${(count += 1)}`;
  const suspects = new Map<string, Suspect>();
  const hidden = (suspect: Suspect): Suspect => {
    const { identity } = suspect;
    const known = suspects.get(identity) ?? { ...suspect, name: next('人'), identity: next('N') };
    suspects.set(identity, known);
    return known;
  };
  const told = (petition: Petition): Petition => ({
    ...petition,
    matter: next('信'),
    sender: next('名'),
    contact: next('T'),
  });
  const raised = (clue: Clue): Clue => ({
    ...clue,
    matter: next('事'),
    suspects: clue.suspects.map(hidden),
  });
  const changed = (step: Step): Step => {
    switch (step.act) {
      case 'receivePetition':
        return { ...step, petition: told(step.petition) };
      case 'verifyPetition':
        return { ...step, result: next('果') };
      case 'answerPetition':
        return { ...step, answer: next('答') };
      case 'raiseClue':
        return { ...step, clue: raised(step.clue) };
      case 'screenClue':
        return { ...step, suspects: step.suspects.map(hidden) };
      case 'recordClueOutcome':
        return { ...step, outcome: { ...step.outcome, persons: step.outcome.persons.map(hidden) } };
      case 'draftRound':
        return { ...step, round: { ...step.round, title: `${open}${step.round.title}` } };
      default:
        return step;
    }
  };
  return { ...plan, tracks: plan.tracks.map((track) => ({ ...track, steps: track.steps.map(changed) })) };
}
