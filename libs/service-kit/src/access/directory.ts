/** What this service knows from identity's events: sites and their clocks, grants, recusals. Read at every call, so that a loss takes effect with the event. */
import type { Permission } from '@xuncha/contracts';
import {
  dateIn,
  idFromBytes,
  idToBytes,
  refuseIf,
  refuseUnless,
  type BusinessDate,
  type Id,
} from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Runtime } from '../runtime.js';
import type { Statement, Unit } from '../transaction.js';
import { Act } from './act.js';
import { Caller, type Access, type Grant, type Trace } from './caller.js';
import type { Provenance } from './provenance.js';

interface Line {
  what: 'site' | 'grant' | 'recused' | 'disabled' | 'ended';
  text: string | null;
  organization: Buffer | null;
  team: Buffer | null;
  clock: Date | null;
  starts: BusinessDate | null;
  ends: BusinessDate | null;
}
const EVERYTHING = `
  SELECT 'site' AS what, mode AS text, NULL AS organization, NULL AS team, clock, NULL AS starts, NULL AS ends
    FROM site WHERE code = ?
  UNION ALL SELECT 'grant', role, organization_id, team_id, NULL, valid_from, valid_until
    FROM access_grant WHERE site = ? AND account_id = ?
  UNION ALL SELECT 'recused', NULL, organization_id, NULL, NULL, NULL, NULL
    FROM access_recusal WHERE site = ? AND account_id = ?
  UNION ALL SELECT 'disabled', NULL, NULL, NULL, NULL, NULL, NULL FROM access_disabled WHERE account_id = ?
  UNION ALL SELECT 'ended', NULL, NULL, NULL, NULL, NULL, NULL FROM access_ended_session WHERE session_id = ?`;

export interface Asker {
  readonly account: Id;
  readonly site: string;
  /** Where the token was given. */
  readonly home: string;
  /** Absent where an errand goes on without the person. */
  readonly token?: string | undefined;
  readonly permission: Permission | null;
  readonly trace: Trace;
  readonly provenance: Provenance;
}

/** Everything a call needs to know of its asker, in one statement. */
export function askAbout({ account, site, provenance }: Asker): Statement {
  const id = idToBytes(account);
  const session = provenance.session ?? null;
  return { sql: EVERYTHING, values: [site, site, id, site, id, id, session && idToBytes(session)] };
}

/**
 * Makes a Caller or an Act of what `askAbout` read. Refuses with `access.disabled`, `session.ended`, `site.unknown` or
 * `access.denied`.
 */
export function recognize<C extends Caller>(
  make: Maker<C>,
  runtime: Runtime,
  asker: Asker,
  { manager, opened, later }: Pick<Unit, 'manager' | 'opened'> & Partial<Unit>,
): C {
  const lines = opened as Line[];
  const { account, site, permission, trace, token, provenance } = asker;
  refuseIf(
    lines.some((line) => line.what === 'disabled'),
    'access.disabled',
  );
  refuseIf(
    lines.some((line) => line.what === 'ended'),
    'session.ended',
  );
  const place = lines.find((line) => line.what === 'site');
  const now = place?.clock ?? new Date();
  const access = accessFrom(lines, dateIn(now));
  // Whether there is such a site is no concern of those who have no part in it.
  refuseIf(site !== asker.home && access.grants.length === 0, 'access.denied', { permission });
  refuseUnless(place, 'site.unknown', { site });
  const moment = { now, trace, manager, later, token, ...provenance };
  const caller = new make(runtime, { account, site, permission }, access, moment);
  refuseIf(permission !== null && caller.grantsOf(permission).length === 0, 'access.denied', { permission });
  return caller;
}

/** Whoever comes before they have signed in. */
export function nobody<C extends Caller>(
  make: Maker<C>,
  runtime: Runtime,
  { manager, provenance }: { manager: EntityManager; provenance: Provenance },
): C {
  const who = { account: null, site: '', permission: null };
  const trace = { correlation: '', traceparent: null };
  const moment = { now: new Date(), trace, manager, ...provenance };
  return new make(runtime, who, { grants: [], recused: new Set() }, moment);
}

type Maker<C extends Caller> = new (...args: ConstructorParameters<typeof Caller>) => C;

/** The system acting for a site: a listener or a deadline. */
export async function systemAct(
  runtime: Runtime,
  manager: EntityManager,
  site: string,
  trace: Trace,
): Promise<Act> {
  const access: Access = { grants: [], recused: new Set() };
  const now = await siteNowIn(manager, site);
  return new Act(runtime, { account: null, site, permission: null }, access, { now, trace, manager });
}

/** Clocks as they were first read in a transaction: events that share one do not ask again. */
const clocks = new WeakMap<EntityManager, Map<string, Promise<Date>>>();

/** `siteNow`, read once in a transaction. */
function siteNowIn(transaction: EntityManager, site: string): Promise<Date> {
  const known = clocks.get(transaction) ?? new Map<string, Promise<Date>>();
  clocks.set(transaction, known);
  const now = known.get(site) ?? siteNow(transaction, site);
  known.set(site, now);
  return now;
}

/** Wall time, or the clock of a rehearsal site. */
export async function siteNow(manager: EntityManager, site: string): Promise<Date> {
  const rows = (await manager.query('SELECT clock FROM site WHERE code = ?', [site])) as {
    clock: Date | null;
  }[];
  return rows[0]?.clock ?? new Date();
}

/** A grant counts on the days it was given for, by the site's clock. */
function accessFrom(lines: readonly Line[], today: BusinessDate): Access {
  const grants: Grant[] = [];
  const recused = new Set<Id>();
  for (const line of lines) {
    const organizationId = line.organization && idFromBytes(line.organization);
    if (line.what === 'recused') recused.add(organizationId!);
    if (line.what === 'grant' && isWithin(line, today))
      grants.push({ role: line.text!, organizationId, teamId: line.team && idFromBytes(line.team) });
  }
  return { grants, recused };
}

function isWithin({ starts, ends }: Line, today: BusinessDate): boolean {
  return (starts === null || starts <= today) && (ends === null || today <= ends);
}
