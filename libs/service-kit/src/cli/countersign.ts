/**
 * `npm run countersign -- EXPORT --keys FOLDER --key PRIVATE-KEY`: the audit administrator verifies an export, signs the last checkpoint of
 * every service with a key of their own, and keeps it with the public keys. Nothing of this needs or touches the system.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countersignExport } from '../journal/export/countersign-export.js';

const { values, positionals } = parseArgs({
  options: { keys: { type: 'string' }, key: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
const { keys, key } = values;
if (!folder || !keys || !key) {
  console.error('npm run countersign -- EXPORT --keys FOLDER --key PRIVATE-KEY');
  process.exit(2);
}
const auditor = createPrivateKey(readFileSync(key));
const publicFile = join(keys, 'auditor.pub');
if (!existsSync(publicFile))
  writeFileSync(publicFile, createPublicKey(auditor).export({ type: 'spki', format: 'pem' }));
const { signed, findings } = countersignExport(folder, keys, auditor);
for (const finding of findings) console.error(finding);
console.log(`${signed} checkpoints were countersigned`);
process.exitCode = findings.length === 0 ? 0 : 1;
