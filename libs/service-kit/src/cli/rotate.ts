/** `npm run rotate -- --site SITE [--retire]`: a new version of a site's key, while everything runs; later the end of the old ones. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connectBroker } from '../broker/connect.js';
import { OPERATOR } from '../broker/permissions.js';
import { configFromEnvironment, type Config } from '../config.js';
import { FileKeyWrapper } from '../crypto/key-wrapper.js';
import { connectDatabase, servicesWith } from '../database.js';
import { Rotation } from '../sealing/rotation.js';

const LOOK_MS = 1_000;

async function rotate(rotation: Rotation): Promise<void> {
  console.log(`version ${await rotation.begin()} of the key wraps what is new`);
  let said = '';
  for (;;) {
    const standings = await rotation.standings();
    const line = standings
      .filter(({ keys }) => keys > 0)
      .map(({ service, keys, left }) => `${service} ${keys - left}/${keys}`)
      .join('  ');
    if (line !== said) console.log(line);
    said = line;
    if (standings.every(({ left }) => left === 0)) return;
    await sleep(LOOK_MS);
  }
}

async function retire(rotation: Rotation): Promise<void> {
  const versions = await rotation.retire();
  const isNothing = versions.length === 0;
  console.log(
    isNothing ? 'there is no older version' : `destroyed version ${versions.join(', ')} of the key`,
  );
}

/** Also those that do not run just now: what they keep must be able to open. */
async function services(config: Config): Promise<string[]> {
  const connection = await connectDatabase(config);
  try {
    return await servicesWith(connection, config.prefix, 'record_key');
  } finally {
    await connection.end();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { site: { type: 'string' }, retire: { type: 'boolean' } } });
  if (!values.site) throw new Error('npm run rotate -- --site SITE [--retire]');
  const config = configFromEnvironment();
  const nats = await connectBroker(config, OPERATOR);
  try {
    const wrapper = new FileKeyWrapper(config.keyFolder);
    const { prefix } = config;
    const rotation = new Rotation({ nats, prefix, wrapper, services: await services(config) }, values.site);
    await (values.retire ? retire(rotation) : rotate(rotation));
  } finally {
    await nats.close();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
