/** Documents as LibreOffice draws them, a picture for each page; all in one call, because its start takes longest. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { fonts, type Face } from '../official/fonts.js';
import { fromPgm, type Picture } from './picture.fixture.js';

const run = promisify(execFile);
const RESOLUTION = 60;

/** On every machine the same fonts stand in for those of the standard, which no distribution has. */
const standIns: Readonly<Record<Face, readonly [family: string, weight: string]>> = {
  title: ['Noto Serif CJK SC', 'bold'],
  body: ['Noto Serif CJK SC', 'regular'],
  heading: ['Noto Sans CJK SC', 'regular'],
  subheading: ['Noto Serif CJK SC', 'regular'],
  number: ['Noto Serif CJK SC', 'regular'],
};

/** The pages of each document, by the names under which they are given. */
export async function drawn(
  documents: ReadonlyMap<string, Buffer>,
  folder: string,
): Promise<Map<string, Picture[]>> {
  const [words, pdfs, pages] = ['word', 'pdf', 'page'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [words, pdfs, pages]) mkdirSync(path, { recursive: true });
  for (const [name, content] of documents) writeFileSync(join(words, `${name}.docx`), content);
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration());
  const files = [...documents.keys()].map((name) => join(words, `${name}.docx`));
  const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run(process.env.XC_SOFFICE!, [own, '--headless', '--convert-to', 'pdf', '--outdir', pdfs, ...files], {
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  });
  const result = new Map<string, Picture[]>();
  for (const name of documents.keys()) {
    const start = join(pages, name);
    await run(process.env.XC_PDFTOPPM!, [
      '-r',
      String(RESOLUTION),
      '-gray',
      join(pdfs, `${name}.pdf`),
      start,
    ]);
    const drawnPages = readdirSync(pages).filter((file) => file.startsWith(`${name}-`));
    const inOrder = drawnPages.toSorted((one, other) => numberOf(one) - numberOf(other));
    result.set(
      name,
      inOrder.map((file) => fromPgm(readFileSync(join(pages, file)))),
    );
  }
  return result;
}

const numberOf = (file: string) => Number(/-(\d+)\.pgm$/.exec(file)![1]);

function fontConfiguration(): string {
  const rules = Object.entries(standIns).map(([face, [family, weight]]) => {
    const assign = (name: string, value: string) =>
      `<edit name="${name}" mode="assign" binding="strong">${value}</edit>`;
    return (
      `<match target="pattern"><test name="family"><string>${fonts[face as Face]}</string></test>` +
      `${assign('family', `<string>${family}</string>`)}${assign('weight', `<const>${weight}</const>`)}</match>`
    );
  });
  return `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`;
}
