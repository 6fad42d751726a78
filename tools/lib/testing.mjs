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

/** Runs jest on one of the projects of jest.config.mjs, so many files at once; jest by itself would leave one core idle. */
export async function jest(project, args, { env = {}, atOnce = 2 } = {}) {
  const outputFile = join(privateFolder(results), `${project}.json`);
  rmSync(outputFile, { force: true });
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { code } = await run(
    process.execPath,
    [
      program,
      '--selectProjects',
      project,
      '--passWithNoTests',
      `--maxWorkers=${atOnce}`,
      '--json',
      `--outputFile=${outputFile}`,
      ...args,
    ],
    { env: { ...env, NODE_OPTIONS: nodeOptions() }, signal: limit() },
  );
  if (!existsSync(outputFile)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest can also fail as a whole, such as by an error in its own teardown.
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

/** Runs the service tier on a fresh database and broker; `database` is a recipe of tools/servers. */
export async function serviceTests(args, { purpose = 'test', database } = {}) {
  const servers = await throwAwayServers(purpose, { database, isLasting: false });
  try {
    // Hooks start whole services; on a busy machine that outlasts jest's usual five seconds.
    // Many of them wait, for a lease to run out or a server to come back: a third file uses what two leave idle.
    const options = { env: servers.environment, atOnce: 3 };
    return await jest('service', ['--testTimeout=60000', ...args], options);
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
  return jest('pictures', ['--testTimeout=120000'], { env, atOnce: 1 });
}

/** Runs the scenario and the browser tier against every service, started as `npm run up` starts them, on servers of its own. */
export async function scenarioTests(args) {
  return againstAll(async (env) => {
    const scenario = await jest('scenario', ['--testTimeout=120000', ...args], { env, atOnce: 1 });
    say('\n== browser');
    // In the same year as the scenarios: what they made is there to be looked at.
    const inBrowser = { ...env, XC_CHROMIUM: await chromium() };
    const browser = await jest('browser', ['--testTimeout=240000', ...args], { env: inBrowser, atOnce: 1 });
    return { passed: scenario.passed + browser.passed, failed: scenario.failed + browser.failed };
  });
}

/** Runs the main job by hand in a browser, where nobody has been before; `pictures` is a folder to put the guide's into. */
export async function byHandTests({ pictures }) {
  return againstAll(async (env) => {
    const inBrowser = {
      ...env,
      XC_CHROMIUM: await chromium(),
      ...(pictures ? { XC_PICTURES: pictures } : {}),
    };
    // A step goes on from where the one before it ended.
    return jest('by-hand', ['--testTimeout=240000'], { env: inBrowser, atOnce: 1 });
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

function nodeOptions() {
  return `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
}

function limit() {
  return AbortSignal.any([stopped.signal, AbortSignal.timeout(longestStepMinutes * 60_000)]);
}
