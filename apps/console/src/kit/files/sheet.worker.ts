/** Reads an Excel file beside the page, which goes on meanwhile; whoever started it may end it at any time. */
import readBook from 'read-excel-file/universal';
import { whyOf } from './file-kind.js';
import { loosened, shownBook, type Sheet, type ShownBook } from './sheets.js';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  read(data).then(
    (book) => postMessage({ book }),
    (error: unknown) => postMessage({ why: whyOf(error) }),
  );
});

async function read(content: Uint8Array): Promise<ShownBook> {
  return shownBook((await readBook(loosened(content))) as unknown as Sheet[]);
}
