/** The budgets of ui.md, gzip: a build that is over one fails, and says what weighs. */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const KB = 1024;
const SHELL = 240 * KB;
const PAGE = 160 * KB;
const CHARTS = 200 * KB;
const CHART_MODULE = /chart-draw/;

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

export function budgets(): Plugin {
  return {
    name: 'xuncha-budgets',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' ? [[output.fileName, output as Chunk] as const] : [],
        ),
      );
      const all = [...measured(chunks)];
      this.info(`shell ${inKb(all[0]!.bytes)}, the heaviest page ${inKb(heaviest(all))}`);
      const over = all.filter(({ bytes, limit }) => bytes > limit);
      const says = over.map(({ name, bytes, limit }) => `${name}: ${inKb(bytes)} of ${inKb(limit)}`);
      if (over.length > 0) this.error(`over the budgets of ui.md\n${says.join('\n')}`);
    },
  };
}

const heaviest = (all: readonly { bytes: number; limit: number }[]) =>
  Math.max(...all.filter(({ limit }) => limit === PAGE).map(({ bytes }) => bytes));
const inKb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;

/** The shell is the entry and all it cannot do without; a page is what it adds to that. */
function* measured(chunks: ReadonlyMap<string, Chunk>) {
  const sizes = new Map([...chunks].map(([name, { code }]) => [name, gzipSync(code).length]));
  const weigh = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + sizes.get(name)!, 0);
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry)!;
  const shell = withImports(chunks, entry.fileName);
  yield { name: 'shell', bytes: weigh(shell), limit: SHELL };
  for (const name of new Set([...chunks.values()].flatMap(({ dynamicImports }) => dynamicImports))) {
    const added = [...withImports(chunks, name)].filter((part) => !shell.has(part));
    yield { name, bytes: weigh(added), limit: CHART_MODULE.test(name) ? CHARTS : PAGE };
  }
}

function withImports(
  chunks: ReadonlyMap<string, Chunk>,
  name: string,
  found = new Set<string>(),
): Set<string> {
  if (found.has(name) || !chunks.has(name)) return found;
  found.add(name);
  for (const next of chunks.get(name)!.imports) withImports(chunks, next, found);
  return found;
}
