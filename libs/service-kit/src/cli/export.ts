/** `npm run export -- --site SITE --to FOLDER`: one site's record of every running service, to be verified anywhere. */
import { parseArgs } from 'node:util';
import { recordContracts } from '@xuncha/contracts';
import { connectBroker } from '../broker/connect.js';
import { OPERATOR } from '../broker/permissions.js';
import { configFromEnvironment } from '../config.js';
import { fetchExport } from '../journal/export/fetch-export.js';

const { values } = parseArgs({ options: { site: { type: 'string' }, to: { type: 'string' } } });
const { site, to: folder } = values;
if (!site || !folder) {
  console.error('npm run export -- --site SITE --to FOLDER');
  process.exit(2);
}
const config = configFromEnvironment();
const nats = await connectBroker(config, OPERATOR);
try {
  const services = Object.keys(recordContracts);
  const sections = await fetchExport({ nats, prefix: config.prefix, services, site, folder });
  for (const { service, number, files } of sections)
    console.log(`${service}: ${number} journal rows, ${files['state.jsonl'].lines} rows of state`);
  console.log(`Written to ${folder}. To prove it: npm run verify -- ${folder} --keys YOUR-KEYS`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await nats.close();
}
