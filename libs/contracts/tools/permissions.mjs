// `npm run permissions [-- --json] [--role office]`: who may do what, as the contracts say.
import { parseArgs } from 'node:util';
import { Failure, main } from '../../../tools/lib/say.mjs';
import { table } from '../../../tools/lib/table.mjs';
import { permissionMatrix } from '../dist/documents/permissions.js';
import { roleNames } from '../dist/index.js';

await main(() => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, role: { type: 'string' } },
  });
  if (values.role && !roleNames.includes(values.role))
    throw new Failure(`no role ${values.role}`, `one of: ${roleNames.join(', ')}`);
  const lines = permissionMatrix(values.role);
  console.log(
    values.json
      ? JSON.stringify(lines, null, 2)
      : table(lines.map((line) => ({ ...line, roles: line.roles.join(', ') }))),
  );
});
