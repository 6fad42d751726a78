import { hash } from 'node:crypto';

/**
 * One text for one value, whatever the order its members were written in, so that its hash can be
 * compared years later. Members that are undefined are absent; dates are ISO text, bigints decimal text,
 * bytes base64. What has no such text is a mistake of the programmer.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value !== 'object') throw notCanonical(typeof value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  if (value instanceof Map || value instanceof Set) throw notCanonical('a Map or Set');
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return canonicalObject(value as Record<string, unknown>);
}

/** SHA-256 of the canonical text. */
export function canonicalHash(value: unknown): Buffer {
  return hash('sha256', canonicalJson(value), 'buffer');
}

function canonicalObject(object: Record<string, unknown>): string {
  let members = '';
  for (const name of Object.keys(object).sort()) {
    if (object[name] === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(object[name])}`;
  }
  return `{${members}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw notCanonical(String(value));
  return JSON.stringify(value);
}

function notCanonical(what: string): Error {
  return new TypeError(`${what} has no canonical text`);
}
