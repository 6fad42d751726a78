import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayServers } from '../servers.mjs';
import { chromium } from '../servers/chromium.mjs';
import { libreOffice } from '../servers/libreoffice.mjs';
import { Installation } from '../system/installation.mjs';
import { dataFolder, privateFolder, root } from './checkout.mjs';
import { build, installPackages, requireNode, run } from './prepare.mjs';
import { say } from './say.mjs';

/** Steps of a test run: `{ name, run }`, where `run` answers `{ passed, failed }`. */
const longestStepMinutes = 30;
const results = join(dataFolder, 'results', String(process.pid));
const stopped = new AbortController();

/** Runs the steps in order, all of them, and prints the closing line. Ctrl-C ends them and stops their servers. */
export async function runSteps(steps) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  requireNode();
  installPackages();
  const total = { passed: 0, failed: 0 };
  try {
    for (const step of steps) {
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

/** A script of package.json counts as one test; one that is not there yet counts as none. */
export async function npmScript(name) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!scripts[name]) return { passed: 0, failed: 0 };
  const { code } = await run('npm', ['run', '--silent', name], { signal: limit() });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one of the tiers of vitest.config.mjs, or those whose names begin alike (`service*`), or what of them the arguments pick. */
export async function tier(name, args, env = {}) {
  const outputFile = join(privateFolder(results), `${name.replace('*', '')}.json`);
  rmSync(outputFile, { force: true });
  const { code } = await run(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `--project=${name}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${outputFile}`,
      ...args,
    ],
    { env, signal: limit() },
  );
  if (!existsSync(outputFile)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  // A run can also fail as a whole: a file that does not load, an error in its own teardown.
  return { passed: report.numPassedTests, failed: report.numFailedTests || (code === 0 ? 0 : 1) };
}

/** Runs the service tier on a fresh database and broker; `database` is a recipe of tools/servers, `env` what is told beside. */
export async function serviceTests(args, { purpose = 'test', database, env = {} } = {}) {
  const servers = await throwAwayServers(purpose, { database, isLasting: false });
  try {
    return await tier('service*', args, { ...servers.environment, ...env });
  } finally {
    await servers.destroy();
  }
}

/** Draws every form and compares it with its approved pictures, or approves what was drawn. */
export async function pictureTests({ approve = false } = {}) {
  const { soffice, pdftoppm } = await libreOffice();
  const env = {
    XC_SOFFICE: soffice,
    XC_PDFTOPPM: pdftoppm,
    XC_DRAWN: privateFolder(dataFolder, 'drawn'),
    ...(approve ? { XC_APPROVE: '1' } : {}),
  };
  return tier('pictures', [], env);
}

/** Runs the scenario and the browser tier against every service, started as `npm run up` starts them, on servers of its own. */
export async function scenarioTests(args) {
  return againstAll(async (env) => {
    const scenario = await tier('scenario', args, env);
    say('\n== browser');
    // In the same year as the scenarios: what they made is there to be looked at.
    const browser = await tier('browser', args, { ...env, XC_CHROMIUM: await chromium() });
    return { passed: scenario.passed + browser.passed, failed: scenario.failed + browser.failed };
  });
}

/** Runs the main job by hand in a browser, where nobody has been before; `pictures` is a folder to put the guide's into. */
export async function byHandTests({ pictures }) {
  return againstAll(async (env) => {
    const inBrowser = { ...env, XC_CHROMIUM: await chromium() };
    // A step goes on from where the one before it ended: after one that failed the rest says nothing.
    return tier('by-hand', ['--bail=1'], { ...inBrowser, ...(pictures ? { XC_PICTURES: pictures } : {}) });
  });
}

async function againstAll(test) {
  await build();
  const servers = await throwAwayServers('scenario', { isLasting: false });
  const installation = new Installation(servers.folder, servers);
  try {
    await installation.start();
    // Tests look into the broker as its administrator; the services that they look at are users of their own.
    return await test({ ...installation.environment, XC_NATS_URL: servers.natsUrl });
  } finally {
    await installation.stopServices();
    await servers.destroy();
  }
}

function limit() {
  return AbortSignal.any([stopped.signal, AbortSignal.timeout(longestStepMinutes * 60_000)]);
}
