import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../lib/checkout.mjs';
import { File } from '../tidy/files.mjs';
import { tidy } from '../tidy.mjs';
import { featureFiles, namesOf, withExport } from './feature.mjs';

/** What is wrong with a feature that `npm run new-feature` would make now: the template follows the kit, or this says so. */
export async function brokenFeature() {
  const names = namesOf('planning', 'advice-letter', '巡察建议书');
  const made = await featureFiles(names);
  const untidy = tidy(Object.entries(made).map(([path, text]) => new File(path, text)));
  return [...untidy, ...wrongTypes(made, names)].map((line) => `new-feature: ${line}`);
}

/** Compiles the new files as if they were written, with the permissions that the first step by hand adds. */
function wrongTypes(made, names) {
  const overlay = new Map(Object.entries(made).map(([path, text]) => [join(root, path), text]));
  const index = join(root, 'libs/contracts/src/index.ts');
  const roles = join(root, 'libs/contracts/src/access/roles.ts');
  overlay.set(index, withExport(ts.sys.readFile(index), names));
  overlay.set(
    roles,
    ts.sys.readFile(roles).replace('const office = [', `$&'${names.camel}.read', '${names.camel}.write',`),
  );
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => overlay.has(path) || fileExists(path);
  host.readFile = (path) => overlay.get(path) ?? readFile(path);
  host.directoryExists = undefined; // The new folder is not there to be looked into.
  const paths = Object.keys(made).map((path) => join(root, path));
  const program = ts.createProgram(paths, options, host);
  return paths.flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(
        (found) =>
          `${path.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`,
      ),
  );
}

function compilerOptions() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.specs.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root).options;
}
