/** What a zip of a round's documents is made of: each list of records, read to its end, and a document of every one. */
import { strToU8, zipSync } from 'fflate';
import type { DocumentFile } from '../../api/names.js';
import type { Source } from './round-sources.js';

interface Way {
  readonly ask: (query: string, input: object) => Promise<unknown>;
  readonly roundId: string;
  readonly tell?: (percent: number) => void;
}
const ROWS_AT_ONCE = 200;
interface Wanted extends Source {
  readonly id: string;
}

/** One after the other, so that nobody else waits for it. */
export async function zipOf(
  chosen: readonly Source[],
  way: Way,
): Promise<{ content: Blob; written: number }> {
  const wanted = (await Promise.all(chosen.map((source) => recordsOf(source, way)))).flat();
  const files: Record<string, Uint8Array> = {};
  const lines: string[] = [];
  for (const [index, { name, query, key, id }] of wanted.entries()) {
    try {
      const file = (await way.ask(query, { [key]: id })) as DocumentFile;
      const path = `${name}/${String(Object.keys(files).length + 1).padStart(3, '0')} ${file.name}`;
      files[path] = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
      lines.push(path);
    } catch (error) {
      lines.push(`${name}：一份没能成文，${error instanceof Error ? error.message : String(error)}`);
    }
    way.tell?.(Math.round(((index + 1) / wanted.length) * 100));
  }
  const written = Object.keys(files).length;
  const list = [`共${written}份`, ...lines].join('\r\n');
  // Word files are compressed already.
  const zipped = zipSync({ '目录.txt': strToU8(`\uFEFF${list}`), ...files }, { level: 0 });
  return { content: new Blob([zipped as BlobPart], { type: 'application/zip' }), written };
}

async function recordsOf(source: Source, { ask, roundId }: Way): Promise<Wanted[]> {
  const found: Wanted[] = [];
  let cursor: string | undefined;
  do {
    const page = (await ask(source.list, {
      roundId,
      limit: ROWS_AT_ONCE,
      ...(cursor === undefined ? {} : { cursor }),
    })) as { items: readonly { id: string }[]; next: string | null };
    found.push(...page.items.map(({ id }) => ({ ...source, id })));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
