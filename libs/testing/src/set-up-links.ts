/** The set-up links that identity leaves for whoever installed the system: one for everybody of the demonstration who has not come yet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@xuncha/contracts';

export interface SetUpLink {
  readonly site: string;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** For setting the account up, once. */
  readonly code: string;
}

export function setUpLinks(dataFolder: string): SetUpLink[] {
  const folder = join(dataFolder, 'set-up');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SetUpLink);
}
