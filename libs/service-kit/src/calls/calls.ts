/**
 * What happens to every command and query before and after its handler: deadline, bounded concurrency, input, who asks, permission,
 * one transaction, idempotency, and an answer that is either the output or a code with facts.
 */
import type { CommandContract, Contract, QueryContract, Receipt } from '@xuncha/contracts';
import {
  canonicalHash,
  DomainError,
  idFromBytes,
  idToBytes,
  isDate,
  refuse,
  refuseIf,
  type BusinessDate,
} from '@xuncha/domain-kit';
import { Act } from '../access/act.js';
import { Caller } from '../access/caller.js';
import { askAbout, nobody, recognize, type Asker } from '../access/directory.js';
import { provenanceOf } from '../access/provenance.js';
import { refuseBeyondScopes } from '../access/scopes.js';
import type { Tokens } from '../access/tokens.js';
import type { Refusals } from '../journal/refusals.js';
import type { Witness } from '../look/witness.js';
import type { Runtime } from '../runtime.js';
import { isDuplicate, isTransient, transactUnit } from '../transaction.js';
import type { Request } from './protocol.js';

export type Handler = (input: unknown, caller: unknown) => Promise<unknown>;
export interface Handled {
  readonly contract: CommandContract | QueryContract;
  readonly handler: Handler;
}

const CONCURRENT = 64;
const QUEUED = 512;
const ATTEMPTS = 4;
/** A business date may not lie further ahead than this: the clock of a laptop may be wrong, the year may not. */
const DAY_MS = 86_400_000;

export class Calls {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly runtime: Runtime,
    private readonly tokens: Tokens,
    /** Who was refused what, and who was shown what, is on record. */
    private readonly watch: { readonly refusals: Refusals; readonly witness: Witness },
  ) {}

  /** Answers the output; throws DomainError for refusals and anything else for bugs. */
  async answer(handled: Handled, request: Request): Promise<unknown> {
    const { metrics } = this.runtime;
    const name = handled.contract.name;
    const stop = metrics.callSeconds.startTimer({ contract: name });
    await this.enter(request);
    metrics.inFlight.set(this.running);
    try {
      const output = await this.dispatch(handled, request);
      metrics.commands.inc({ contract: name, outcome: 'done' });
      return output;
    } catch (error) {
      this.watch.refusals.note(handled.contract, request, error);
      metrics.commands.inc({ contract: name, outcome: error instanceof DomainError ? error.code : 'failed' });
      throw error;
    } finally {
      this.leave();
      stop();
    }
  }

  get idle(): boolean {
    return this.running === 0 && this.queue.length === 0;
  }

  private async dispatch({ contract, handler }: Handled, request: Request): Promise<unknown> {
    const input = parseInput(contract, request.input);
    const asker = this.askerOf(contract, request);
    if (contract.kind === 'query') {
      const viewer = await this.viewer(asker, request);
      return this.watch.witness.seen(contract, viewer, input, await handler(input, viewer));
    }
    return this.command(contract, handler, { input, asker, request });
  }

  private async command(contract: CommandContract, handler: Handler, call: CommandCall): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(contract, handler, call);
      } catch (error) {
        const earlier = await this.earlierReceipt(contract, call, error);
        if (earlier) return earlier;
        if (!isTransient(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async viewer(asker: Asker | null, request: Request): Promise<Caller> {
    const { manager } = this.runtime.db;
    if (!asker) return nobody(Caller, this.runtime, { manager, provenance: provenanceOf(request) });
    const { sql, values } = askAbout(asker);
    const opened = (await manager.query(sql, [...values])) as unknown[];
    return recognize(Caller, this.runtime, asker, { manager, opened });
  }

  /** State, journal and the note of this key commit together, or none of them does. */
  private async once(contract: CommandContract, handler: Handler, call: CommandCall): Promise<unknown> {
    const { asker, request } = call;
    const output = await transactUnit(this.runtime.db, asker && askAbout(asker), async (unit) => {
      const act = asker
        ? recognize(Act, this.runtime, asker, unit)
        : nobody(Act, this.runtime, { manager: unit.manager, provenance: provenanceOf(request) });
      const { on } = call.input as { on?: BusinessDate };
      if (on !== undefined) act.on = refuseFuture(on, act);
      const result = await handler(call.input, act);
      if (isReceipt(result) && act.account) await remember(act, contract, call, result);
      return result;
    });
    this.runtime.committed();
    return output;
  }

  /** A retry of what was done already is answered with what it did; the same key with another input is refused. */
  private async earlierReceipt(
    contract: CommandContract,
    call: CommandCall,
    error: unknown,
  ): Promise<Receipt | null> {
    const repeats = isDuplicate(error) || error instanceof DomainError;
    if (!repeats || !call.asker) return null;
    if (error instanceof DomainError && error.code.startsWith('access.')) return null;
    const rows = (await this.runtime.db.query(
      `SELECT input_hash, result_id, result_version, result_number FROM idempotency
       WHERE site = ? AND account = ? AND contract = ? AND request_key = ?`,
      [call.asker.site, idToBytes(call.asker.account), contract.name, call.request.key],
    )) as { input_hash: Buffer; result_id: Buffer; result_version: number; result_number: string | null }[];
    const row = rows[0];
    if (!row) return null;
    refuseIf(!row.input_hash.equals(canonicalHash(call.input)), 'request.key-reused');
    const number = row.result_number ?? undefined;
    return { id: idFromBytes(row.result_id), version: row.result_version, ...(number ? { number } : {}) };
  }

  private askerOf(contract: Contract, request: Request): Asker | null {
    const call = contract as CommandContract | QueryContract;
    if (!call.permission && !request.token && !call.route) return null;
    const { token, correlation, traceparent } = request;
    const claims = this.tokens.verify(token);
    refuseBeyondScopes(claims, call.permission);
    const { sub, site: home } = claims;
    return {
      account: sub,
      site: request.site ?? home,
      home,
      token: token!,
      permission: call.permission ?? null,
      trace: { correlation, traceparent },
      provenance: provenanceOf(request, claims, call.permission),
    };
  }

  private async enter(request: Request): Promise<void> {
    if (this.running >= CONCURRENT) {
      refuseIf(this.queue.length >= QUEUED, 'service.overloaded', { service: this.runtime.service });
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else this.running++;
    if (Date.now() > request.deadline) {
      this.leave();
      refuse('request.too-late');
    }
  }

  /** The place goes to the next in the queue, if any. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running--;
  }
}

interface CommandCall {
  readonly input: unknown;
  readonly asker: Asker | null;
  readonly request: Request;
}

/** Refuses with `request.invalid` and, for every fault, the path of the field and a code. */
function parseInput(contract: CommandContract | QueryContract, input: unknown): unknown {
  const parsed = contract.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .slice(0, 50)
    .map((issue) => ({ field: issue.path.join('.'), code: issue.code }));
  return refuse('request.invalid', { errors });
}

function refuseFuture(on: string, act: Act): BusinessDate {
  if (!isDate(on)) return refuse('date.invalid', { text: on });
  refuseIf(Date.parse(`${on}T00:00:00+08:00`) > act.now.getTime() + DAY_MS, 'date.in-future', {
    on,
    today: act.today,
  });
  return on;
}

function isReceipt(output: unknown): output is Receipt {
  const receipt = output as Partial<Receipt> | null;
  return typeof receipt?.id === 'string' && typeof receipt.version === 'number';
}

async function remember(
  act: Act,
  contract: CommandContract,
  call: CommandCall,
  receipt: Receipt,
): Promise<void> {
  await act.write('INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))', [
    act.site,
    idToBytes(act.person),
    contract.name,
    call.request.key,
    canonicalHash(call.input),
    idToBytes(receipt.id),
    receipt.version,
    receipt.number ?? null,
  ]);
}
