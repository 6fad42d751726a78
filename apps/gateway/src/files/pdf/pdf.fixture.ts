/** Small PDF files of one empty page, as programs write them that encrypt and such that do not. */
import { deflateSync } from 'node:zlib';

const ID = '6663323762353630633861303234663033663965393465646630313334396431';

/** What proves a password (ISO 32000-2, 7.6.4), as pypdf wrote it: to be opened by `demo-1`, or by anybody and changed by whoever knows another. */
const standard = (revision: string, values: string) => `<< /Filter /Standard ${revision} ${values} >>`;
const RC4 = '/V 2 /R 3 /Length 128 /P 4294967292';
const AES =
  '/V 5 /R 6 /Length 256 /StmF /StdCF /StrF /StdCF /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >>';
export const encryptions = {
  rc4Locked: standard(
    RC4,
    '/O <eddcf4e37c80790187908babc4ee81bf9b946af87a3a21b779531491e155400e> /U <325ce13d6bf6fb09b66cfb8a4b3bf80128bf4e5e4e758a4164004e56fffa0108>',
  ),
  rc4Restricted: standard(
    RC4,
    '/O <a106d7d21fc4dbffadce8b88b155e4b7fbec95b4ab5a311956e96d07bb860678> /U <17dfe32401f5f413f2e4c45da881e46f28bf4e5e4e758a4164004e56fffa0108>',
  ),
  aesLocked: standard(
    AES,
    '/P 4294967292 /O <4ae281eb81b14ea18dc07135351e5945d73dc23f952e70556f2dede4bc96e090317b3a1d0d9a10607bbc13a24837ce2d> /U <2dd1a8740c981fc022d5fa507524b76f540e8a774eec1c280812ab2e18c3058fe0226ffff1ef9443fe8a5f924c2a909f> /OE <c56f7c94390d8bf7ea7fc8f636bb3a319f54037c232107c77722d046c98714cb> /UE <4f68a955613a66b0b5e00fbe314f501f9ea6238cce5c67ce8cc752a119244daa> /Perms <e0d8c830a7e9ebf2b2c66c20909fd6fb>',
  ),
  aesRestricted: standard(
    AES,
    '/P 0 /O <634d6debc90a79c71d1d4edffca8dd20167e54c2acccbaae527a41c4e8256157d77020a7a122f36e3926e9df3189f483> /U <6a06722617fdcd102241458cd13ab956bd4fed6ecf27416a52060744c194df8f1dfeab0b950fe102c0047ae91fd5e263> /OE <cda34ddc5fbb9890ebefda24de194e16b1f4e7b6d6e3cd5a464cbc2595fc78d7> /UE <d3db254cbfcbcf4009be8f925ac1d68f90e400f004f22404ca814c18d61ac854> /Perms <fc9223875f5f3726786200a2fdd0bc92>',
  ),
  /** For the holders of certificates. */
  unknownWay: '<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 >>',
};

interface Written {
  readonly encryption?: string;
  /** As a stream, as programs write it since PDF 1.5, or as a table. */
  readonly references?: 'stream' | 'table';
  readonly text?: string;
}

export function pdf({ encryption, references = 'table', text = '' }: Written): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /MediaBox [0 0 200 100] /Resources << >> /Parent 2 0 R /Contents 4 0 R >>',
    streamOf('', Buffer.from(text)),
    ...(encryption ? [encryption] : []),
  ];
  let written = '%PDF-1.7\n';
  const starts = objects.map((object, index) => {
    const start = written.length;
    written += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const trailer = `/Root 1 0 R /ID [<${ID}> <${ID}>]${encryption ? ' /Encrypt 5 0 R' : ''}`;
  const end = (references === 'table' ? tableOf : streamOfReferences)(starts, trailer);
  return Buffer.from(`${written}${end}startxref\n${written.length}\n%%EOF\n`, 'latin1');
}

/** Something was added at the end, and what stood there before stays. */
export function addedTo(before: Buffer): Buffer {
  const text = before.toString('latin1');
  const [, trailer, start] = /trailer\n<<(.*)>>\nstartxref\n(\d+)/.exec(text)!;
  const added = `xref\n0 0\ntrailer\n<<${trailer!} /Prev ${start!} >>\nstartxref\n${before.length}\n%%EOF\n`;
  return Buffer.concat([before, Buffer.from(added)]);
}

/** Its one reference is as long as that, and nothing but zeros. */
export function bloated(bytes: number): Buffer {
  const head = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
  const dictionary = `/Type /XRef /Filter /FlateDecode /W [0 0 ${bytes}] /Index [0 1] /Size 3 /Root 1 0 R /Encrypt 9 0 R`;
  const references = streamOf(dictionary, deflateSync(Buffer.alloc(bytes)));
  const end = `startxref\n${head.length}\n%%EOF\n`;
  return Buffer.from(`${head}2 0 obj\n${references}\nendobj\n${end}`, 'latin1');
}

function tableOf(starts: readonly number[], trailer: string): string {
  const lines = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
  const size = starts.length + 1;
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} ${trailer} >>\n`;
}

function streamOfReferences(starts: readonly number[], trailer: string): string {
  const entries = Buffer.concat(
    [0, ...starts].map((start, index) => {
      const entry = Buffer.alloc(6);
      entry.writeUInt8(index === 0 ? 0 : 1);
      entry.writeUInt32BE(start, 1);
      return entry;
    }),
  );
  const number = starts.length + 1;
  const dictionary = `/Type /XRef /W [1 4 1] /Index [0 ${number}] /Size ${number + 1} ${trailer}`;
  return `${number} 0 obj\n${streamOf(dictionary, entries)}\nendobj\n`;
}

function streamOf(dictionary: string, content: Buffer): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`;
}
