/** Waits until every event has had its effect, by what the services tell in their metrics. */
import { allContracts } from '@xuncha/contracts';
import type { Api } from './api.js';
import { OUTAGE, Patience } from './patience.js';
import { NotYet, Unanswered } from './refusal.js';

/** Not sealed, published or applied yet, or held back. */
const UNDONE = [
  'xuncha_journal_backlog',
  'xuncha_consumer_lag',
  'xuncha_events_waiting',
  'xuncha_events_parked',
];
/** Longer than an event is in nobody's figures on its way from one service to the next. */
const QUIET_MS = 1_500;
const POLL_MS = 300;
/** Each of them has to be heard of. */
export const services = [...new Set(allContracts().map(({ service }) => service))];

export interface Sample {
  readonly name: string;
  readonly labels: string;
  readonly value: number;
}

export async function untilQuiet(api: Api, tell: (text: string) => void): Promise<void> {
  const patience = new Patience({ ...OUTAGE, longestMs: POLL_MS }, tell);
  for (let since = Infinity; ;) {
    const busy = await busyIn(api);
    if (busy !== undefined) since = Infinity;
    else if (since === Infinity) since = Date.now();
    if (Date.now() - since > QUIET_MS) return;
    await patience.wait(new NotYet(busy ?? 'quiet for a moment only'));
  }
}

/** What is still to be done, or undefined. */
async function busyIn(api: Api): Promise<string | undefined> {
  try {
    const { status, text } = await api.page('/metrics');
    if (status !== 200) return `metrics answer ${status}`;
    return busiest(samplesOf(text));
  } catch (error) {
    if (error instanceof Unanswered) return error.message;
    throw error;
  }
}

/** A service that is not heard of may have anything to do. */
export function busiest(samples: readonly Sample[]): string | undefined {
  const undone = samples.filter(({ name }) => UNDONE.includes(name));
  const silent = services.find(
    (service) => !undone.some(({ labels }) => labels.includes(`service="${service}"`)),
  );
  if (silent) return `${silent} has not told its figures`;
  const busy = undone.find(({ value }) => value > 0);
  return busy && `${busy.name}${busy.labels} is ${busy.value}`;
}

/** Lines of the Prometheus text format. */
export function samplesOf(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const found = /^(\w+)(\{.*\})? (\S+)/.exec(line);
    return found ? [{ name: found[1]!, labels: found[2] ?? '', value: Number(found[3]) }] : [];
  });
}
