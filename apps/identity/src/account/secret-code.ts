/** Codes that a person reads off and types: set-up and recovery codes. Random enough that a plain hash keeps them. */
import { hash, randomBytes } from 'node:crypto';
import type { Invitation } from './account.js';

/** Crockford's: no two that look alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;
const SET_UP_GROUPS = 5;
const SET_UP_DAYS = 7;
const DAY_MS = 86_400_000;

/** 25 bits a group. */
export function newCode(groups: number): string {
  const letters = [...randomBytes(groups * GROUP)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join('').replaceAll(/.{5}(?=.)/g, '$&-');
}

/** Of the code however it was typed. */
export function codeHash(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return hash('sha256', plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1'));
}

export interface NewSetUpCode {
  readonly code: string;
  readonly invitation: Invitation;
}
export function newSetUpCode(now: Date): NewSetUpCode {
  const code = newCode(SET_UP_GROUPS);
  const setUpUntil = new Date(now.getTime() + SET_UP_DAYS * DAY_MS);
  return { code, invitation: { setUpHash: codeHash(code), setUpUntil } };
}
