// `npm run contracts`: writes openapi.json, asyncapi.yaml and PERMISSIONS.md anew, and drafts a golden example of every event that has none.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { problemTables } from '../../service-kit/dist/problem/problems.js';
import { asyncApiDocument } from '../dist/documents/asyncapi.js';
import { exampleOf } from '../dist/documents/example.js';
import { openApiDocument } from '../dist/documents/openapi.js';
import { permissionPage } from '../dist/documents/permissions.js';
import { allContracts } from '../dist/index.js';

const folder = join(import.meta.dirname, '..');
const golden = join(folder, 'golden');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

writeFileSync(join(folder, 'openapi.json'), json(openApiDocument(problemTables)));
writeFileSync(
  join(folder, 'asyncapi.yaml'),
  stringify(asyncApiDocument(), { aliasDuplicateObjects: false, lineWidth: 0 }),
);
writeFileSync(join(folder, 'PERMISSIONS.md'), permissionPage());

const events = allContracts().filter(({ kind }) => kind === 'event');
mkdirSync(golden, { recursive: true });
const drafted = events.filter((event) => {
  const path = join(golden, `${event.name}.json`);
  if (existsSync(path)) return false;
  writeFileSync(path, json(exampleOf(event)));
  return true;
});
console.log(`${allContracts().length} contracts, ${events.length} events, ${drafted.length} new examples`);
