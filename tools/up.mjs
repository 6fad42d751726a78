import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  printSetUpLinks(installation.address);
}

/** Identity leaves one for each of the first people, until it is used; the code stands behind `#`, which no server hears. */
function printSetUpLinks(address) {
  const folder = join(dataFolder, 'set-up');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) return;
  const links = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  console.log('Nobody has a password yet. Each link lets one person set theirs, once:\n');
  const rows = links.map(({ site, account, name, roles, code, until }) => ({
    name,
    roles: roles.join(' '),
    until: until.slice(0, 10),
    link: `${address}/set-up#${new URLSearchParams({ site, account, code })}`,
  }));
  console.log(table(rows));
}

await main(up);
