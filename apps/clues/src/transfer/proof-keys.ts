/** The key with which a site signs letters and receipts: Ed25519, a pair of files in the key folder, made by whoever needs it first. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { Out, TransferProof, listProofKeys } from '@xuncha/contracts';
import { keyFile } from '@xuncha/service-kit';

type PublicJwk = Out<typeof listProofKeys>['keys'][number];
interface Pair {
  readonly privateKey: KeyObject;
  readonly jwk: PublicJwk;
}

export class ProofKeys {
  private readonly pairs = new Map<string, Pair>();

  constructor(private readonly keyFolder: string) {}

  /** Compact JWS (RFC 7515), so that any library can check it. */
  sign(proof: TransferProof): string {
    const { privateKey, jwk } = this.pair(proof.site);
    const header = encode({ alg: 'EdDSA', typ: 'xuncha-proof+jws', kid: jwk.kid });
    const text = `${header}.${encode(proof)}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  }

  publicKey(site: string): PublicJwk {
    return this.pair(site).jwk;
  }

  private pair(site: string): Pair {
    const known = this.pairs.get(site) ?? this.load(site);
    this.pairs.set(site, known);
    return known;
  }

  private load(site: string): Pair {
    const made = keyFile(this.keyFolder, `receipt-${site}.key`, () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const privateKey = createPrivateKey(made);
    const publicKey = createPublicKey(privateKey);
    keyFile(this.keyFolder, `receipt-${site}.pub`, () =>
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    const x = publicKey.export({ format: 'jwk' }).x!;
    const known = { crv: 'Ed25519', kty: 'OKP', x } as const;
    return { privateKey, jwk: { ...known, kid: digest(JSON.stringify(known)), alg: 'EdDSA', use: 'sig' } };
  }
}

/** Of a text; of a public key's members in the order of RFC 7638 it is the key's thumbprint. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
