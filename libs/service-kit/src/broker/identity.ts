/** Who somebody is at the broker: a key pair of which the broker knows the public half alone. */
import { nkeyAuthenticator, nkeys, type Authenticator } from '@nats-io/transport-node';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFile } from '../crypto/key-files.js';

/** Answers come to subjects that nobody else may listen to. */
export const inboxPrefix = (prefix: string, user: string) => `${prefix}-inbox.${user}`;

const folderOf = (keyFolder: string) => join(keyFolder, 'broker');
const fileOf = (user: string) => `${user}.nk`;

/** The public key of a user, whose pair is made where there is none. */
export function publicKeyOf(keyFolder: string, user: string): string {
  return nkeys.fromSeed(seedOf(keyFolder, user)).getPublicKey();
}

/** Undefined where the user has no key: then the broker must let in whoever comes, or refuses. */
export function authenticatorOf(keyFolder: string, user: string): Authenticator | undefined {
  const hasKey = existsSync(join(folderOf(keyFolder), fileOf(user)));
  return hasKey ? nkeyAuthenticator(seedOf(keyFolder, user)) : undefined;
}

function seedOf(keyFolder: string, user: string): Uint8Array {
  const make = () => Buffer.from(nkeys.createUser().getSeed()).toString('latin1');
  return Buffer.from(keyFile(folderOf(keyFolder), fileOf(user), make).trim(), 'latin1');
}
