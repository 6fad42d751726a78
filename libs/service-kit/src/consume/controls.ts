/** Answers operations for the consumers of this service: what is held back, replay, epochs, rebuilding. */
import type { Msg, Subscription } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Runtime } from '../runtime.js';
import {
  Control,
  controlSubject,
  heldSubject,
  type HeldReport,
  type Replies,
  type Standing,
} from './controls-protocol.js';
import { acceptEpoch } from './cursor.js';
import { heldBack, heldVersions, unpark } from './held-report.js';
import type { Reader } from './reader.js';
import { beginRebuild } from './rebuild.js';

export class Controls {
  private subscriptions: Subscription[] = [];

  constructor(
    private readonly runtime: Runtime,
    private readonly readers: readonly Reader[],
    private readonly projections: Readonly<Record<string, readonly string[]>>,
  ) {}

  start(): void {
    const { service, config } = this.runtime;
    this.subscriptions = [
      this.answer(heldSubject(config.prefix), () => this.report()),
      this.answer(controlSubject(config.prefix, service), (message) =>
        this.obey(Control.parse(message.json())),
      ),
    ];
  }

  stop(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private answer(subject: string, work: (message: Msg) => Promise<unknown>): Subscription {
    return this.runtime.nats.subscribe(subject, {
      queue: this.runtime.service,
      callback: (error, message) => {
        if (!error) void this.reply(message, work);
      },
    });
  }

  /** Never throws: what a callback throws would end the connection of the whole service. */
  private async reply(message: Msg, work: (message: Msg) => Promise<unknown>): Promise<void> {
    let answer: unknown;
    try {
      answer = await work(message);
    } catch (failure) {
      const error = failure instanceof z.ZodError ? z.prettifyError(failure) : (failure as Error).message;
      this.runtime.log.warn({ subject: message.subject, reason: error }, 'operation failed');
      answer = { error };
    }
    if (!this.runtime.nats.isClosed()) message.respond(JSON.stringify(answer));
  }

  private async report(): Promise<HeldReport> {
    const refused = this.readers.flatMap(({ refused: epoch, reading: { consumer, source } }) =>
      epoch ? [{ consumer, source, epoch }] : [],
    );
    return { service: this.runtime.service, held: await heldBack(this.runtime.db), refused };
  }

  private async obey(control: Control): Promise<Replies[keyof Replies]> {
    const { db } = this.runtime;
    const readers = control.consumer === undefined ? [] : this.readersOf(control.consumer);
    switch (control.do) {
      case 'show':
        return heldVersions(db, control, control.withBody);
      case 'replay':
        return this.replay(control, readers);
      case 'accept-epoch':
        return { isChanged: await acceptEpoch(db, control, control.epoch) };
      case 'rebuild':
        return { consumers: await this.rebuild(control.consumer) };
      case 'standing':
        return Promise.all(readers.map(standingOf));
    }
  }

  private async replay(target: { consumer: string; aggregateId: string }, readers: readonly Reader[]) {
    if (!(await unpark(this.runtime.db, target))) throw new Error('nothing is parked there');
    for (const reader of readers) await reader.retry(target.aggregateId);
    const left = await heldVersions(this.runtime.db, target, false);
    return { stillHeld: left.length, error: left.find(({ state }) => state === 'parked')?.error ?? null };
  }

  private async rebuild(only: string | undefined): Promise<string[]> {
    const consumers = only ? [only] : Object.keys(this.projections);
    for (const consumer of consumers) {
      if (!this.projections[consumer])
        throw new Error(`${consumer} is no projection: what it did cannot be done again`);
    }
    for (const consumer of consumers) await beginRebuild(this.runtime.db, consumer);
    return consumers;
  }

  private readersOf(consumer: string): Reader[] {
    const readers = this.readers.filter(({ reading }) => reading.consumer === consumer);
    if (readers.length === 0) throw new Error(`${this.runtime.service} has no consumer ${consumer}`);
    return readers;
  }
}

async function standingOf(reader: Reader): Promise<Standing> {
  const { clearing, ordinal, lag } = await reader.standing();
  return { source: reader.reading.source, isClearing: clearing, ordinal, lag: lag ?? null };
}
