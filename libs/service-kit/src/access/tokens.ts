/** The short signed token says who asks; every service checks the signature itself (architecture.md, Who may do what). */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';
import { keyFile } from '../crypto/key-files.js';

export interface TokenClaims {
  readonly sub: Id;
  readonly site: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** The session it was given in; a token of a program has none. */
  readonly sid?: Id;
  /** The only permissions that a department's program may use of those it has; absent: all. */
  readonly scopes?: readonly string[];
}
/** A token is short-lived, so that what has ended need not be remembered for long. */
export const TOKEN_LIFE_MS = 10 * 60_000;
const AUDIENCE = 'xuncha';
const REMEMBERED = 5_000;

/** Signs and verifies EdDSA tokens with the installation's key pair, which the first caller makes. */
export class Tokens {
  private readonly known = new Map<string, TokenClaims>();
  private pair: { publicKey: KeyObject; privateKey: KeyObject } | undefined;

  constructor(private readonly keyFolder: string) {}

  sign(claims: TokenClaims): string {
    const header = encode({ alg: 'EdDSA', typ: 'JWT' });
    const payload = encode({ ...claims, aud: AUDIENCE });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), this.keys().privateKey);
    return `${header}.${payload}.${signature.toString('base64url')}`;
  }

  /** Refuses with `session.invalid` or `session.expired`. */
  verify(token: string | undefined, now = Date.now()): TokenClaims {
    refuseUnless(token, 'session.missing');
    const claims = this.known.get(token) ?? this.check(token);
    refuseIf(claims.exp * 1000 <= now, 'session.expired');
    return claims;
  }

  private check(token: string): TokenClaims {
    const parts = token.split('.');
    refuseIf(parts.length !== 3, 'session.invalid');
    const [header, payload, signature] = parts as [string, string, string];
    refuseIf((decode(header) as { alg?: unknown } | null)?.alg !== 'EdDSA', 'session.invalid');
    const signed = Buffer.from(`${header}.${payload}`);
    const genuine = verify(null, signed, this.keys().publicKey, Buffer.from(signature, 'base64url'));
    refuseIf(!genuine, 'session.invalid');
    const claims = decode(payload) as TokenClaims & { aud: string };
    refuseIf(claims.aud !== AUDIENCE, 'session.invalid');
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(token, claims);
    return claims;
  }

  private keys(): { publicKey: KeyObject; privateKey: KeyObject } {
    return (this.pair ??= loadPair(this.keyFolder));
  }
}

function loadPair(folder: string): { publicKey: KeyObject; privateKey: KeyObject } {
  const made = () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const privateKey = createPrivateKey(keyFile(folder, 'token.pem', made));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
