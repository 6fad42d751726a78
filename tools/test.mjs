import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, privateFolder, root } from './lib/checkout.mjs';
import { installPackages, requireNode, run } from './lib/prepare.mjs';
import { main, say } from './lib/say.mjs';
import { throwAwayServers } from './servers.mjs';

const purpose = 'test';
const results = join(dataFolder, purpose, String(process.pid));
const stopped = new AbortController();
const longestStepMinutes = 30;

/** In order, cheapest first. Each step answers `{ passed, failed }`. Arguments go to jest, and then only jest runs. */
function steps(args) {
  if (args.length > 0) return [domain(...args), service(...args)];
  return [lint(), domain('^(?!.*/libs/contracts/)'), contract(), service()];
}

const lint = () => ({ name: 'lint', run: () => npmScript('lint') });
const domain = (...args) => ({ name: 'domain', run: () => jest('domain', args) });
const contract = () => ({ name: 'contract', run: () => jest('domain', ['/libs/contracts/']) });
const service = (...args) => ({
  name: 'service',
  run: () => withServers((env) => jest('service', ['--maxWorkers=2', ...args], env)),
});

/** A script of package.json counts as one test; one that is not there yet counts as none. */
async function npmScript(name) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!scripts[name]) return { passed: 0, failed: 0 };
  const { code } = await run('npm', ['run', '--silent', name], { signal: limit() });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(project, args, env = {}) {
  const outputFile = join(privateFolder(results), `${project}.json`);
  rmSync(outputFile, { force: true });
  const { code } = await run(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      project,
      '--passWithNoTests',
      '--json',
      `--outputFile=${outputFile}`,
      ...args,
    ],
    {
      env: {
        ...env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
      },
      signal: limit(),
    },
  );
  if (!existsSync(outputFile)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest can also fail as a whole, such as by a threshold or an error in its own teardown.
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

async function withServers(use) {
  const servers = await throwAwayServers(purpose);
  try {
    return await use(servers.environment);
  } finally {
    await servers.destroy();
  }
}

function limit() {
  return AbortSignal.any([stopped.signal, AbortSignal.timeout(longestStepMinutes * 60_000)]);
}

async function test(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  requireNode();
  installPackages();
  const total = { passed: 0, failed: 0 };
  try {
    for (const step of steps(args)) {
      if (stopped.signal.aborted) break;
      say(`\n== ${step.name}`);
      const { passed, failed } = await step.run();
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
  if (stopped.signal.aborted) return 130;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

await main(() => test(process.argv.slice(2)));
