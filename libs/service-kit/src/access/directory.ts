/** What this service knows from identity's events: sites and their clocks, grants, recusals. Read at every call, so that a loss takes effect with the event. */
import type { Permission } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Runtime } from '../runtime.js';
import { Act } from './act.js';
import { Caller, type Access, type Grant, type Trace } from './caller.js';

interface Line {
  what: 'site' | 'grant' | 'recused' | 'disabled';
  text: string | null;
  organization: Buffer | null;
  team: Buffer | null;
  clock: Date | null;
}
const EVERYTHING = `
  SELECT 'site' AS what, mode AS text, NULL AS organization, NULL AS team, clock FROM site WHERE code = ?
  UNION ALL SELECT 'grant', role, organization_id, team_id, NULL FROM access_grant WHERE site = ? AND account_id = ?
  UNION ALL SELECT 'recused', NULL, organization_id, NULL, NULL FROM access_recusal WHERE site = ? AND account_id = ?
  UNION ALL SELECT 'disabled', NULL, NULL, NULL, NULL FROM access_disabled WHERE account_id = ?`;

export interface Asker {
  readonly account: Id;
  readonly site: string;
  readonly permission: Permission | null;
  readonly trace: Trace;
}

/** Refuses with `access.disabled`, `site.unknown` or `access.denied`; the answer is made for `make`: a Caller or an Act. */
export async function identify<C extends Caller>(
  make: new (...args: ConstructorParameters<typeof Caller>) => C,
  runtime: Runtime,
  manager: EntityManager,
  asker: Asker,
): Promise<C> {
  const account = idToBytes(asker.account);
  const { site, permission } = asker;
  const lines = (await manager.query(EVERYTHING, [site, site, account, site, account, account])) as Line[];
  refuseIf(
    lines.some((line) => line.what === 'disabled'),
    'access.disabled',
  );
  const place = lines.find((line) => line.what === 'site');
  refuseUnless(place, 'site.unknown', { site });
  const moment = { now: place.clock ?? new Date(), trace: asker.trace, manager };
  const caller = new make(runtime, { account: asker.account, site, permission }, accessFrom(lines), moment);
  refuseIf(permission !== null && caller.grantsOf(permission).length === 0, 'access.denied', { permission });
  return caller;
}

/** The system acting for a site: a listener or a deadline. */
export async function systemAct(
  runtime: Runtime,
  manager: EntityManager,
  site: string,
  trace: Trace,
): Promise<Act> {
  const access: Access = { grants: [], recused: new Set() };
  const now = await siteNow(manager, site);
  return new Act(runtime, { account: null, site, permission: null }, access, { now, trace, manager });
}

/** Wall time, or the clock of a rehearsal site. */
export async function siteNow(manager: EntityManager, site: string): Promise<Date> {
  const rows = (await manager.query('SELECT clock FROM site WHERE code = ?', [site])) as {
    clock: Date | null;
  }[];
  return rows[0]?.clock ?? new Date();
}

function accessFrom(lines: readonly Line[]): Access {
  const grants: Grant[] = [];
  const recused = new Set<Id>();
  for (const line of lines) {
    const organizationId = line.organization && idFromBytes(line.organization);
    if (line.what === 'recused') recused.add(organizationId!);
    if (line.what === 'grant')
      grants.push({ role: line.text!, organizationId, teamId: line.team && idFromBytes(line.team) });
  }
  return { grants, recused };
}
