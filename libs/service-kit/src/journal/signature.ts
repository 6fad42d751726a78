/** A service signs what it says of its own record with a key of its own; the public half lies beside it for those who verify. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { keyFile } from '../crypto/key-files.js';

const PRIVATE = { type: 'pkcs8', format: 'pem' } as const;
const PUBLIC = { type: 'spki', format: 'pem' } as const;

/** Made by whichever replica is first. */
export function signingKey(folder: string, service: string): { privateKey: KeyObject; publicPem: string } {
  const made = () => generateKeyPairSync('ed25519').privateKey.export(PRIVATE).toString();
  const privateKey = createPrivateKey(keyFile(folder, `record-${service}.pem`, made));
  const shown = () => createPublicKey(privateKey).export(PUBLIC).toString();
  return { privateKey, publicPem: keyFile(folder, `${service}.pub`, shown) };
}

export const signature = (key: KeyObject, text: string): Buffer => sign(null, Buffer.from(text), key);
export const isSigned = (key: KeyObject, text: string, signed: Buffer): boolean =>
  verify(null, Buffer.from(text), key, signed);
