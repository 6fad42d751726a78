import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolder, privateFolder, root } from './lib/checkout.mjs';
import { main, say } from './lib/say.mjs';
import { checks } from './lint/checks.mjs';
import { outcomeOf } from './lint/program.mjs';
import { brokenFeature } from './new-feature/selftest.mjs';
import { File } from './tidy/files.mjs';
import { rules, tidy } from './tidy.mjs';

/** A rule that never fires is no rule: every one is shown a violation made for it, and must name it. */
const packages = ['domain-kit', 'contracts', 'service-kit', 'testing'];

/** Files that make a folder look like this workspace to the tools. */
function workspace() {
  const files = {
    'package.json': JSON.stringify({ name: 'planted', private: true, workspaces: ['libs/*', 'apps/*'] }),
    'tsconfig.base.json': JSON.stringify({ extends: join(root, 'tsconfig.base.json') }),
    'tsconfig.specs.json': readFileSync(join(root, 'tsconfig.specs.json'), 'utf8'),
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: 'libs/domain-kit' }] }),
  };
  for (const name of packages) {
    files[`libs/${name}/package.json`] = JSON.stringify({
      name: `@xuncha/${name}`,
      type: 'module',
      exports: { '.': { xuncha: './src/index.ts', default: './dist/index.js' } },
    });
    files[`libs/${name}/tsconfig.json`] = JSON.stringify({
      extends: '../../tsconfig.base.json',
      compilerOptions: { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/tsconfig.tsbuildinfo' },
      include: ['src'],
    });
    files[`libs/${name}/src/index.ts`] = 'export {};\n';
  }
  return files;
}

function plant(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  // A repository of its own, so that tools do not look at what this one ignores.
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of Object.entries({ ...workspace(), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'node_modules', '@xuncha'), { recursive: true });
  for (const name of packages) {
    symlinkSync(join(folder, 'libs', name), join(folder, 'node_modules', '@xuncha', name));
  }
}

/** What a check should have said about its planted files and did not, or said and should not. */
async function missedBy({ name, command, planted, fires, spares = [] }, scratch) {
  const folder = join(scratch, name);
  plant(folder, planted);
  const { passed, output } = await outcomeOf(command, folder);
  const says = (text) => (typeof text === 'string' ? output.includes(text) : text.test(output));
  const missed = [
    ...fires.filter((text) => !says(text)).map((text) => `${name}: did not name ${text}`),
    ...spares.filter(says).map((text) => `${name}: should not have named ${text}`),
    ...(passed ? [`${name}: passed over every planted violation`] : []),
  ];
  return missed.length > 0 ? [...missed, output] : [];
}

/** Each planted file breaks its own rule. */
function missedByTidy() {
  return rules.flatMap((rule) =>
    Object.entries(rule.planted)
      .filter(([path, text]) => tidy([new File(path, text)], [rule]).length === 0)
      .map(([path]) => `tidy: ${rule.name} passed over ${path}`),
  );
}

await main(async () => {
  const scratch = privateFolder(dataFolder, `lint-selftest-${process.pid}`);
  try {
    const missed = await Promise.all(checks.map((check) => missedBy(check, scratch)));
    const failures = [...missed.flat(), ...missedByTidy(), ...(await brokenFeature())];
    for (const failure of failures) say(failure);
    const planted = [...checks.flatMap((check) => check.fires), ...rules].length;
    say(`${planted} rules shown a violation, ${failures.length} failures`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
