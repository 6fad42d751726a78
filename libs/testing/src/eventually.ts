/** Waits for what will be true; never for a time. */

const LIMIT_MS = 15_000;
const LONGEST_PAUSE_MS = 100;

/**
 * Asks again until the probe neither throws nor answers `false`, `null` or `undefined`, and answers what it then said. Throws with
 * the last sample where that does not come in time.
 */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  limitMs = LIMIT_MS,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + limitMs;
  let last: unknown;
  for (let pause = 5; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const sample = await probe();
      if (sample !== false && sample !== null && sample !== undefined)
        return sample as Exclude<T, false | null | undefined>;
      last = sample;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms; last: ${words(last)}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function words(sample: unknown): string {
  return sample instanceof Error ? sample.message : JSON.stringify(sample);
}
