/**
 * What goes wrong in a trial, and when: decided by the seed alone. `at` is the part of the replay's steps that is done by then, so
 * that a slow machine meets the same faults as a fast one.
 */
import { services } from '../system/apps.mjs';

/** Longer than a relay's lease of 10 s. */
const pastLease = [12, 15];
/** Shorter than a caller waits. */
const brief = [3, 6];

/** Every kind of fault there is; each happens in every trial. `seconds` are chosen from a span. */
const kinds = [
  ...services.map((service) => ({ do: 'kill', what: service })),
  { do: 'kill', what: 'gateway' },
  { do: 'kill', what: 'planning-2' },
  { do: 'kill', what: 'insight-2' },
  ...services.map((service) => ({ do: 'pauseLeader', what: service, seconds: pastLease })),
  // Holds what was delivered to it until others have long done it, and then does it late.
  { do: 'pause', what: 'insight-2', seconds: [8, 12] },
  { do: 'pause', what: 'planning-2', seconds: [8, 12] },
  { do: 'pause', what: 'database', seconds: brief },
  { do: 'pause', what: 'broker', seconds: brief },
  { do: 'kill', what: 'database' },
  { do: 'kill', what: 'database' },
  { do: 'kill', what: 'broker' },
  { do: 'kill', what: 'broker' },
  { do: 'deleteStore', what: 'broker' },
  { do: 'deliverAgain', what: 'broker' },
  { do: 'republish', what: 'broker' },
  { do: 'powerCut', what: 'everything' },
];
const [first, last] = [0.04, 0.94];

/** `chance` is a stream of its own for this trial, see apps/scenarios/src/chance.ts. */
export function scheduleOf(chance) {
  const faults = chance.shuffled(kinds);
  // The copy is old by the time it takes the place of the store.
  faults.splice(chance.between(1, 5), 0, { do: 'copyStore', what: 'broker' });
  faults.splice(chance.between(14, 20), 0, { do: 'restoreStore', what: 'broker' });
  const every = (last - first) / (faults.length - 1);
  return faults.map(({ seconds, ...fault }, index) => ({
    at: Number((first + (index + (chance.next() - 0.5) / 2) * every).toFixed(4)),
    ...fault,
    ...(seconds ? { seconds: chance.between(...seconds) } : {}),
  }));
}
