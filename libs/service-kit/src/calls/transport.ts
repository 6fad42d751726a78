/**
 * Nest's transport for this system: commands and queries by NATS request/reply in a queue group, events through the kit's consumer,
 * deadlines through the kit's clock. Nest's own NATS transport knows no JetStream and masks errors.
 */
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Msg, Subscription } from '@nats-io/transport-node';
import type { CommandContract, EventContract, QueryContract } from '@xuncha/contracts';
import { DomainError } from '@xuncha/domain-kit';
import { lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { systemAct } from '../access/directory.js';
import type { Act } from '../access/act.js';
import type { Listener } from '../consume/listener.js';
import { callSubject, type Envelope } from '../envelope.js';
import type { Runtime } from '../runtime.js';
import type { RungHandler } from '../time/deadlines.js';
import { isTransient } from '../transaction.js';
import type { Calls, Handled } from './calls.js';
import { derivedCalls } from './derived.js';
import type { RungFired } from './decorators.js';
import { readRequest, refusalHeaders } from './protocol.js';

interface Marks {
  readonly contract?: CommandContract | QueryContract | EventContract;
  readonly consumer?: string;
  readonly rung?: string;
}

export class KitTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private subscription: Subscription | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly calls: Calls,
  ) {
    super();
  }

  /** Called by Nest when all handlers are known; the service opens its doors later, with `serve`. */
  listen(callback: () => void): void {
    callback();
  }

  /** From here on calls are answered. */
  serve(): void {
    const handled = this.handledCalls();
    const { service, config, nats } = this.runtime;
    this.subscription = nats.subscribe(callSubject(config.prefix, `${service}.>`), {
      queue: service,
      callback: (error, message) => {
        if (!error) void this.reply(handled, message);
      },
    });
  }

  /** Takes no new calls and waits for those in hand. */
  async close(): Promise<void> {
    await this.subscription?.drain().catch(() => undefined);
    const limit = Date.now() + 20_000;
    while (!this.calls.idle && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  listeners(): Listener[] {
    return this.marked().flatMap(([handler, { contract, consumer, rung }]) =>
      rung || contract?.kind !== 'event'
        ? []
        : [
            {
              consumer: consumer ?? 'main',
              type: contract.name,
              handle: async (event: Envelope, manager: EntityManager) => {
                const act = await this.actFor(event, manager);
                await handler(event, act);
              },
            },
          ],
    );
  }

  rungHandlers(): Map<string, RungHandler> {
    const found = this.marked().filter(([, marks]) => marks.rung);
    return new Map(
      found.map(([handler, marks]) => [
        marks.rung!,
        async (fired: RungFired, act: Act) => void (await handler(fired, act)),
      ]),
    );
  }

  on(): never {
    throw new Error('the kit transport has no events of its own');
  }
  unwrap<T>(): T {
    return this.runtime.nats as T;
  }

  private async actFor(event: Envelope, manager: EntityManager): Promise<Act> {
    const trace = { correlation: event.correlation, traceparent: event.traceparent };
    const act = await systemAct(this.runtime, manager, event.site, trace);
    act.cause = event;
    act.on = event.effective as Act['on'];
    return act;
  }

  private handledCalls(): Map<string, Handled> {
    const calls = this.marked().flatMap(([handler, { contract }]) =>
      contract && contract.kind !== 'event' ? [[contract.name, { contract, handler }] as const] : [],
    );
    const handled = new Map<string, Handled>(calls);
    return new Map([...handled, ...derivedCalls(handled)]);
  }

  private marked(): [handler: (data: unknown, context: unknown) => Promise<unknown>, marks: Marks][] {
    return [...this.messageHandlers.values()].map((handler) => [
      async (data, context) =>
        lastValueFrom(this.transformToObservable(await handler(data, context)), { defaultValue: undefined }),
      (handler.extras ?? {}) as Marks,
    ]);
  }

  private async reply(handled: ReadonlyMap<string, Handled>, message: Msg): Promise<void> {
    const request = readRequest(message, this.runtime.config.prefix);
    if (!request) return;
    const found = handled.get(request.contract);
    try {
      if (!found) throw new DomainError('request.unknown-contract', { contract: request.contract });
      message.respond(JSON.stringify(await this.calls.answer(found, request)));
    } catch (error) {
      this.refuse(message, error, request.contract);
    }
  }

  private refuse(message: Msg, error: unknown, contract: string): void {
    if (error instanceof DomainError) {
      message.respond(JSON.stringify(error.facts), { headers: refusalHeaders(error.code) });
      return;
    }
    if (isTransient(error)) {
      // The database went away meanwhile; whether it kept the work, only the same key can find out.
      this.runtime.log.warn({ reason: (error as Error).message, contract }, 'call broke off');
      const { service } = this.runtime;
      message.respond(JSON.stringify({ service }), { headers: refusalHeaders('service.slow') });
      return;
    }
    this.runtime.log.error({ err: error, contract }, 'call failed');
    message.respond('{}', { headers: refusalHeaders('internal') });
  }
}
