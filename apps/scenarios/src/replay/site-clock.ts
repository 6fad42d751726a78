/** The clock of the rehearsal: forward day by day, and never before every service has fired what was due until now. */
import { advanceClock, clockContracts } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Client } from './client.js';
import { move } from './move.js';
import { ARRIVAL, Patience } from './patience.js';
import type { Performer } from './performer.js';
import { NotYet } from './refusal.js';

export const siteRecord = 'site';

export class SiteClock {
  constructor(
    private readonly performer: Performer,
    private readonly client: Client,
    private readonly keeper: string,
    private readonly tell: (text: string) => void,
  ) {}

  /** To the end of office hours of that day. */
  async advanceTo(day: BusinessDate): Promise<void> {
    const to = officeHoursEnd(day);
    await this.performer.perform({
      key: `clock/${day}`,
      by: this.keeper,
      move: (turn) => {
        const { id, version } = turn.made(siteRecord);
        return move(advanceClock, { siteId: id, seen: version, to }, siteRecord);
      },
    });
  }

  /** Until every service has fired the deadlines of that day. */
  async firedUntil(day: BusinessDate): Promise<void> {
    const to = officeHoursEnd(day);
    const waits = Object.entries(clockContracts).map(async ([service, contract]) => {
      const patience = new Patience(ARRIVAL, this.tell);
      for (;;) {
        const { firedUntil } = await this.client.ask(contract, {}, this.keeper);
        if (firedUntil !== null && firedUntil >= to) return;
        await patience.wait(new NotYet(`${service} has fired until ${firedUntil}, not ${to}`));
      }
    });
    await Promise.all(waits);
  }
}

/** 18:00 in Shanghai, as UTC. */
export function officeHoursEnd(day: BusinessDate): string {
  return `${day}T10:00:00.000Z`;
}
