/**
 * How those are called whom a record names by id, for a document: asked in the reader's own name, so that it names nobody whom its
 * reader may not know.
 */
import { accountNames, currentSite, MAX_NAMES, organizationNames, type Out } from '@xuncha/contracts';
import { refuse, type Id } from '@xuncha/domain-kit';
import type { Caller } from './caller.js';

type Ids = readonly (Id | null)[];
/** What has no id has no name: a form has a blank there. */
type NameOf = (id: Id | null) => string;

export interface Names {
  readonly site: Pick<Out<typeof currentSite>, 'id' | 'name' | 'abbreviation'>;
  /** Refuses with `document.organization-unknown`: no document goes out to nobody. */
  readonly organization: NameOf;
  /** For lists that go on without it. */
  readonly known: (id: Id | null) => string | undefined;
  /** Empty where the person is not of this site, as where nobody is named: that is written in by hand. */
  readonly account: NameOf;
}

export async function namesFor(
  viewer: Caller,
  { organizations = [], accounts = [] }: { readonly organizations?: Ids; readonly accounts?: Ids },
): Promise<Names> {
  const [site, ofOrganizations, ofAccounts] = await Promise.all([
    viewer.ask(currentSite, {}),
    byId(organizations, (ids) => viewer.ask(organizationNames, { ids })),
    byId(accounts, (ids) => viewer.ask(accountNames, { ids })),
  ]);
  return {
    site,
    organization: (id) =>
      id === null
        ? ''
        : (ofOrganizations.get(id) ?? refuse('document.organization-unknown', { organizationId: id })),
    known: (id) => (id === null ? undefined : ofOrganizations.get(id)),
    account: (id) => (id === null ? '' : (ofAccounts.get(id) ?? '')),
  };
}

async function byId(
  wanted: Ids,
  ask: (ids: Id[]) => Promise<{ items: readonly { id: Id; name: string }[] }>,
): Promise<Map<Id, string>> {
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  const names = new Map<Id, string>();
  for (let start = 0; start < ids.length; start += MAX_NAMES) {
    const { items } = await ask(ids.slice(start, start + MAX_NAMES));
    for (const { id, name } of items) names.set(id, name);
  }
  return names;
}
