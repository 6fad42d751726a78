import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { build, installPackages, requireNode } from './lib/prepare.mjs';
import { main, say } from './lib/say.mjs';
import { table } from './lib/table.mjs';
import { Installation } from './system/installation.mjs';

/** `npm run up [-- --processes] [--tls]`: from a fresh clone to an address that answers; what is done already is passed over. */
async function up() {
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({ options: { processes: flag, tls: flag } });
  requireNode();
  const installation = new Installation();
  await alone(dataFolder, async () => {
    installPackages();
    await build();
    if (values.tls) await installation.makeCertificates();
    say('Database and broker');
    const started = await installation.start({ mode: values.processes ? 'processes' : 'together' });
    if (!started) say('  all of it runs already');
  });
  console.log(`\nXuncha 巡察: ${installation.address}\n`);
  printAccounts();
}

/** Written when the demonstration is seeded. */
function printAccounts() {
  const file = join(dataFolder, 'demonstration-accounts.json');
  if (!existsSync(file)) return;
  const rows = JSON.parse(readFileSync(file, 'utf8')).map(({ account, password, name, roles, site }) => ({
    account,
    password,
    name,
    roles: [roles].flat().join(' '),
    site,
  }));
  console.log(table(rows));
}

await main(up);
