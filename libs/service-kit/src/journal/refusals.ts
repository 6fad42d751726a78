/**
 * Commands that were refused are on record too, in the same chain: who, which contract, on which record, why. Never what the input said.
 * A flood cannot fill the disk: the first of a kind is written at once, the rest of its minute are counted and written as one.
 */
import { Injectable } from '@nestjs/common';
import {
  allContracts,
  decide,
  type CommandContract,
  type EventContract,
  type Fact,
  type Permission,
  type QueryContract,
} from '@xuncha/contracts';
import { DomainError, isId, newId, type Id } from '@xuncha/domain-kit';
import { Entity, type EntityManager } from 'typeorm';
import { Act } from '../access/act.js';
import { systemAct } from '../access/directory.js';
import { provenanceOf, type Provenance } from '../access/provenance.js';
import type { TokenClaims, Tokens } from '../access/tokens.js';
import type { Request } from '../calls/protocol.js';
import type { Runtime } from '../runtime.js';
import { AggregateRow, IdColumn, InstantColumn, NumberColumn, TextColumn } from '../store/columns.js';
import { sameColumns, Store } from '../store/store.js';
import { transact } from '../transaction.js';

/** A refusal as it is kept; of the same kind, several may be one. */
type Refusal = {
  readonly id: Id;
  readonly accountId: Id;
  readonly contract: string;
  readonly code: string;
  readonly recordId: Id | null;
  readonly seen: number | null;
  readonly times: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
};

@Entity('refusal')
export class RefusalRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @TextColumn() contract!: string;
  @TextColumn() code!: string;
  @IdColumn({ nullable: true }) recordId!: Id | null;
  @NumberColumn({ nullable: true }) seen!: number | null;
  @NumberColumn() times!: number;
  @InstantColumn() firstAt!: Date;
  @InstantColumn() lastAt!: Date;
}

@Injectable()
export class RefusalStore extends Store<Refusal, RefusalRow> {
  constructor(service: string) {
    super({ aggregate: `${service}.refusal`, row: RefusalRow, ...sameColumns() });
  }
}

/** What is counted together: one account's refusals of one kind. */
interface Counted {
  readonly key: string;
  readonly account: Id;
  readonly home: string;
  readonly site: string;
  readonly contract: string;
  readonly code: string;
  readonly correlation: Id;
  readonly provenance: Provenance;
  /** When its minute is over. */
  readonly until: number;
  recordId: Id | null;
  seen: number | null;
  times: number;
  firstAt: Date;
  lastAt: Date;
  isDue: boolean;
}

/** Malformed input, sign-in and trouble of the system are no refusals by a rule. */
const NO_RULE = /^(request|session|service|cursor|file|table|internal|id|money)\b/;
const MINUTE_MS = 60_000;
const TURN_MS = 250;
/** What one account can put on record in a minute; what is beyond is counted as one. */
const KINDS_OF_ACCOUNT = 30;
const BEYOND = { contract: 'many.contracts', code: 'many' };

export class Refusals {
  private readonly counted = new Map<string, Counted>();
  private readonly kinds = new Map<Id, number>();
  private readonly noted: EventContract | undefined;
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly runtime: Runtime,
    private readonly tokens: Tokens,
    private readonly store: RefusalStore,
  ) {
    const name = `${runtime.service}.refusal.noted`;
    const found = allContracts().find((contract) => contract.name === name);
    this.noted = found?.kind === 'event' ? found : undefined;
  }

  start(): void {
    this.timer = setInterval(() => this.turn(), TURN_MS);
  }

  /** Writes what was counted so far. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    for (const each of this.counted.values()) each.isDue = each.times > 0;
    this.turn();
    await this.current;
  }

  /** Only counts; writing is done beside the calls. */
  note(contract: CommandContract | QueryContract, request: Request, error: unknown): void {
    if (!this.noted || !(error instanceof DomainError) || !concerns(contract, error.code)) return;
    const who = this.whoAsks(request);
    if (!who) return;
    const each = this.countedOf({ contract, code: error.code, request }, who);
    each.times += 1;
    each.lastAt = new Date();
    if (each.times > 1) return;
    each.firstAt = each.lastAt;
    Object.assign(each, recordIn(contract, request.input, error));
  }

  private whoAsks({ token }: Request) {
    try {
      return this.tokens.verify(token);
    } catch {
      return null;
    }
  }

  private countedOf({ contract, code, request }: Kind, claims: TokenClaims): Counted {
    const site = request.site ?? claims.site;
    const own = keyOf(claims.sub, site, contract.name, code);
    const isBeyond = !this.counted.has(own) && (this.kinds.get(claims.sub) ?? 0) >= KINDS_OF_ACCOUNT;
    const named = isBeyond ? BEYOND : { contract: contract.name, code };
    const key = keyOf(claims.sub, site, named.contract, named.code);
    const found = this.counted.get(key);
    if (found) return found;
    const at = new Date();
    const counted: Counted = {
      ...named,
      key,
      account: claims.sub,
      home: claims.site,
      site,
      correlation: request.correlation,
      provenance: provenanceOf(request, claims, contract.permission as Permission | undefined),
      until: Date.now() + MINUTE_MS,
      recordId: null,
      seen: null,
      times: 0,
      firstAt: at,
      lastAt: at,
      isDue: true,
    };
    this.keep(counted);
    return counted;
  }

  private turn(): void {
    const now = Date.now();
    const over = [...this.counted.values()].filter(({ until }) => now >= until);
    for (const each of over) this.forget(each);
    const begun = [...this.counted.values()].filter(({ isDue }) => isDue);
    const due = [...over, ...begun].filter(({ times }) => times > 0);
    if (due.length > 0) this.current = this.current.then(() => this.write(due));
  }

  private keep(each: Counted): void {
    this.counted.set(each.key, each);
    this.kinds.set(each.account, (this.kinds.get(each.account) ?? 0) + 1);
  }

  private forget({ key, account }: Counted): void {
    this.counted.delete(key);
    const left = this.kinds.get(account)! - 1;
    if (left > 0) this.kinds.set(account, left);
    else this.kinds.delete(account);
  }

  /** What is counted meanwhile, and all of it where the database is away, is written another time. */
  private async write(due: readonly Counted[]): Promise<void> {
    const taken = due.filter(({ times }) => times > 0).map((of) => ({ ...of, of }));
    for (const { of } of taken) Object.assign(of, { times: 0, isDue: false });
    try {
      await transact(this.runtime.db, async (manager) => {
        for (const each of taken) await this.store.add(await this.actOf(manager, each), this.refused(each));
      });
      this.runtime.committed();
    } catch (error) {
      this.runtime.log.warn({ err: error }, 'refusals are not on record yet');
      for (const { of, times, firstAt } of taken) this.oweAgain(of, times, firstAt);
    }
  }

  private oweAgain(of: Counted, times: number, firstAt: Date): void {
    const each = this.counted.get(of.key) ?? of;
    if (each === of && !this.counted.has(of.key)) this.keep(of);
    each.times += times;
    each.firstAt = firstAt;
    each.isDue = true;
  }

  /** In the site it was asked of, where there is one; a stranger may name what is none. */
  private async actOf(manager: EntityManager, each: Counted): Promise<Act> {
    const [known] = (await manager.query('SELECT 1 FROM site WHERE code = ?', [each.site])) as unknown[];
    const site = known ? each.site : each.home;
    const trace = { correlation: each.correlation, traceparent: null };
    const { runtime, access, moment } = await systemAct(this.runtime, manager, site, trace);
    const who = { account: each.account, site, permission: null };
    return new Act(runtime, who, access, { ...moment, ...each.provenance });
  }

  private refused(each: Counted) {
    const { account: accountId, contract, code, recordId, seen, times, firstAt, lastAt } = each;
    const refusal = { id: newId(), accountId, contract, code, recordId, seen, times, firstAt, lastAt };
    const body = {
      refusalId: refusal.id,
      contract,
      code,
      times,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
      ...(recordId ? { recordId } : {}),
      ...(seen ? { seen } : {}),
    };
    const fact: Fact = { contract: this.noted!, body };
    return decide(refusal, fact);
  }
}

interface Kind {
  readonly contract: CommandContract | QueryContract;
  readonly code: string;
  readonly request: Request;
}

const keyOf = (...parts: readonly string[]) => parts.join(' ');

/** Commands that a rule refused, and whatever a right refused. */
function concerns({ kind }: CommandContract | QueryContract, code: string): boolean {
  return code.startsWith('access.') || (kind === 'command' && !NO_RULE.test(code));
}

/** Which record, as the refusal or the address names it, and which version the person had before them. Nothing else of the input. */
function recordIn({ route }: CommandContract | QueryContract, input: unknown, { facts }: DomainError) {
  const fields = (input ?? {}) as Readonly<Record<string, unknown>>;
  const named = [facts.id, ...(route?.parameters ?? []).map((name) => fields[name]).reverse()];
  const recordId = named.find((value) => typeof value === 'string' && isId(value)) ?? null;
  const { seen } = fields;
  return { recordId, seen: Number.isSafeInteger(seen) && Number(seen) > 0 ? seen : null };
}
