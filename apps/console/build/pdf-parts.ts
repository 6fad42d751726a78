/**
 * What pdf.js asks for on its way, beside the pages: the tables of Chinese character codes, the fonts that every PDF may count on, its
 * decoders of scans, and its worker. They are named by the version of the library, so that browsers may keep them; `virtual:pdf-parts` says where.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const library = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
const { version } = JSON.parse(readFileSync(library, 'utf8')) as { version: string };
const folder = `assets/pdf-${version}`;
/** Without licences, which stand in the package, and Japan's and Korea's character codes. */
const parts: Readonly<Record<string, RegExp>> = {
  cmaps: /^(?!.*(Japan|Korea|JIS|RKSJ|KSC|UniKS)).*\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /^(jbig2|openjpeg)\.wasm$/,
  'legacy/build': /^pdf\.worker\.min\.mjs$/,
};
const NAME = 'virtual:pdf-parts';

export function pdfParts(): Plugin {
  return {
    name: 'xuncha-pdf-parts',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const folder = ${JSON.stringify(`/${folder}/`)};` : undefined,
    generateBundle() {
      for (const [kind, wanted] of Object.entries(parts)) {
        const place = join(dirname(library), kind);
        for (const name of readdirSync(place).filter((file) => wanted.test(file)))
          this.emitFile({
            type: 'asset',
            fileName: `${folder}/${kind}/${name}`,
            source: readFileSync(join(place, name)),
          });
      }
    },
  };
}
