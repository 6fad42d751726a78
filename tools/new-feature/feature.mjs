import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { root } from '../lib/checkout.mjs';

const template = join(import.meta.dirname, 'template');

/** How one noun is written in files, tables, code and texts. */
export function namesOf(service, noun, chinese) {
  const camel = noun.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const pascal = camel[0].toUpperCase() + camel.slice(1);
  return { service, noun, chinese, camel, pascal, snake: noun.replaceAll('-', '_') };
}

/** The new files of a feature by their paths, formatted: names of different lengths break lines differently. */
export async function featureFiles(names) {
  const { service, noun } = names;
  const files = { [`libs/contracts/src/${service}/${noun}.ts`]: read('contract.ts.txt') };
  for (const file of readdirSync(join(template, 'feature'))) {
    files[`apps/${service}/src/${noun}/${named(file, names).replace('.txt', '')}`] = read('feature', file);
  }
  const config = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8'));
  for (const [path, text] of Object.entries(files)) {
    const { code, errors } = await format(path, named(text, names), config);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    files[path] = code;
  }
  return files;
}

/** The contracts' index with one more line, below those of the same service. */
export function withExport(index, { service, noun }) {
  const line = `export * from './${service}/${noun}.js';`;
  const lines = index.trimEnd().split('\n');
  const last = lines.findLastIndex((each) => each.includes(`'./${service}/`));
  lines.splice(last < 0 ? lines.length : last + 1, 0, line);
  return `${lines.join('\n')}\n`;
}

export function nextSteps(names) {
  return named(read('steps.txt'), names);
}

function read(...path) {
  return readFileSync(join(template, ...path), 'utf8');
}

function named(text, { service, noun, chinese, camel, pascal, snake }) {
  return text
    .replaceAll('SERVICE', service)
    .replaceAll('CHINESE', chinese)
    .replaceAll('sample-thing', noun)
    .replaceAll('sample_thing', snake)
    .replaceAll('sampleThing', camel)
    .replaceAll('SampleThing', pascal);
}
