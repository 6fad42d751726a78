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

/** What clients and TLS say, and what it means; they have no codes in common. */
const CAUSES: readonly [said: RegExp, meaning: string][] = [
  [/certificate has expired/, 'shows a certificate that has expired: renew it'],
  [/certificate is not yet valid/, 'shows a certificate that is not valid yet: see whether the clocks agree'],
  [
    /does not match certificate/,
    'shows a certificate for another name: use a name in it, or have one made for this',
  ],
  [
    /self.signed certificate|issuer certificate|verify the first certificate|signature failure/,
    'shows a certificate that the CA in XC_TLS_CA has not signed: name its CA there',
  ],
  [/does not support (secure connection|'tls')/, 'speaks no TLS: give it a certificate, or unset XC_TLS_CA'],
  [/insecure transport|is not available on this server/, 'takes TLS alone: name its CA in XC_TLS_CA'],
];

/** Whether trying again would not help: the peer is not who it should be, or one of the two speaks in plain. */
export function isTlsTrouble(error: unknown): boolean {
  return meaningOf(error) !== undefined;
}

/** Says what is wrong and what to do about it. */
export function tlsTrouble(error: unknown, who: string, caFile: string | undefined): Error {
  return new Error(`${who} ${meaningOf(error)} (CA: ${caFile ?? 'none'})`, { cause: error });
}

function meaningOf(error: unknown): string | undefined {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: unknown };
  if (typeof message !== 'string') return undefined;
  return CAUSES.find(([said]) => said.test(message))?.[1] ?? meaningOf(cause);
}
