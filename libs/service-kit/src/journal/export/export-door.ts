/** Hands out exports over core NATS, a piece at a time as they are asked for, so that neither side ever holds more than one. */
import type { Msg, Subscription } from '@nats-io/transport-node';
import { newId } from '@xuncha/domain-kit';
import type { Runtime } from '../../runtime.js';
import type { AnyStore } from '../state-proof.js';
import { exportSite, type Piece } from './exporter.js';

export const exportSubject = (prefix: string, service: string) => `${prefix}-ops.export.${service}`;

/** Where the pieces of one export are asked for. */
export interface Opened {
  readonly subject: string;
}
export type Answer = Piece | { readonly error: string };

/** Whoever asks no more has given up. */
const SILENCE_MS = 20_000;

export class ExportDoor {
  private subscription: Subscription | undefined;
  private readonly open = new Set<() => void>();

  constructor(
    private readonly runtime: Runtime,
    private readonly stores: readonly AnyStore[],
  ) {}

  start(): void {
    const { nats, config, service } = this.runtime;
    this.subscription = nats.subscribe(exportSubject(config.prefix, service), {
      queue: service,
      callback: (error, message) => {
        if (!error) message.respond(JSON.stringify(this.begin(message.json<{ site: string }>())));
      },
    });
  }

  stop(): void {
    this.subscription?.unsubscribe();
    for (const end of this.open) end();
  }

  private begin({ site }: { site: string }): Opened {
    const { nats, config, service } = this.runtime;
    const pieces = exportSite(this.runtime, this.stores, site);
    const subject = `${exportSubject(config.prefix, service)}.${newId()}`;
    const end = () => {
      clearTimeout(silence);
      asked.unsubscribe();
      this.open.delete(end);
      pieces
        .return(undefined)
        .catch((error: unknown) => this.runtime.log.warn({ err: error }, 'export ended badly'));
    };
    const asked = nats.subscribe(subject, {
      callback: (error, message) => {
        silence.refresh();
        if (!error) void this.answer(message, pieces).then((isLast) => isLast && end());
      },
    });
    const silence = setTimeout(end, SILENCE_MS);
    this.open.add(end);
    return { subject };
  }

  private async answer(message: Msg, pieces: AsyncGenerator<Piece>): Promise<boolean> {
    try {
      const { value } = (await pieces.next()) as { value: Piece };
      message.respond(JSON.stringify(value satisfies Answer));
      return 'section' in value;
    } catch (error) {
      message.respond(JSON.stringify({ error: (error as Error).message } satisfies Answer));
      return true;
    }
  }
}
