/** What the services say in their sources, for tests that compare it with what the contracts say. */
import { readdirSync, readFileSync } from 'node:fs';
import * as exported from '../index.js';

const root = new URL('../../../../', import.meta.url);

export const apps = readdirSync(new URL('apps/', root));
/** The name under which something is exported, by what it is. */
export const constants = new Map(Object.entries(exported).map(([name, value]) => [value as unknown, name]));

/** All of a workspace's product, such as `apps/onsite`: imports, comments and tests are left out. */
export function sourceOf(workspace: string): string {
  const folder = new URL(`${workspace}/src/`, root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .map((text) => text.replaceAll(/^import [^;]*;$/gm, '').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, ''))
    .join('\n');
}
