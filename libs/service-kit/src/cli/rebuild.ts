/** `npm run rebuild -- SERVICE [CONSUMER]`: clears a service's projections and reads them from zero, while everything runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Standing } from '../consume/controls-protocol.js';
import type { Operator } from '../consume/operator.js';
import { operate } from './operate.js';

const LOOK_MS = 1_000;

await operate(async (operator, [service, consumer]) => {
  if (!service) throw new Error('npm run rebuild -- SERVICE [CONSUMER]');
  const { consumers } = await operator.ask(service, { do: 'rebuild', consumer });
  if (consumers.length === 0) throw new Error(`${service} has no projection`);
  await Promise.all(consumers.map((each) => untilRead(operator, service, each)));
});

async function untilRead(operator: Operator, service: string, consumer: string): Promise<void> {
  let said = '';
  for (;;) {
    const standings = await operator.ask(service, { do: 'standing', consumer });
    const line = standings.map(words).join('; ');
    if (line !== said) console.log(`${service}/${consumer}: ${line}`);
    said = line;
    if (standings.every(({ lag, isClearing }) => lag === 0 && !isClearing)) return;
    await sleep(LOOK_MS);
  }
}

function words({ source, isClearing, lag }: Standing): string {
  if (isClearing) return `${source} is cleared`;
  if (lag === null) return `${source} has still to publish from its beginning`;
  return lag === 0 ? `${source} is read` : `${source}: ${lag} left`;
}
