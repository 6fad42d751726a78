import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * What events call a person: the same for the same person within a site, so that people are counted once
 * (rules.md 17), and worth nothing without the site's key.
 */
export function pseudonym(siteKey: Uint8Array, person: string): string {
  if (siteKey.length < 32) throw new Error('a site key has at least 32 bytes');
  const digest = createHmac('sha256', siteKey).update(normalized(person)).digest();
  return base32(digest.subarray(0, 10));
}

/** Full-width digits, a small x at the end of an identity number and stray blanks do not make another person. */
function normalized(person: string): string {
  return person.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]!);
}
