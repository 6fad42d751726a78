import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, root } from './lib/checkout.mjs';
import { installPackages, requireNode, runNode } from './lib/prepare.mjs';
import { main, say } from './lib/say.mjs';
import { throwAwayServers } from './servers.mjs';

/**
 * `npm test`: everything it needs, it makes. Arguments go to jest (`npm test -- libs/service-kit`); then only jest runs.
 * Each step answers `{ passed, failed }`; a step that is not jest counts as one test.
 */
const results = join(dataFolder, 'test', `results-${process.pid}`);
const stopped = new AbortController();
let servers;

function steps(args) {
  if (args.length > 0) {
    return [
      ['domain', () => jest('domain', ['--passWithNoTests', ...args])],
      ['service', () => jestWithServers(['--passWithNoTests', ...args])],
    ];
  }
  const contracts = 'libs/contracts/';
  return [
    ...(hasScript('lint') ? [['lint', lint]] : []),
    ['domain', () => jest('domain', [`--testPathIgnorePatterns=${contracts}`, '\\.it\\.spec\\.ts$'])],
    ['contract', () => jest('domain', ['--passWithNoTests', contracts])],
    ['service', () => jestWithServers(['--passWithNoTests'])],
  ];
}

async function lint() {
  const { code } = await runNode(npm(), ['run', '--silent', 'lint'], { signal: stopped.signal });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
