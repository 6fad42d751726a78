import { createHash, randomBytes } from 'node:crypto';
import { refuseUnless } from './refusal.js';

/** A UUID in lower-case text, as it stands in events and addresses; in a database it is `BINARY(16)`. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7: sorts by time, so that rows are appended to an index rather than scattered over it. */
export function newId(now: number = Date.now(), random: (size: number) => Uint8Array = pooled): Id {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.set(random(10), 6);
  return stamped(bytes, 7);
}

/** The same id for the same name, always: what an event makes is made once, however often it arrives. */
export function idFrom(namespace: string, name: string): Id {
  return stamped(createHash('sha256').update(`${namespace}\0${name}`).digest().subarray(0, 16), 8);
}

export function isId(text: string): boolean {
  return UUID.test(text);
}

export function parseId(text: string): Id {
  const id = text.toLowerCase();
  refuseUnless(isId(id), 'id.malformed', { text });
  return id;
}

export function idToBytes(id: Id): Buffer {
  return Buffer.from(parseId(id).replaceAll('-', ''), 'hex');
}

export function idFromBytes(bytes: Uint8Array): Id {
  const hex = Buffer.from(bytes).toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}

/** Asking the system for a few bytes costs as much as asking for many. */
const POOL_BYTES = 8_192;
let pool = Buffer.alloc(0);

function pooled(size: number): Uint8Array {
  if (pool.length < size) pool = randomBytes(POOL_BYTES);
  const taken = pool.subarray(0, size);
  pool = pool.subarray(size);
  return taken;
}

function stamped(bytes: Buffer, version: 7 | 8): Id {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return idFromBytes(bytes);
}
