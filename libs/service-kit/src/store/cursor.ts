/** A signed place in one list: nobody can forge where to start, or carry a place from one list to another. */
import { timingSafeEqual } from 'node:crypto';
import { refuse, refuseIf, type Id } from '@xuncha/domain-kit';
import type { Caller } from '../access/caller.js';
import { suite } from '../crypto/suite.js';

/** What the list is sorted by, and the record's id. */
export type Place = readonly [value: unknown, id: Id];

export function closeCursor(viewer: Caller, purpose: string, place: Place): string {
  const payload = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${payload}.${mac(viewer, purpose, payload).toString('base64url')}`;
}

/** Refuses with `cursor.invalid` whatever this installation did not make for this list. */
export function openCursor(viewer: Caller, purpose: string, cursor: string): Place {
  const [payload = '', signature = ''] = cursor.split('.');
  const expected = mac(viewer, purpose, payload);
  const given = Buffer.from(signature, 'base64url');
  refuseIf(given.length !== expected.length || !timingSafeEqual(given, expected), 'cursor.invalid');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [unknown, Id];
  } catch {
    return refuse('cursor.invalid');
  }
}

function mac(viewer: Caller, purpose: string, payload: string): Buffer {
  return suite.mac(viewer.runtime.cursorKey, `${purpose}|${payload}`).subarray(0, 16);
}
