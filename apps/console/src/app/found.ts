/** What the palette finds: each kind by the query of its own service, which shows no more than the viewer may see. */
import { ask } from '../api/client.js';
import type { QueryName } from '../api/names.js';

export interface Found {
  readonly kind: string;
  readonly text: string;
  readonly to: string;
}

const searches: readonly { readonly query: QueryName; readonly find: (text: string) => Promise<Found[]> }[] =
  [
    {
      query: 'findOrganizations',
      find: async (text) =>
        (await ask('findOrganizations', { text })).items.map(({ id, name, code }) => ({
          kind: '组织',
          text: `${name}（${code}）`,
          to: `/register/${id}`,
        })),
    },
    {
      query: 'findRounds',
      find: async (text) =>
        (await ask('findRounds', { text })).items.map(({ id, name, number }) => ({
          kind: '轮次',
          text: number ? `${name} ${number}` : name,
          to: `/rounds/${id}`,
        })),
    },
    {
      query: 'findFindings',
      find: async (text) =>
        (await ask('findFindings', { text })).items.map(({ id, title }) => ({
          kind: '问题',
          text: title,
          to: `/findings/${id}`,
        })),
    },
  ];

export async function found(text: string, mayAsk: (query: QueryName) => boolean): Promise<Found[]> {
  const asked = searches.filter(({ query }) => mayAsk(query));
  const answers = await Promise.all(asked.map(({ find }) => find(text).catch(() => [])));
  return answers.flat();
}
