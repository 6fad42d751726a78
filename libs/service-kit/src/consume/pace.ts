const FIRST = 25;
const MOST = 200;
/** Others wait meanwhile for its rows, and what takes too long is broken off and has to be done again. */
const AIM_MS = 1_000;

/** How many events go into one transaction: as many as take about a second, as far as the last ones tell. */
export class Pace {
  private size = FIRST;

  get atOnce(): number {
    return this.size;
  }

  took(events: number, ms: number): void {
    const affordable = Math.floor((events * AIM_MS) / Math.max(ms, 1));
    this.size = Math.max(1, Math.min(affordable, 2 * this.size, MOST));
  }

  brokeOff(events: number): void {
    this.size = Math.max(1, Math.floor(events / 4));
  }
}
