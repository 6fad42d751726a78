/** Asks the consumers of running services, as a person who operates them. */
import type { NatsConnection } from '@nats-io/transport-node';
import {
  controlSubject,
  heldSubject,
  type Control,
  type Failed,
  type HeldReport,
  type Replies,
} from './controls-protocol.js';

const LISTING_MS = 1_500;
const ANSWER_MS = 30_000;

export class Operator {
  constructor(
    private readonly nats: NatsConnection,
    private readonly prefix: string,
  ) {}

  /** What every running service holds back. */
  async held(): Promise<HeldReport[]> {
    const replies = await this.nats.requestMany(heldSubject(this.prefix), '', {
      strategy: 'timer',
      maxWait: LISTING_MS,
    });
    const reports: HeldReport[] = [];
    for await (const reply of replies) reports.push(reply.json<HeldReport>());
    return reports.toSorted((a, b) => a.service.localeCompare(b.service));
  }

  /** Throws with the service's own words where it cannot do this, and where no such service runs. */
  async ask<C extends Control>(service: string, control: C): Promise<Replies[C['do']]> {
    const subject = controlSubject(this.prefix, service);
    const reply = await this.nats
      .request(subject, JSON.stringify(control), { timeout: ANSWER_MS })
      .catch((error: unknown) => {
        throw new Error(`${service} does not answer; does it run?`, { cause: error });
      });
    const answer = reply.json<Replies[C['do']] | Failed>();
    if (typeof answer === 'object' && 'error' in answer && Object.keys(answer).length === 1)
      throw new Error(answer.error!);
    return answer as Replies[C['do']];
  }
}
