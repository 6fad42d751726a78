/** How long an account stays shut after wrong passwords: not at all after a slip, longer with every further attempt. */
const FREE_ATTEMPTS = 4;
const FIRST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 60 * 60_000;

/** `failures` in a row, the present one included. */
export function delayAfter(failures: number): number {
  if (failures <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_ATTEMPTS - 1), LONGEST_DELAY_MS);
}
