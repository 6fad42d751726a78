// Writes openapi.json and asyncapi.yaml anew from the built contracts, and a first golden example for every event that has none.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { asyncApiDocument } from '../dist/documents/asyncapi.js';
import { draftOf } from '../dist/documents/example.js';
import { openApiDocument } from '../dist/documents/openapi.js';
import { allContracts } from '../dist/index.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const golden = join(folder, 'golden');

writeFileSync(join(folder, 'openapi.json'), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
writeFileSync(
  join(folder, 'asyncapi.yaml'),
  stringify(asyncApiDocument(), { aliasDuplicateObjects: false, lineWidth: 0 }),
);
mkdirSync(golden, { recursive: true });
for (const contract of allContracts()) {
  const path = join(golden, `${contract.name}.json`);
  if (contract.kind === 'event' && !existsSync(path))
    writeFileSync(path, `${JSON.stringify(draftOf(contract), null, 2)}\n`);
}
