/** The running system, as a script beside the services is told of it by its environment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@xuncha/contracts';
import type { Account } from './client.js';

export interface Installation {
  readonly address: string;
  readonly dataFolder: string;
}

export function installationFrom(env: NodeJS.ProcessEnv): Installation {
  const { XC_HTTP_PORT: port, XC_DATA: dataFolder, XC_HTTP_TLS_CERT: certificate } = env;
  if (!port || !dataFolder) throw new Error('XC_HTTP_PORT and XC_DATA are not set; start by npm run replay');
  return { address: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`, dataFolder };
}

/** The first demonstration account with that role, in one of the demonstration sites or in any. */
export function demonstrationAccount({ dataFolder }: Installation, role: Role, site?: string): Account {
  const path = join(dataFolder, 'demonstration-accounts.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as (Account & { roles: readonly Role[] })[];
  const found = all.find((one) => one.roles.includes(role) && (!site || one.site === site));
  if (!found) throw new Error(`no demonstration account is ${role}`);
  return { site: found.site, account: found.account, password: found.password };
}
