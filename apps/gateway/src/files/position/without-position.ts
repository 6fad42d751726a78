/** Photos lose where they were taken on their way into the store (decisions/0002). */
import { refuse } from '@xuncha/domain-kit';
import { ByteSource, Broken } from './byte-source.js';
import { jpegWithoutPosition } from './jpeg.js';
import { pngWithoutPosition } from './png.js';
import { webpWithoutPosition } from './webp.js';

const editors: Readonly<Record<string, (source: ByteSource) => AsyncGenerator<Buffer>>> = {
  'image/jpeg': jpegWithoutPosition,
  'image/png': pngWithoutPosition,
  'image/webp': webpWithoutPosition,
};

/** The stream itself where its kind holds no position; refuses with `file.not-what-it-says` where a picture is broken. */
export async function* withoutPosition(
  mediaType: string,
  stream: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const edit = editors[mediaType];
  try {
    yield* edit ? edit(new ByteSource(stream)) : stream;
  } catch (error) {
    if (error instanceof Broken) refuse('file.not-what-it-says', { mediaType });
    throw error;
  }
}
