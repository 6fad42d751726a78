/** Every file beside a brotli copy of itself: the gateway sends that one, and compresses nothing while people wait. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const WORTH_IT = /\.(m?js|css|svg|json|wasm)$/;

export function compressed(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'xuncha-compressed',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    closeBundle: () => {
      const folder = join(config.root, config.build.outDir);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const path of files.filter((name) => WORTH_IT.test(name)).map((name) => join(folder, name)))
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
    },
  };
}
