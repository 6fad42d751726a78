import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { main, say } from './lib/say.mjs';
import { checks } from './lint/checks.mjs';
import { outcomeOf } from './lint/program.mjs';

/** Every check runs, whatever the others find; what they found is shown together at the end. */
const steps = [
  ...checks,
  { name: 'tidy', command: [process.execPath, join(root, 'tools/tidy.mjs')] },
  { name: 'self-test', command: [process.execPath, join(root, 'tools/lint.selftest.mjs')] },
];
/** Each is at work on one core. */
const AT_ONCE = 2;

async function timed({ name, command }) {
  const start = performance.now();
  const { passed, output } = await outcomeOf(command, root);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds} s`);
  return { name, passed, output };
}

await main(async () => {
  const running = new Map();
  const left = [...steps];
  const work = async () => {
    for (let step = left.shift(); step; step = left.shift()) {
      if (step.after) await running.get(step.after);
      running.set(step.name, timed(step));
      await running.get(step.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const results = await Promise.all(running.values());
  const failed = results.filter((result) => !result.passed);
  for (const { name, output } of failed) say(`\n== ${name}\n${output.trim()}`);
  return failed.length === 0 ? 0 : 1;
});
