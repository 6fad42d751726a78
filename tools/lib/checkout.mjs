import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds this checkout. */
export const root = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));

/** Everything a checkout makes while it runs; never committed, safe to delete while nothing runs. */
export const dataFolder = join(root, '.data');

/** Tells schemas, streams and files of one installation from another's on shared servers. */
export function prefixOf(folder) {
  return `xc${createHash('sha256').update(folder).digest('hex').slice(0, 6)}`;
}

/** Makes a folder of private data, readable by its owner alone. */
export function privateFolder(...parts) {
  const folder = join(...parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
