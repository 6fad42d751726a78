/**
 * TLS to broker and database: where a CA is named, nothing else is spoken, and whoever answers proves by it that they are who stands in
 * the address.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

/** `caFile` holds the certificates, in PEM, that a server must be signed by. */
export function tlsOptions(caFile: string, hostname: string) {
  return {
    ca: readFileSync(caFile, 'utf8'),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2' as const,
    // The name in the address, also where that is a number: a socket that is already open has forgotten it.
    checkServerIdentity: (_host: string, certificate: PeerCertificate) =>
      checkServerIdentity(hostname, certificate),
  };
}

/** The database's client checks the name only where the address has one; this machine itself is known. */
export function databaseTls(caFile: string, hostname: string) {
  if (isIP(hostname) && !LOOPBACK.includes(hostname))
    throw new Error(
      `the certificate of the database cannot be checked for ${hostname}: name it in XC_MYSQL_URL`,
    );
  return { ...tlsOptions(caFile, hostname), verifyIdentity: true };
}
const LOOPBACK = ['127.0.0.1', '::1'];

const CAUSES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'shows a certificate that has expired: renew it',
  CERT_NOT_YET_VALID: 'shows a certificate that is not valid yet: see whether the clocks agree',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'shows a certificate for another name: use the name in it, or have one made for this',
  HANDSHAKE_NO_SSL_SUPPORT: 'speaks no TLS: give it a certificate, or unset XC_TLS_CA',
  PLAIN: 'speaks no TLS: give it a certificate, or unset XC_TLS_CA',
};
const STRANGER = 'shows a certificate that is not signed by the CA in XC_TLS_CA: name the right CA there';
const STRANGERS = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
];

/** Whether trying again would not help: the peer is not who it should be, or speaks in plain. */
export function isTlsTrouble(error: unknown): boolean {
  return causeOf(error) !== undefined;
}

/** Says what is wrong and what to do about it. */
export function tlsTrouble(error: unknown, who: string, caFile: string | undefined): Error {
  const { message } = error as Error;
  return new Error(`${who} ${causeOf(error)} (CA: ${caFile ?? 'none'}; ${message})`, { cause: error });
}

function causeOf(error: unknown): string | undefined {
  for (let found = error as Fault | undefined; found; found = found.cause as Fault | undefined) {
    const code = isPlainBroker(found) ? 'PLAIN' : String(found.code);
    if (STRANGERS.includes(code)) return STRANGER;
    if (Object.hasOwn(CAUSES, code)) return CAUSES[code];
  }
  return undefined;
}

interface Fault extends Error {
  readonly code?: unknown;
}

/** The broker's client has no code for it. */
function isPlainBroker({ name, message }: Fault): boolean {
  return name === 'ConnectionError' && /tls/i.test(message);
}
