/** Who asks, in which site, for what, and what they may see: the first argument of every query, the second of every command. */
import { roleMay, type In, type Out, type Permission, type QueryContract } from '@xuncha/contracts';
import { dateIn, refuse, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import { call } from '../calls/protocol.js';
import type { Runtime } from '../runtime.js';
import type { Statement } from '../transaction.js';

/** A role in a site; with an organization or a team it holds for that one only. */
export interface Grant {
  readonly role: string;
  readonly organizationId: Id | null;
  readonly teamId: Id | null;
}
/** What a record belongs to, as far as rights go. Undefined: the record is not of any. */
export interface Scope {
  readonly organizationId?: Id | null;
  readonly teamId?: Id | null;
}
export interface Access {
  readonly grants: readonly Grant[];
  /** Organizations this account must stay away from: a denial that beats every role. */
  readonly recused: ReadonlySet<Id>;
}
/** Where a call comes from, carried along into everything it leads to. */
export interface Trace {
  readonly correlation: Id;
  readonly traceparent: string | null;
}

/** The instant, the chain of causes and the connection of one call. */
export interface Moment {
  readonly now: Date;
  readonly trace: Trace;
  readonly manager: EntityManager;
  /** Where the call is a transaction that writes its last statements together. */
  readonly later?: ((statement: Statement) => void) | undefined;
  /** What a person showed to be let in; the system itself has none. */
  readonly token?: string | undefined;
  /** The session that the token was given in. */
  readonly session?: Id | null | undefined;
}

export class Caller {
  constructor(
    readonly runtime: Runtime,
    readonly who: {
      readonly account: Id | null;
      readonly site: string;
      readonly permission: Permission | null;
    },
    readonly access: Access,
    readonly moment: Moment,
  ) {}

  get site(): string {
    return this.who.site;
  }
  get account(): Id | null {
    return this.who.account;
  }
  /** The account, where only a person can ask. */
  get person(): Id {
    return this.who.account ?? refuse('access.person-needed');
  }
  get manager(): EntityManager {
    return this.moment.manager;
  }
  /** By the site's clock: a rehearsal has its own. */
  get now(): Date {
    return this.moment.now;
  }
  get today(): BusinessDate {
    return dateIn(this.now);
  }

  /** The system itself, for listeners and deadlines, is not limited; a person needs a grant that reaches the record. */
  may(permission: Permission, scope: Scope = {}): boolean {
    if (this.account === null) return true;
    if (this.isRecusedFrom(scope.organizationId)) return false;
    return this.grantsOf(permission).some((grant) => reaches(grant, scope));
  }
  /** For what is decided beyond the permission of the contract itself. */
  demand(permission: Permission, scope: Scope = {}): void {
    if (!this.may(permission, scope)) refuse('access.denied', { permission });
  }
  /**
   * Asks another service in this person's own name and site: with their rights and no more. It gives up sooner than the transaction
   * that waits for it may take.
   */
  async ask<C extends QueryContract>(contract: C, input: In<C>): Promise<Out<C>> {
    const { token, trace } = this.moment;
    if (token === undefined) return refuse('access.person-needed');
    const { nats, config } = this.runtime;
    const answer = await call(nats, config.prefix, contract, input, { token, site: this.site, ...trace });
    return contract.output.parse(answer) as Out<C>;
  }
  isRecusedFrom(organizationId: Id | null | undefined): boolean {
    return !!organizationId && this.access.recused.has(organizationId);
  }
  grantsOf(permission: Permission): readonly Grant[] {
    return this.access.grants.filter((grant) => roleMay(grant.role, permission));
  }
  hasRole(role: string, scope: Scope = {}): boolean {
    return this.access.grants.some((grant) => grant.role === role && reaches(grant, scope));
  }
}

/** A limited grant reaches a record only by the dimension it is limited in; records without that dimension are common ground. */
function reaches(grant: Grant, scope: Scope): boolean {
  if (grant.teamId && scope.teamId !== undefined && scope.teamId !== grant.teamId) return false;
  if (grant.organizationId && scope.organizationId !== grant.organizationId) return false;
  return true;
}
