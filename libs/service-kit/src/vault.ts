/**
 * Envelope encryption of sealed fields: AES-256-GCM with one data key per value, wrapped by the site's key, which stands in a file
 * that the database server never sees (rules.md, Regulation of data).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { secretFile } from './key-files.js';

const FORMAT = 1;
const IV = 12;
const TAG = 16;
const KEY = 32;

export class Vault {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly keyFolder: string) {}

  /** `context` binds the ciphertext to its place, such as `onsite.petition.<id>.content`: moved elsewhere it does not open. */
  seal(site: string, context: string, plain: string): Buffer {
    const dataKey = randomBytes(KEY);
    const wrapped = encrypt(this.key(site, 'wrap'), dataKey, context);
    return Buffer.concat([Buffer.of(FORMAT), wrapped, encrypt(dataKey, Buffer.from(plain, 'utf8'), context)]);
  }

  /** Throws where key, context or ciphertext do not belong together. */
  open(site: string, context: string, sealed: Buffer): string {
    if (sealed[0] !== FORMAT) throw new Error('sealed value has an unknown format');
    const border = 1 + IV + KEY + TAG;
    const dataKey = decrypt(this.key(site, 'wrap'), sealed.subarray(1, border), context);
    return decrypt(dataKey, sealed.subarray(border), context).toString('utf8');
  }

  /** Key for pseudonyms and keyed hashes of a site; see domain-kit `pseudonym`. */
  pseudonymKey(site: string): Buffer {
    return this.key(site, 'pseudonym');
  }

  /** For finding a sealed value again without opening any. */
  searchHash(site: string, value: string): Buffer {
    return createHmac('sha256', this.key(site, 'search')).update(value).digest();
  }

  private key(site: string, use: string): Buffer {
    const name = `${site}/${use}`;
    let key = this.keys.get(name);
    if (!key) {
      const master = secretFile(this.keyFolder, `site-${site}.key`);
      key = Buffer.from(hkdfSync('sha256', master, '', use, KEY));
      this.keys.set(name, key);
    }
    return key;
  }
}

/** Initialization vector, ciphertext, tag. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV));
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
}
