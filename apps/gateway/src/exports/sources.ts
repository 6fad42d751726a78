/** Where names are had: what each kind of id or code is asked by, best first, where the viewer may ask it. */
import {
  accountNames,
  findingNames,
  inspectionNames,
  inspectorNames,
  listFeedback,
  listPeers,
  listTaxonomies,
  MAX_NAMES,
  namesInDirectory,
  organizationNames,
  readFeedback,
  readHearing,
  readRound,
  readTeam,
  readTerm,
  type In,
  type Out,
  type QueryContract,
} from '@xuncha/contracts';
import { DomainError, portionsOf, type Id } from '@xuncha/domain-kit';

/** As the viewer. */
export type Ask = <C extends QueryContract>(contract: C, input: In<C>) => Promise<Out<C>>;

export interface Named {
  readonly name: string;
  readonly code?: string;
  /** Whose name goes before it. */
  readonly organizationId?: string;
}
export type Found = readonly (readonly [id: string, named: Named])[];
export interface Source {
  readonly query: QueryContract;
  readonly find: (ids: readonly string[], ask: Ask) => Promise<Found>;
}

const AT_ONCE = 8;

type NamesQuery = typeof accountNames;
/** A query that names as many as a page can need. */
const many = (query: QueryContract, named: (item: never) => Named = (item: Named) => item): Source => ({
  query,
  find: async (ids, ask) => {
    const found = [];
    for (const portion of portionsOf(ids, MAX_NAMES)) {
      const { items } = await ask(query as NamesQuery, { ids: [...portion] as Id[] });
      for (const item of items) found.push([item.id, named(item as never)] as const);
    }
    return found;
  },
});

/** Of the kinds of which there are few: each is read for itself, and one that must not be known is not there. */
const each = (query: QueryContract, read: (id: Id, ask: Ask) => Promise<string>): Source => ({
  query,
  find: async (ids, ask) => {
    const found: (string | null)[] = [];
    for (const portion of portionsOf(ids, AT_ONCE))
      found.push(...(await Promise.all(portion.map((id) => nameOrNull(() => read(id as Id, ask))))));
    return ids.flatMap((id, index) => (found[index] ? [[id, { name: found[index] }] as const] : []));
  },
});

async function nameOrNull(read: () => Promise<string>): Promise<string | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Those who are inspected see findings only as their feedback words them. */
const asFedBack: Source = {
  query: readFeedback,
  find: async (_ids, ask) => {
    const { items } = await ask(listFeedback, { limit: MAX_NAMES });
    const found = [];
    for (const { id } of items) {
      const { findings } = await ask(readFeedback, { feedbackId: id });
      for (const { findingId, title } of findings) found.push([findingId, { name: title }] as const);
    }
    return found;
  },
};

/** A taxonomy of one class only says whether it applies. */
const classes: Source = {
  query: listTaxonomies,
  find: async (_codes, ask) => {
    const { items } = await ask(listTaxonomies, {});
    return items.flatMap(({ code, title, classes: all }) =>
      all.map((one) => [`${code}:${one.code}`, { name: all.length === 1 ? title : one.title }] as const),
    );
  },
};

export const sources: Readonly<Record<string, readonly Source[]>> = {
  organization: [many(organizationNames), many(namesInDirectory)],
  account: [many(accountNames)],
  inspector: [many(inspectorNames)],
  finding: [many(findingNames), asFedBack],
  inspection: [
    many(
      inspectionNames,
      ({ designation, organizationId }: Out<typeof inspectionNames>['items'][number]) => ({
        name: designation,
        organizationId,
      }),
    ),
  ],
  round: [each(readRound, async (roundId, ask) => (await ask(readRound, { roundId })).name)],
  term: [each(readTerm, async (termId, ask) => (await ask(readTerm, { termId })).name)],
  team: [each(readTeam, async (teamId, ask) => (await ask(readTeam, { teamId })).designation)],
  hearing: [
    each(readHearing, async (hearingId, ask) => `${(await ask(readHearing, { hearingId })).heldOn} 会议`),
  ],
  site: [
    each(listPeers, async (peerSite, ask) => {
      const { items } = await ask(listPeers, { peerSite });
      return items.find(({ peerName }) => peerName !== null)?.peerName ?? peerSite;
    }),
  ],
  class: [classes],
};
