/** Runs a measure several times, beside its raw baseline of the same minute, and says medians: machines drift, ratios less so. */

export const median = (numbers) => percentile(numbers, 50);
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))];
}

/** How many per second, when `work` is done `total` times by so many at once. */
export async function rate(total, atOnce, work) {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < total; n = next++) await work(n);
    }),
  );
  return total / ((performance.now() - started) / 1000);
}

/** Pairs of (ours, raw), in turn, after one warm-up each. */
export async function paired(runs, ours, raw) {
  await ours();
  await raw();
  const pairs = [];
  for (let run = 0; run < runs; run++) pairs.push({ ours: await ours(), raw: await raw() });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    raw: median(pairs.map((pair) => pair.raw)),
    ratio: median(pairs.map((pair) => pair.ours / pair.raw)),
  };
}

export const perSecond = (number) => `${Math.round(number).toLocaleString('en')}/s`;
export const ms = (number) => `${number < 10 ? number.toFixed(1) : Math.round(number)} ms`;
