import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder, privateFolder, root } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { build, installPackages, requireNode, run } from './lib/prepare.mjs';
import { Failure, main, say } from './lib/say.mjs';
import { table } from './lib/table.mjs';
import { throwAwayServers } from './servers.mjs';
import { Installation } from './system/installation.mjs';

/** Work that was left lying must be taken up again within this time. */
const uptakeSeconds = 30;
const purpose = 'chaos';

/**
 * `npm run chaos -- --seed 1 [--scale 1]`: plays the replay of Ruian on servers of its own while everything there is fails at
 * points that the seed decides, then proves that nothing was lost, doubled or left lying.
 */
async function chaos() {
  const { seed, scale } = options();
  if (process.env.XC_MYSQL_URL || process.env.XC_NATS_URL) {
    throw new Failure('a trial kills its servers', 'unset XC_MYSQL_URL and XC_NATS_URL');
  }
  requireNode();
  await alone(dataFolder, async () => {
    installPackages();
    await build();
  });
  const servers = await throwAwayServers(purpose);
  const installation = new Installation(servers.folder, servers);
  let passed = false;
  try {
    await installation.start({ mode: 'replicated' });
    passed = await trial(installation, { seed, scale });
  } finally {
    await installation.stopServices();
    if (!passed) keepLogs(installation, seed);
    await servers.destroy();
  }
  return passed ? 0 : 1;
}

async function trial(installation, { seed, scale }) {
  // Compiled only by now.
  const { Chance } = await import('../apps/scenarios/dist/chance.js');
  const { Database } = await import('./chaos/database.mjs');
  const { Player } = await import('./chaos/player.mjs');
  const { scheduleOf } = await import('./chaos/schedule.mjs');
  const { runChecks } = await import('./chaos/checks.mjs');
  const { environment: env } = installation;
  const database = new Database(installation.servers.mysqlUrl, env.XC_PREFIX);
  const args = ['ruian-2017', '--seed', String(seed), '--scale', String(scale)];
  const player = new Player(args, { env, log: join(installation.folder, 'logs', 'replay.log') });
  try {
    const faults = await failures(installation, {
      database,
      player,
      schedule: scheduleOf(new Chance(`chaos/${seed}`)),
    });
    const code = await player.toTheEnd();
    console.log(`\n${player.output}`);
    const results = [
      {
        name: 'the replay ran to completion and its totals are exact',
        faults: code === 0 ? [] : [`exit code ${code}`],
      },
      { name: `work left lying is taken up within ${uptakeSeconds} s`, faults },
      { name: 'chains and rows verify', faults: await verify(env) },
      ...(await runChecks(database, readReceipts(installation))),
    ];
    return report(results, seed);
  } finally {
    player.stop();
    await database.close();
  }
}

/** Lets the faults of the schedule happen, each at its point; answers those after which work lay too long, or that never came. */
async function failures(installation, { database, player, schedule }) {
  const { Faults } = await import('./chaos/faults.mjs');
  const { secondsToUptake } = await import('./chaos/uptake.mjs');
  const inflict = new Faults(installation);
  const late = [];
  for (const [index, fault] of schedule.entries()) {
    const name = [fault.do, fault.what, fault.seconds && `${fault.seconds} s`].filter(Boolean).join(' ');
    if (!(await player.reach(fault.at, schedule[index + 1]?.at ?? Infinity))) {
      return [...late, `the replay ended before ${name}; see its log`];
    }
    const since = await inflict.inject(fault);
    const seconds = await secondsToUptake(database, { since, limit: 4 * uptakeSeconds });
    const at = `${(fault.at * 100).toFixed(1)} %`.padStart(7);
    say(
      `${at}  ${name.padEnd(28)} taken up after ${seconds === undefined ? 'NEVER' : `${seconds.toFixed(1)} s`}`,
    );
    if (!(seconds <= uptakeSeconds))
      late.push(`${name}: ${seconds?.toFixed(1) ?? `more than ${4 * uptakeSeconds}`} s`);
  }
  return late;
}

async function verify(env) {
  const program = join(root, 'libs', 'service-kit', 'dist', 'cli', 'verify.js');
  const { code, output } = await run(process.execPath, [program], { env, quiet: true });
  say(output.trimEnd());
  return code === 0 ? [] : [output.trim()];
}

function readReceipts({ folder }) {
  const [file] = readdirSync(join(folder, 'replay'));
  const [heading, ...receipts] = readFileSync(join(folder, 'replay', file), 'utf8')
    .trimEnd()
    .split('\n');
  return { site: JSON.parse(heading).site, receipts: receipts.map((line) => JSON.parse(line)) };
}

function report(results, seed) {
  const rows = results.map(({ name, faults }) => ({
    check: name,
    result: faults.length === 0 ? 'holds' : 'BROKEN',
  }));
  console.log(table(rows));
  for (const { name, faults } of results) {
    if (faults.length > 0) console.log(`\n${name}: BROKEN\n  ${faults.slice(0, 20).join('\n  ')}`);
  }
  const passed = results.every(({ faults }) => faults.length === 0);
  console.log(`\nseed ${seed}: ${passed ? 'passed' : 'FAILED; the same seed brings the same faults'}`);
  return passed;
}

/** What the services said is worth reading when a trial failed. */
function keepLogs({ folder }, seed) {
  const kept = join(privateFolder(dataFolder, `${purpose}-logs`), `seed-${seed}`);
  rmSync(kept, { recursive: true, force: true });
  renameSync(join(folder, 'logs'), kept);
  say(`logs of the services: ${kept}`);
}

function options() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' } },
  });
  return { seed: Number(values.seed), scale: Number(values.scale) };
}

await main(chaos);
