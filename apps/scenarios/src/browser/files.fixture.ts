/** Files of every kind that is shown in the page, made here, each saying something by which it is known again. */
import { crc32, deflateSync } from 'node:zlib';
import { Documents, EXCEL, forms, WORD, workbookOf } from '@xuncha/documents';
import type { Upload } from '../replay/api.js';

/** What is to be read in them. */
export const says = { pdf: 'Receipt 4711', word: '工作底稿', sheet: '办公用房面积' };

export async function someFiles(): Promise<Upload[]> {
  const { base64 } = await new Documents('', () => undefined).write(
    forms.workingPaper,
    { name: '演示县', abbreviation: '演' },
    forms.workingPaper.example,
  );
  return [
    { name: '整改后照片.png', mediaType: 'image/png', content: picture(640, 400) },
    { name: '缴款回单.pdf', mediaType: 'application/pdf', content: pdf([says.pdf, 'Page two']) },
    { name: '情况说明.docx', mediaType: WORD, content: Buffer.from(base64, 'base64') },
    { name: '清退台账.xlsx', mediaType: EXCEL, content: await table() },
    { name: '扫描件.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7\nnothing more') },
  ];
}

async function table(): Promise<Buffer<ArrayBuffer>> {
  const columns = [{ title: '项目' }, { title: '平方米', kind: 'number' as const }];
  const rows = Array.from({ length: 400 }, (_, index) => [`${says.sheet}${index + 1}`, index]);
  const sheets = [
    { name: '面积', columns, rows },
    { name: '说明', columns: [{ title: '口径' }], rows: [['以房产证为准']] },
  ];
  return Buffer.from(await workbookOf(sheets));
}

/** Green to the left, red to the right. */
function picture(width: number, height: number): Buffer<ArrayBuffer> {
  const line = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) line.set(x < width / 2 ? [31, 122, 61] : [166, 25, 46], 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of red, green and blue each.
  header.set([8, 2], 8);
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  const begin = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [part('IHDR', header), part('IDAT', deflateSync(lines)), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([begin, ...parts]);
}

function part(name: string, content: Buffer): Buffer<ArrayBuffer> {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A page for each text, in a font that no file brings along. */
function pdf(texts: readonly string[]): Buffer<ArrayBuffer> {
  const kids = texts.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    `<</Type/Pages/Kids[${kids}]/Count ${texts.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...texts.flatMap((text, index) => {
      const drawn = `BT /F1 24 Tf 72 760 Td (${text}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
        `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let written = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = written.length;
    written += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>`;
  return Buffer.from(`${written}${table}\nstartxref\n${written.length}\n%%EOF\n`, 'latin1');
}
