import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { Failure, main, say } from './lib/say.mjs';
import { featureFiles, namesOf, nextSteps, withExport } from './new-feature/feature.mjs';

/** Makes the folder and the contract of a new aggregate, with one domain test that fails. */
async function newFeature([service, noun, chinese = noun]) {
  if (!service || !/^[a-z]+(-[a-z]+)*$/.test(noun ?? '')) {
    throw new Failure(
      'which feature?',
      'npm run new-feature -- SERVICE NOUN [CHINESE], such as: rectification advice-letter 巡察建议书',
    );
  }
  if (!existsSync(join(root, 'apps', service, 'src', 'migrations.ts'))) {
    throw new Failure(
      `${service} is not a service with tables of its own`,
      'name a folder of apps/ that has src/migrations.ts',
    );
  }
  const names = namesOf(service, noun, chinese);
  const files = await featureFiles(names);
  const present = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (present.length > 0) throw new Failure(`${present[0]} is there already`, 'choose another noun');
  for (const [path, text] of Object.entries(files)) write(path, text);
  const index = 'libs/contracts/src/index.ts';
  write(index, withExport(readFileSync(join(root, index), 'utf8'), names));
  say(`\n${nextSteps(names)}`);
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  say(path);
}

await main(() => newFeature(process.argv.slice(2)));
