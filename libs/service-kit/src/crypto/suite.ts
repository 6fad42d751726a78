/**
 * A suite of ciphers: whatever is encrypted, authenticated or derived here is so by one of these, and begins with its number, so that a
 * second suite can be added beside the first and what the first sealed still opens (decisions/0010).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export abstract class Suite {
  /** First byte of what it sealed. */
  abstract readonly id: number;
  abstract readonly keyBytes: number;
  abstract readonly nonceBytes: number;
  abstract readonly tagBytes: number;

  /** Ciphertext and tag. Whoever calls makes sure that no nonce comes twice under one key. */
  abstract encrypt(key: Buffer, nonce: Buffer, plain: Buffer, context: string): Buffer;
  /** Throws `unable to authenticate` where key, nonce, context and ciphertext do not belong together. */
  abstract decrypt(key: Buffer, nonce: Buffer, sealed: Buffer, context: string): Buffer;
  abstract mac(key: Buffer, text: string): Buffer;
  abstract derive(secret: Buffer, salt: Buffer, use: string): Buffer;

  makeKey(): Buffer {
    return randomBytes(this.keyBytes);
  }

  /** Number of the suite, nonce, ciphertext, tag. `context` binds it to its place: moved elsewhere it does not open. */
  seal(key: Buffer, plain: Buffer, context: string): Buffer {
    const nonce = randomBytes(this.nonceBytes);
    return Buffer.concat([Buffer.of(this.id), nonce, this.encrypt(key, nonce, plain, context)]);
  }

  open(key: Buffer, sealed: Buffer, context: string): Buffer {
    if (sealed[0] !== this.id) throw new Error('unable to authenticate: sealed by another suite');
    const border = 1 + this.nonceBytes;
    return this.decrypt(key, sealed.subarray(1, border), sealed.subarray(border), context);
  }
}

/** AES-256-GCM, HMAC-SHA-256 and HKDF with it. */
class AesSuite extends Suite {
  readonly id = 1;
  readonly keyBytes = 32;
  readonly nonceBytes = 12;
  readonly tagBytes = 16;

  encrypt(key: Buffer, nonce: Buffer, plain: Buffer, context: string): Buffer {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  decrypt(key: Buffer, nonce: Buffer, sealed: Buffer, context: string): Buffer {
    if (sealed.length < this.tagBytes) throw new Error('unable to authenticate: cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: this.tagBytes });
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-this.tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -this.tagBytes)), decipher.final()]);
  }

  mac(key: Buffer, text: string): Buffer {
    return createHmac('sha256', key).update(text).digest();
  }

  derive(secret: Buffer, salt: Buffer, use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', secret, salt, use, this.keyBytes));
  }
}

/** By which everything new is sealed. */
export const suite: Suite = new AesSuite();
const known: readonly Suite[] = [suite];

/** By which something was sealed. Throws where this version of the program does not know it. */
export function suiteOf(id: number | undefined): Suite {
  const found = known.find((each) => each.id === id);
  if (!found) throw new Error(`sealed by an unknown suite: ${id ?? 'nothing'}`);
  return found;
}
