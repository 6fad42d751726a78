/**
 * Reads a JSON body: strict UTF-8, no deeper than any contract could mean, no field twice, no name that JavaScript gives a meaning of its
 * own, no number that would come out as another.
 */
import { refuse, refuseIf } from '@xuncha/domain-kit';

const DEEPEST = 32;
/** Longer than any amount or date in the contracts; within it every whole number is exact or found too large by the schema. */
const LONGEST_NUMBER = 24;
const MEANINGFUL = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

const code = (character: string) => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COLON] = [code('"'), code('\\'), code(':')];
const OPENING = new Set([code('['), code('{')]);
const CLOSING = new Set([code(']'), code('}')]);
const OBJECT = code('{');
const NUMBER = /^[-+.\deE]$/;
const IS_OF_NUMBER = Array.from({ length: 128 }, (_, at) => NUMBER.test(String.fromCharCode(at)));

/** An empty body is an empty input. Refuses with `request.not-json`, `request.too-deep` or `request.ambiguous`. */
export function parseJson(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  new Scan(body).run();
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
    return refuse('request.not-json');
  }
}

/** Looked at before it is parsed: whoever walks a value later may do so recursively, and what stands twice is gone after it. */
class Scan {
  /** Names seen in each object that is open; null for an array. */
  private readonly open: (Set<string> | null)[] = [];
  /** The text read last, which is a name where a colon follows. */
  private text: Uint8Array | undefined;

  constructor(private readonly body: Uint8Array) {}

  run(): void {
    for (let at = 0; at < this.body.length; at++) {
      const byte = this.body[at]!;
      if (byte === QUOTE) at = this.readText(at);
      else if (byte === COLON) this.meetName();
      else if (OPENING.has(byte)) this.descend(byte);
      else if (CLOSING.has(byte)) this.open.pop();
      else if (IS_OF_NUMBER[byte]) at = this.readNumber(at);
    }
  }

  private descend(byte: number): void {
    this.open.push(byte === OBJECT ? new Set() : null);
    refuseIf(this.open.length > DEEPEST, 'request.too-deep', { limit: DEEPEST });
  }

  /** Answers where the text ends. */
  private readText(start: number): number {
    let end = start + 1;
    while (end < this.body.length && this.body[end] !== QUOTE) end += this.body[end] === BACKSLASH ? 2 : 1;
    this.text = this.body.subarray(start, end + 1);
    return end;
  }

  private meetName(): void {
    const names = this.open.at(-1);
    const name = this.text && unescaped(this.text);
    if (!names || name === undefined) return;
    refuseIf(MEANINGFUL.has(name) || names.has(name), 'request.ambiguous', { field: name.slice(0, 64) });
    names.add(name);
  }

  private readNumber(start: number): number {
    let end = start;
    while (IS_OF_NUMBER[this.body[end]!]) end++;
    const field = Buffer.from(this.body.subarray(start, Math.min(end, start + LONGEST_NUMBER))).toString(
      'latin1',
    );
    const isTooLong = end - start > LONGEST_NUMBER;
    refuseIf(isTooLong || Math.abs(Number(field)) === Infinity, 'request.ambiguous', { field });
    return end - 1;
  }
}

/** A name may be written in several ways and is the same. */
function unescaped(text: Uint8Array): string | undefined {
  try {
    return JSON.parse(utf8.decode(text)) as string;
  } catch {
    return undefined;
  }
}
