/** Reads an Excel file beside the page, which goes on meanwhile; whoever started it may end it at any time. */
import readBook from 'read-excel-file/universal';
import { whyOf } from './file-kind.js';
import { areHidden, loosened, shownBook, type Sheet, type ShownBook } from './sheets.js';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  read(data).then(
    (book) => postMessage({ book }),
    (error: unknown) => postMessage({ why: whyOf(error) }),
  );
});

async function read(content: Uint8Array): Promise<ShownBook> {
  const tables = loosened(content);
  const hidden = areHidden(new Uint8Array(tables));
  const sheets = (await readBook(tables)) as unknown as Sheet[];
  return shownBook(sheets.filter((_, index) => !hidden[index]));
}
