/**
 * What a package of an archive file says of itself: the contents list as it was closed, where each document lies, and the signature of
 * the service that closed it. Written by the service, read by the verifier, years later and with no network.
 */
import { createHash, type KeyObject } from 'node:crypto';
import { ArchiveFileView, Sha256, SiteCode, type Out, type readArchiveFile } from '@xuncha/contracts';
import { canonicalJson } from '@xuncha/domain-kit';
import { z } from 'zod';
import { endingOf } from '../content/file-name.js';
import { isSigned, signature } from '../journal/signature.js';
import { explanation } from './explanation.js';

const FORMAT = 'xuncha.archive/1';
export const MANIFEST = 'manifest.json';
const EXPLANATION = '说明.txt';

const { id, number, title, closedOn, handedOverOn, receiver, receiptNumber, contentsHash, lines } =
  ArchiveFileView.shape;
const Beside = z.strictObject({ path: z.string(), bytes: z.int(), sha256: Sha256 });
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  service: z.string(),
  site: SiteCode,
  archiveFileId: id,
  number,
  title,
  closedOn: closedOn.unwrap(),
  handedOverOn,
  receiver,
  receiptNumber,
  contentsHash: contentsHash.unwrap(),
  lines,
  /** Of the documents, by their numbers. */
  paths: z.array(z.string()),
  /** What lies beside the documents, in the order in which it does. */
  beside: z.array(Beside),
  signature: z.base64(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Fields in the order of the schema, so that one manifest has one text. */
export const manifestText = (manifest: Manifest) => `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`;

const textOf = (said: Omit<Manifest, 'signature'>) => JSON.stringify([FORMAT, canonicalJson(said)]);

export function isManifestOf(key: KeyObject, { signature: signed, ...said }: Manifest): boolean {
  return isSigned(key, textOf(said), Buffer.from(signed, 'base64'));
}

type Closed = Out<typeof readArchiveFile>;
export interface Packed {
  readonly service: string;
  readonly site: string;
  readonly key: KeyObject;
  /** The contents list, as people read it. */
  readonly list: { readonly name: string; readonly content: Buffer };
}

/** The parts of a package of what was closed, in order: the manifest is the first, and says of all others what they are. */
export function partsOfPackage(file: Closed, { service, site, key, list }: Packed) {
  const written = [{ name: EXPLANATION, content: Buffer.from(explanation) }, list];
  const documents = file.lines.flatMap((line) =>
    line.document ? [{ ...line.document, at: line.number! }] : [],
  );
  const paths = documents.map((document) => pathOf(document));
  const said = Manifest.omit({ signature: true }).parse({
    format: FORMAT,
    service,
    site,
    archiveFileId: file.id,
    number: file.number,
    title: file.title,
    closedOn: file.closedOn,
    handedOverOn: file.handedOverOn,
    receiver: file.receiver,
    receiptNumber: file.receiptNumber,
    contentsHash: file.contentsHash,
    lines: file.lines,
    paths,
    beside: written.map(({ name, content }) => ({
      path: name,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  });
  const manifest = manifestText({ ...said, signature: signature(key, textOf(said)).toString('base64') });
  const inline = [{ name: MANIFEST, content: Buffer.from(manifest) }, ...written];
  return [
    ...inline.map(({ name, content }) => ({ name, base64: content.toString('base64') })),
    ...documents.map((document, index) => ({ name: paths[index]!, file: document.file })),
  ];
}

const LONGEST_TITLE = 60;
const PLACES = 4;

/** In the folder in which they lie, documents stand in the order of the list. */
function pathOf({ at, title, file }: { at: number; title: string; file: { mediaType: string } }): string {
  const said = title
    .replaceAll(/[\p{Cc}/\\:*?"<>|.\u202a-\u202e\u2066-\u2069]/gu, '_')
    .slice(0, LONGEST_TITLE);
  return `文件/${String(at).padStart(PLACES, '0')} ${Buffer.from(said).toString()}${endingOf(file.mediaType)}`;
}
