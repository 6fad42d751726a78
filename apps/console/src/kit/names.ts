/** Names of what records refer to by id: asked for many at a time, kept for as long as the page is open. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/client.js';
import type { QueryName } from '../api/names.js';
import { mayAsk } from '../api/rights.js';

/** Ids that are asked for within this time go in one query. */
const TOGETHER_MS = 15;
const AT_ONCE = 200;

class Names {
  private waiting = new Map<string, ((name: string | null) => void)[]>();

  constructor(
    private readonly fetch: (ids: string[]) => Promise<{ items: readonly { id: string; name: string }[] }>,
  ) {}

  /** Null where the viewer must not know of it, or there is no such thing. */
  nameOf(id: string): Promise<string | null> {
    if (this.waiting.size === 0) setTimeout(() => void this.flush(), TOGETHER_MS);
    return new Promise((resolve) => this.waiting.set(id, [...(this.waiting.get(id) ?? []), resolve]));
  }

  private async flush(): Promise<void> {
    const asked = [...this.waiting];
    this.waiting = new Map();
    for (let start = 0; start < asked.length; start += AT_ONCE) {
      const part = asked.slice(start, start + AT_ONCE);
      const found = await this.fetch(part.map(([id]) => id)).catch(() => ({ items: [] }));
      const names = new Map(found.items.map(({ id, name }) => [id, name]));
      for (const [id, resolves] of part) for (const resolve of resolves) resolve(names.get(id) ?? null);
    }
  }
}

const organizations = new Names((ids) => ask('organizationNames', { ids }));
const listed = new Names((ids) => ask('namesInDirectory', { ids }));
const accounts = new Names((ids) => ask('accountNames', { ids }));
const inspectors = new Names((ids) => ask('inspectorNames', { ids }));
const inspections = new Names(async (ids) => {
  const { items } = await ask('inspectionNames', { ids });
  const named = items.map(async ({ id, organizationId, designation }) => ({
    id,
    name: `${(await organizations.nameOf(organizationId)) ?? ''} · ${designation}`,
  }));
  return { items: await Promise.all(named) };
});
const findings = new Names((ids) => ask('findingNames', { ids }));

/** Whoever may not read such records does not ask. */
const ifAllowed = (query: QueryName, read: (id: string) => Promise<string | null>) => async (id: string) =>
  (await mayAsk(query)) ? read(id) : null;

const nameInDirectory = ifAllowed('namesInDirectory', (id) => listed.nameOf(id));

const one: Readonly<Record<NameKind, (id: string) => Promise<string | null>>> = {
  organization: async (id) =>
    (await mayAsk('organizationNames')) ? organizations.nameOf(id) : nameInDirectory(id),
  account: (id) => accounts.nameOf(id),
  round: ifAllowed('readRound', async (roundId) => (await ask('readRound', { roundId })).name),
  term: ifAllowed('readTerm', async (termId) => (await ask('readTerm', { termId })).name),
  team: ifAllowed('readTeam', async (teamId) => (await ask('readTeam', { teamId })).designation),
  inspector: ifAllowed('inspectorNames', (id) => inspectors.nameOf(id)),
  finding: ifAllowed('findingNames', (id) => findings.nameOf(id)),
  inspection: ifAllowed('inspectionNames', (id) => inspections.nameOf(id)),
  site: ifAllowed('listPeers', async (peerSite) => {
    const { items } = await ask('listPeers', { peerSite });
    return items.find(({ peerName }) => peerName !== null)?.peerName ?? null;
  }),
  hearing: ifAllowed(
    'readHearing',
    async (hearingId) => `${(await ask('readHearing', { hearingId })).heldOn} 会议`,
  ),
};

export type NameKind =
  | 'site'
  | 'organization'
  | 'account'
  | 'round'
  | 'term'
  | 'team'
  | 'inspector'
  | 'inspection'
  | 'finding'
  | 'hearing';

/** An empty id has no name. */
export function useName(kind: NameKind, id: string): string | null | undefined {
  const { data } = useQuery({
    queryKey: ['name', kind, id],
    queryFn: () => one[kind](id).catch(() => null),
    staleTime: Infinity,
    enabled: id !== '',
  });
  return data;
}

/** For whoever is not a component; null where it is not known. */
export function nameNow(kind: NameKind, id: string): Promise<string | null> {
  return one[kind](id).catch(() => null);
}
