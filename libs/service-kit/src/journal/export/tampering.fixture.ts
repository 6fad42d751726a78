/** Every way to tamper with one byte or one line of a file, chosen by chance. */
import { createHash } from 'node:crypto';

export const without = (index: number) => (lines: string[]) => lines.toSpliced(index, 1);
export const edited = (index: number, edit: (line: string) => string) => (lines: string[]) =>
  lines.with(index, edit(lines[index]!));
export const swapped = (a: number, b: number) => (lines: string[]) =>
  lines.with(a, lines[b]!).with(b, lines[a]!);

type Below = (n: number) => number;

export function tampered(bytes: Buffer, below: Below): { bytes: Buffer; what: string } {
  const at = below(bytes.length);
  const ways = [
    () => ({
      what: `byte ${at} changed`,
      bytes: Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ (1 + below(255)) : byte))),
    }),
    () => ({
      what: `byte ${at} removed`,
      bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
    }),
    () => ({
      what: `byte put in at ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at), Buffer.of(below(256)), bytes.subarray(at)]),
    }),
    () => ({ what: `cut off at ${at}`, bytes: bytes.subarray(0, at) }),
    () => tamperedLine(bytes, below),
  ];
  return ways[below(ways.length)]!();
}

export function tamperedLine(bytes: Buffer, below: Below): { bytes: Buffer; what: string } {
  const lines = bytes.toString().split('\n').slice(0, -1);
  const [a, b] = [below(lines.length), below(lines.length)];
  const ways: (() => [what: string, lines: string[]])[] = [
    () => [`line ${a} removed`, without(a)(lines)],
    () => [`line ${a} doubled at ${b}`, lines.toSpliced(b, 0, lines[a]!)],
    () => [`lines ${a} and ${b} swapped`, swapped(a, b)(lines)],
    () => [`cut off after line ${a}`, lines.slice(0, a)],
    () => [`line ${a} edited`, edited(a, (line) => otherwise(line, below))(lines)],
  ];
  const [what, changed] = ways[below(ways.length)]!();
  return { what, bytes: Buffer.from(changed.map((line) => `${line}\n`).join('')) };
}

/** One letter or digit becomes another of its kind, so that the line can still be read. */
function otherwise(line: string, below: Below): string {
  const places = [...line.matchAll(/[0-9a-f]/g)].map(({ index }) => index);
  const place = places[below(places.length)]!;
  const digest = createHash('sha256')
    .update(`${place}${below(1_000_000)}`)
    .digest('hex');
  const other = digest
    .split('')
    .find((letter) => /\d/.test(letter) === /\d/.test(line[place]!) && letter !== line[place]);
  return line.slice(0, place) + (other ?? line[place]!) + line.slice(place + 1);
}
