/**
 * A value that one recipient alone can open, whoever carries it: X25519 with a key of the moment, then a suite. The
 * recipient's public key stands as a file in the key folder of whoever seals, so that nobody on the way can offer another.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnless } from '@xuncha/domain-kit';
import { keyFile } from './key-files.js';
import { suite, suiteOf, type Suite } from './suite.js';

/** An X25519 public key as SPKI in DER is always this long. */
const SPKI = 44;

export class SealedBoxes {
  constructor(private readonly keyFolder: string) {}

  /** To be called by the recipient before anybody can seal for it; makes its keys where there are none. */
  makeKeys(recipient: string): void {
    this.own(recipient);
  }

  /** `context` says what it is, such as `clue.<id>`: under another one it does not open. Refuses with `box.key-unknown`. */
  seal(recipient: string, context: string, plain: string): string {
    const theirs = this.publicKey(recipient);
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const ephemeral = publicKey.export({ type: 'spki', format: 'der' });
    const key = agreed(suite, { mine: privateKey, theirs }, ephemeral);
    const sealed = suite.seal(key, Buffer.from(plain, 'utf8'), context);
    return Buffer.concat([ephemeral, sealed]).toString('base64');
  }

  /** Throws where the box was sealed for another, for something else, or changed on the way. */
  open(recipient: string, context: string, box: string): string {
    const bytes = Buffer.from(box, 'base64');
    const [ephemeral, sealed] = [bytes.subarray(0, SPKI), bytes.subarray(SPKI)];
    const by = suiteOf(sealed[0]);
    const theirs = createPublicKey({ key: ephemeral, type: 'spki', format: 'der' });
    const key = agreed(by, { mine: this.own(recipient), theirs }, ephemeral);
    return by.open(key, sealed, context).toString('utf8');
  }

  private own(recipient: string): KeyObject {
    const made = keyFile(this.keyFolder, `box-${recipient}.key`, () =>
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const privateKey = createPrivateKey(made);
    keyFile(this.keyFolder, publicFile(recipient), () =>
      createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    );
    return privateKey;
  }

  private publicKey(recipient: string): KeyObject {
    const path = join(this.keyFolder, publicFile(recipient));
    refuseUnless(existsSync(path), 'box.key-unknown', { recipient });
    return createPublicKey(readFileSync(path, 'utf8'));
  }
}

const publicFile = (recipient: string) => `box-${recipient}.pub`;

/** Bound to the key of the moment as it was sent: the secret alone would be the same for any key of the moment that leads to it. */
function agreed(
  by: Suite,
  { mine, theirs }: { mine: KeyObject; theirs: KeyObject },
  ephemeral: Buffer,
): Buffer {
  const secret = diffieHellman({ privateKey: mine, publicKey: theirs });
  return by.derive(secret, ephemeral, 'xuncha sealed box');
}
