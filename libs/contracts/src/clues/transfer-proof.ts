/**
 * Proof of a hand-over for both sides: the letter and the receipt, each signed by the site (compact JWS, Ed25519), and what the organ's
 * own program signed. They can be checked years later with the public key alone.
 */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { BusinessDate, Id, Instant, SiteCode, Version } from '../kit/types.js';

/** SHA-256 in base64url. */
const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What the site signs. Of a content there is a salted hash, so that the proof tells nothing of it to those who do not have it. */
export const TransferProof = z.object({
  kind: z.enum(['letter', 'receipt']),
  site: SiteCode,
  transferId: Id,
  number: z.string().describe('移交函编号'),
  organId: Id,
  clues: z.array(z.object({ number: z.string(), contents: z.array(Digest) })),
  by: Id.describe('发函人或签收人的账号，或部门系统的编号'),
  on: BusinessDate,
  at: Instant,
  letter: Digest.nullable().describe('收据所对应移交函的散列'),
  organSignature: Digest.nullable().describe('接收机关自己的签名的散列'),
});
export type TransferProof = z.infer<typeof TransferProof>;
/** What an organ's program signs with its registered key when it receives: this letter and no other. */
export const OrganProof = z.object({ transferId: Id, letter: Digest });

/** Compact JWS (RFC 7515). */
export const Jws = z
  .string()
  .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/)
  .max(8192);

export const readTransferProof = query('clues.transfer.readProof', {
  http: 'GET /transfers/{transferId}/proof',
  permission: 'transfer.read',
  classification: 'internal',
  summary: '移交函与收据的签名凭证，可离线核验',
  input: z.object({ transferId: Id }),
  output: z.object({
    id: Id,
    version: Version,
    letter: z.string().nullable().describe('移交函（JWS）'),
    receipt: z.string().nullable().describe('收据（JWS）'),
    organSignature: z.string().nullable().describe('接收机关以登记的公钥签名（JWS）'),
  }),
});
/** As a key set (RFC 7517). The same key stands as a file in the key folder, to be handed over in person. */
export const listProofKeys = query('clues.transfer.proofKeys', {
  http: 'GET /transfer-proof-keys',
  permission: 'transfer.read',
  classification: 'open',
  summary: '核验移交函与收据的公钥',
  input: z.object({}),
  output: z.object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        alg: z.literal('EdDSA'),
        use: z.literal('sig'),
      }),
    ),
  }),
});
