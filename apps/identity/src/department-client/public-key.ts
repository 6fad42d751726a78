/** Which keys a client may have, and by which algorithm each of them signs: that is never for the assertion to say. */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { ClientKey, PublicKey } from '@xuncha/contracts';
import { refuse, refuseIf } from '@xuncha/domain-kit';
import { calculateJwkThumbprint } from 'jose';

const SHORTEST_RSA = 2048;
const SMALLEST_EXPONENT = 65_537n;
const algorithms = { OKP: 'EdDSA', EC: 'ES256', RSA: 'PS256' } as const;

/** Refuses with `departmentClient.key-unfit`. Members that the key's kind does not have are left out. */
export async function clientKeyOf(given: PublicKey): Promise<ClientKey> {
  const key = publicKeyOf(given);
  const { modulusLength = SHORTEST_RSA, publicExponent = SMALLEST_EXPONENT } = key.asymmetricKeyDetails ?? {};
  const isWeak = modulusLength < SHORTEST_RSA || publicExponent < SMALLEST_EXPONENT;
  refuseIf(isWeak, 'departmentClient.key-unfit');
  const jwk = key.export({ format: 'jwk' }) as PublicKey;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithms[jwk.kty] };
}

function publicKeyOf(given: PublicKey): KeyObject {
  try {
    return createPublicKey({ key: given as JsonWebKey, format: 'jwk' });
  } catch {
    return refuse('departmentClient.key-unfit');
  }
}
