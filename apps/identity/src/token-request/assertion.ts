/**
 * A client's assertion (RFC 7523, 3): signed by a key that was registered for it, by the algorithm of that key, for this site, short and
 * once. Which keys and algorithms are good is what was registered, never what the assertion says.
 */
import { hash } from 'node:crypto';
import { assertionAudience, Id as IdSchema, type ClientKey } from '@xuncha/contracts';
import { DomainError, refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';

/** Clocks of two offices differ; by more than this they are wrong. */
const TOLERANCE_S = 60;
const LONGEST_S = 300;

interface Registered {
  readonly id: Id;
  readonly site: string;
  readonly keys: readonly ClientKey[];
}

/** Whose it says it is, to be believed by nobody yet; undefined where it says nothing that could be. */
export function claimedClient(assertion: string): Id | undefined {
  try {
    return IdSchema.safeParse(decodeJwt(assertion).sub).data;
  } catch {
    return undefined;
  }
}

/** Answers the name under which it is used up. Refuses with `client.refused`, or with `client.assertion-*` where the key was right. */
export async function verifyAssertion(assertion: string, client: Registered, now: Date): Promise<string> {
  const { jti, exp } = await claimsOf(assertion, client, now);
  refuseUnless(typeof jti === 'string' && jti.length > 0, 'client.refused');
  const lifetime = exp! - now.getTime() / 1000;
  refuseIf(lifetime > LONGEST_S + TOLERANCE_S, 'client.assertion-too-long', { seconds: LONGEST_S });
  return hash('sha256', jti, 'hex');
}

async function claimsOf(assertion: string, { id, site, keys }: Registered, now: Date): Promise<JWTPayload> {
  const audience = assertionAudience(site);
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...keys] }), {
      algorithms: keys.map(({ alg }) => alg),
      issuer: id,
      subject: id,
      audience,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: TOLERANCE_S,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    throw refusalOf(error, audience);
  }
}

function refusalOf(error: unknown, audience: string): unknown {
  if (error instanceof errors.JWTExpired) return new DomainError('client.assertion-expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return new DomainError('client.assertion-audience', { audience });
    if (error.claim === 'nbf') return new DomainError('client.assertion-expired');
  }
  return error instanceof errors.JOSEError ? new DomainError('client.refused') : error;
}
