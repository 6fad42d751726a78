/** What has happened to one record, from the journal that proves it; without what the events say. */
import { MOST_HISTORY, type AnsweredFrom, type HistoryEntry } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Caller } from '../access/caller.js';

interface Line {
  event: string;
  version: number;
  at: Date;
  effectiveOn: BusinessDate;
  actor: Buffer | null;
}

/** The newest last. Whoever asks has been shown the record. */
export async function historyOf(
  viewer: Caller,
  id: Id,
  { read, inside = [] }: Pick<AnsweredFrom, 'read' | 'inside'>,
): Promise<{ items: HistoryEntry[] }> {
  const lines = (await viewer.manager.query(
    `SELECT type AS event, version, recorded_at AS at, effective AS effectiveOn, actor FROM journal
     WHERE site = ? AND aggregate_id = ? ORDER BY version DESC LIMIT ${MOST_HISTORY}`,
    [viewer.site, idToBytes(id)],
  )) as Line[];
  const organizations = organizationsAlone(viewer, read);
  const items = lines.toReversed().map(entryOf);
  if (!organizations) return { items };
  const own = await peopleOf(viewer, organizations);
  const told = items.filter(({ event }) => !inside.includes(event));
  return { items: told.map((item) => (item.accountId && own.has(item.accountId) ? item : nameless(item))) };
}

/** Who worked on it elsewhere would say who was there, and when (rules.md 13). */
const nameless = (item: HistoryEntry): HistoryEntry => ({ ...item, accountId: null });

/** Of whoever reads it for one organization, and not for the whole site; undefined for all others. */
function organizationsAlone(viewer: Caller, { permission }: AnsweredFrom['read']): Id[] | undefined {
  const grants = viewer.grantsOf(permission!);
  const isOfSite = grants.some(({ organizationId, teamId }) => organizationId === null && teamId === null);
  const own = grants.flatMap(({ organizationId }) => organizationId ?? []);
  return isOfSite || own.length === 0 ? undefined : own;
}

async function peopleOf({ manager, site }: Caller, organizations: readonly Id[]): Promise<Set<Id>> {
  const rows = (await manager.query(
    'SELECT DISTINCT account_id AS id FROM access_grant WHERE site = ? AND organization_id IN (?)',
    [site, organizations.map(idToBytes)],
  )) as { id: Buffer }[];
  return new Set(rows.map(({ id }) => idFromBytes(id)));
}

function entryOf({ event, version, at, effectiveOn, actor }: Line): HistoryEntry {
  return { event, version, at: at.toISOString(), effectiveOn, accountId: actor && idFromBytes(actor) };
}
