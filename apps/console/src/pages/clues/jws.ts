/** What a proof of hand-over says and whether the site signed it (RFC 7515, Ed25519). */
import type { Answer } from '../../api/names.js';

type Key = Answer<'listProofKeys'>['keys'][number];
/** As contracts have it (`TransferProof`): what of it people read. */
export interface Proof {
  readonly number: string;
  readonly organId: string;
  readonly clues: readonly { readonly number: string }[];
  readonly by: string;
  readonly on: string;
  readonly at: string;
}

export function payloadOf(jws: string): Proof {
  const [, payload] = jws.split('.');
  return JSON.parse(new TextDecoder().decode(bytesOf(payload!))) as Proof;
}

/** By the key that it names. Throws where the browser cannot tell. */
export async function isSigned(jws: string, keys: readonly Key[]): Promise<boolean> {
  const [header, payload, signature] = jws.split('.');
  const { kid } = JSON.parse(new TextDecoder().decode(bytesOf(header!))) as { kid?: string };
  const named = keys.find((key) => key.kid === kid);
  if (!named) return false;
  const { kty, crv, x } = named;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, bytesOf(signature!), signed);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
