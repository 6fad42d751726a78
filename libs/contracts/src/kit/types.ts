/** Field types shared by all contracts. JSON on the wire equals the schema: no transforms. */
import type { BusinessDate as Day } from '@xuncha/domain-kit';
import { z } from 'zod';

export const Id = z.uuid().describe('UUIDv7');
/** Version of an aggregate; the one a command was based on is called `seen`. */
export const Version = z.int().min(1).max(2_147_483_647);
/** One committee's part of the system: a division code, or `r-…` for a rehearsal. */
export const SiteCode = z.string().regex(/^[0-9a-z][0-9a-z-]{0,31}$/);
/** A business date in China, `YYYY-MM-DD`; never an instant. */
export const BusinessDate = z.iso.date() as unknown as z.ZodType<Day, Day>;
export const Instant = z.iso.datetime();
/** Money in fen, a non-negative whole number. */
export const Fen = z.int().min(0).max(900_000_000_000_000);
export const Text = (max: number) => z.string().trim().min(1).max(max);
/** Codes chosen by the office, such as a class within a taxonomy. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
/** `service.aggregate.verb` */
export const ContractName = z.string().regex(/^[a-z][A-Za-z-]*(\.[a-z][A-Za-z-]*){2}$/);
/** What a rule says no by, such as `record.stale`. */
export const RefusalCode = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
/** Keyed pseudonym of a person: equal for the same person within a site, says nothing else. */
export const Pseudonym = z.string().regex(/^[A-Z2-7]{16,52}$/);

/** What a command answers: which aggregate it changed and to what version; a view is read by a query. */
export const Receipt = z.object({ id: Id, version: Version, number: z.string().max(64).optional() });
export type Receipt = z.infer<typeof Receipt>;

/** What no system allows in a name, and the marks that make one read backwards (`exe.pdf` for `fdp.exe`). */
const FileName = z
  .string()
  .max(255)
  .regex(/^[^\p{Cc}/\\:*?"<>|\u202a-\u202e\u2066-\u2069]+$/u);

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const FileRef = z.object({
  sha256: Sha256,
  bytes: z.int().min(0),
  mediaType: z.string().max(127),
  name: FileName,
});
export type FileRef = z.infer<typeof FileRef>;

const PackagePart = z.object({
  name: z.string(),
  file: FileRef.optional().describe('在文件库中的内容'),
  base64: z.base64().optional().describe('随答复给出的内容'),
});
export type PackagePart = z.infer<typeof PackagePart>;
/** What lies in a package, as the owning service tells the gateway. */
export const Packing = z.object({
  id: Id,
  name: z.string().describe('文件名'),
  dated: BusinessDate,
  parts: z.array(PackagePart),
});

/** Keyset paging: `cursor` is opaque and signed; pages have no numbers. */
export const pageInput = {
  cursor: z.string().max(2048).optional(),
  limit: z.int().min(1).max(500).optional().describe('默认 50'),
};
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
/** As many names as one page of records can need; their ids fit into an address. */
export const MAX_NAMES = 200;
/** A part of what a record is called, as somebody types it who looks for it. */
export const SearchText = Text(50);
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** The largest body any message may have; the gateway's limit and the broker's `max_payload` both come from here. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** The largest JSON body the gateway reads: a message less its headers. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** The largest file the content store takes. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Media type of what Excel saves. */
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What a table to be imported may come as. */
export const TABLE_MEDIA_TYPES = ['text/csv', EXCEL] as const;
/** What papers, reports and close-outs are proven by: documents, tables and pictures. */
export const EVIDENCE_MEDIA_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  EXCEL,
] as const;
