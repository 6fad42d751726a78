/** What consumers anywhere tell about how far they are, and what they are answered: see `progressSubject`. */
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Lease } from './lease.js';

/** Core-NATS subject on which a consumer tells the leader of `service` how far it has applied. Replicas that do not lead keep silent. */
export function progressSubject(prefix: string, service: string): string {
  return `${prefix}-progress.${service}`;
}

const Progress = z.object({
  consumer: z.string().regex(/^[\x21-\x7e]{1,80}$/),
  /** Everything up to here is applied there; 0 where nothing is. */
  ordinal: z.int().min(0),
});
type Progress = z.infer<typeof Progress>;

export interface ProgressReply {
  ok: true;
  leader: true;
  streamCreated: string;
  /** Ordinal, and sequence, at which the stream begins. */
  firstOrdinal: number;
}

interface Report extends Progress {
  message: Msg;
}

export class Subscribers {
  private readonly subscription: Subscription;
  private waiting: Report[] = [];

  constructor(
    private readonly lease: Lease,
    nats: NatsConnection,
    subject: string,
    wake: () => void,
  ) {
    this.subscription = nats.subscribe(subject, {
      callback: (_error, message) => {
        const progress = parse(message);
        if (!progress) return;
        this.waiting.push({ ...progress, message });
        wake();
      },
    });
  }

  /** Takes the reports that have come and keeps them; a rebuilt consumer's is lower than its last. */
  async take(): Promise<Report[]> {
    const reports = this.waiting;
    if (reports.length === 0) return [];
    this.waiting = [];
    await this.lease.hold((manager) =>
      manager.query('REPLACE INTO subscriber (consumer, ordinal, seen_at) VALUES ?', [
        reports.map(({ consumer, ordinal }) => [consumer, ordinal, new Date()]),
      ]),
    );
    return reports;
  }

  stop(): void {
    if (!this.subscription.isClosed()) this.subscription.unsubscribe();
  }
}

/** Undefined for what is no report; whoever sent it learns so by having no answer. */
function parse(message: Msg): Progress | undefined {
  try {
    return Progress.parse(message.json());
  } catch {
    return undefined;
  }
}
