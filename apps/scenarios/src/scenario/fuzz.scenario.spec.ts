// A short stretch of `npm run fuzz` in every run of tests; the same seed sends the same.
import { expect, test } from '@jest/globals';
import { installationFrom } from '../replay/installation.js';

const installation = installationFrom(process.env);
const minutes = 1 / 3;

/** The tools are plain modules outside of every package. */
async function trial(options: { seed: number; minutes: number }): Promise<{ run(): Promise<boolean> }> {
  const module = (await import(new URL('../../../../tools/fuzz/trial.mjs', import.meta.url).href)) as any;
  return new module.Trial(installation, options) as { run(): Promise<boolean> };
}

test('what no program should send is answered with a problem that says so, and nothing that must not be told is told', async () => {
  const short = await trial({ seed: Number(process.env.XC_SEED ?? 1), minutes });
  expect(await short.run()).toBe(true);
});
