import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (folder) => join(folder, 'system.json');

/** What the supervisor last said of itself and its services; empty when none was ever started. */
export function readState(folder) {
  return existsSync(fileOf(folder)) ? JSON.parse(readFileSync(fileOf(folder), 'utf8')) : {};
}

/** Written beside and renamed, so that a reader never sees half of it. */
export function writeState(folder, state) {
  writeFileSync(`${fileOf(folder)}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${fileOf(folder)}.new`, fileOf(folder));
}

/** After a stop only the port is remembered, so that the next start has the same address. */
export function clearState(folder) {
  const { httpPort } = readState(folder);
  if (httpPort) writeState(folder, { httpPort });
}
