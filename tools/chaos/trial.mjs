/** One trial: a year is played, the faults of the schedule happen, and at the end everything is proven. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from '../../apps/scenarios/dist/chance.js';
import { root } from '../lib/checkout.mjs';
import { run } from '../lib/prepare.mjs';
import { say } from '../lib/say.mjs';
import { table } from '../lib/table.mjs';
import { runChecks } from './checks.mjs';
import { Database } from './database.mjs';
import { Faults } from './faults.mjs';
import { Logs } from './logs.mjs';
import { Player } from './player.mjs';
import { scheduleOf } from './schedule.mjs';
import { secondsToUptake } from './uptake.mjs';

/** Work that was left lying must be taken up again within this time. */
const uptakeSeconds = 30;
/** Longer than that nobody waits to see whether it ever is. */
const hopelessSeconds = 120;

export class Trial {
  #installation;
  #seed;
  #database;
  #player;
  #faults;
  #logs;
  /** Work lies there that nobody will take up, or nobody wants to know any more. */
  #isHopeless = false;

  constructor(installation, { seed, scale }) {
    const { environment: env, folder, servers } = installation;
    this.#installation = installation;
    this.#seed = seed;
    this.#database = new Database(servers.mysqlUrl, env.XC_PREFIX);
    this.#faults = new Faults(installation);
    this.#logs = new Logs(folder);
    const args = ['ruian-2017', '--seed', String(seed), '--scale', String(scale)];
    this.#player = new Player(args, { env, log: join(folder, 'logs', 'replay.log') });
  }

  /** Answers whether all that must hold does. */
  async run() {
    try {
      const late = await this.#fail(scheduleOf(new Chance(`chaos/${this.#seed}`)));
      const uptake = { name: `work left lying was taken up within ${uptakeSeconds} s`, faults: late };
      if (this.#isHopeless) return this.#report([uptake, { name: 'all else', faults: ['not looked at'] }]);
      const code = await this.#player.toTheEnd();
      console.log(`\n${this.#player.output}`);
      return this.#report([
        {
          name: 'the replay ran to its end and its totals are exact',
          faults: code === 0 ? [] : [`exit code ${code}`],
        },
        uptake,
        { name: 'chains and rows verify', faults: await this.#verify() },
        ...(await runChecks(this.#database, this.#receipts())),
      ]);
    } finally {
      this.#player.stop();
      await this.#database.close();
    }
  }

  /** The trial ends as failed. */
  stop() {
    this.#isHopeless = true;
    this.#player.stop();
  }

  /** Lets every fault happen at its point; answers those after which work lay too long, and those that nobody noticed. */
  async #fail(schedule) {
    const late = [];
    for (const [index, fault] of schedule.entries()) {
      const name = [fault.do, fault.what, fault.seconds && `${fault.seconds} s`].filter(Boolean).join(' ');
      if (!(await this.#player.reach(fault.at, schedule[index + 1]?.at ?? Infinity))) {
        return [...late, `the replay ended before ${name}; see its log`];
      }
      const before = this.#logs.tracesOf(fault.do);
      const { since, ended } = await this.#faults.inject(fault);
      const seconds = await secondsToUptake(this.#database, { since, limit: hopelessSeconds });
      await ended;
      const said =
        seconds === undefined ? `NOT within ${hopelessSeconds} s` : `after ${seconds.toFixed(1)} s`;
      say(`${(fault.at * 100).toFixed(1).padStart(5)} %  ${name.padEnd(30)} taken up ${said}`);
      if (!(seconds <= uptakeSeconds)) late.push(`${name}: ${said}`);
      this.#isHopeless ||= seconds === undefined;
      if (this.#isHopeless) return late;
      if (before !== undefined && this.#logs.tracesOf(fault.do) === before)
        late.push(`${name}: nobody noticed`);
    }
    return late;
  }

  async #verify() {
    const program = join(root, 'libs', 'service-kit', 'dist', 'cli', 'verify.js');
    const { environment: env } = this.#installation;
    const { code, output } = await run(process.execPath, [program], { env, quiet: true });
    say(output.trimEnd());
    return code === 0 && !output.includes('not verified') ? [] : [output.trim()];
  }

  #receipts() {
    const folder = join(this.#installation.folder, 'replay');
    const [file] = readdirSync(folder);
    const [heading, ...receipts] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    return { site: JSON.parse(heading).site, receipts: receipts.map((line) => JSON.parse(line)) };
  }

  #report(results) {
    for (const line of this.#logs.summary()) console.log(line);
    const verdict = ({ faults }) => (faults.length === 0 ? 'holds' : 'BROKEN');
    console.log(`\n${table(results.map((result) => ({ check: result.name, result: verdict(result) })))}`);
    for (const { name, faults } of results.filter(({ faults }) => faults.length > 0)) {
      console.log(`\n${name}: BROKEN\n  ${faults.slice(0, 20).join('\n  ')}`);
    }
    const passed = results.every(({ faults }) => faults.length === 0);
    console.log(
      `\nseed ${this.#seed}: ${passed ? 'passed' : 'FAILED; the same seed brings the same faults'}`,
    );
    return passed;
  }
}
