/** The numbers on the tabs of a ledger: how many records stand in each state, of those that its list would show this viewer. */
import { z } from 'zod';
import { query, type QueryContract } from './builders.js';

/** Counted no further: a tab says `999+`, and a count costs the same however many there are. */
export const MOST_COUNTED = 1_000;

type Listed = z.ZodObject<{ readonly state: z.ZodOptional<z.ZodEnum> } & z.core.$ZodLooseShape>;
type StateIn<I extends Listed> = z.infer<I['shape']['state']['def']['innerType']>;
type Filters<I extends Listed> = z.ZodObject<Omit<I['shape'], 'state' | 'cursor' | 'limit'>>;
type Counts<S extends string | number> = z.ZodObject<Record<S, z.ZodInt>>;
/** What a store needs of it: the states that it counts. */
export interface CountContract<S extends string> {
  readonly output: Counts<S>;
}

/** With the filters of the list, but for the state that it counts by and the place in it. */
export function countsOf<I extends Listed>(
  list: QueryContract<I>,
): QueryContract<Filters<I>, Counts<StateIn<I>>> {
  const { name, route, permission, summary, input } = list;
  const { state, cursor: _cursor, limit: _limit, ...filters } = input.shape as Listed['shape'];
  const states = state.unwrap().options as readonly string[];
  const count = z.int().min(0).max(MOST_COUNTED);
  return query(name.replace(/\.list$/, '.count'), {
    http: `GET ${route!.path}/counts`,
    permission,
    classification: 'internal',
    summary: `各状态的数量，至多数到 ${MOST_COUNTED}：${summary}`,
    input: z.object(filters),
    output: z.object(Object.fromEntries(states.map((one) => [one, count]))),
  } as never) as unknown as QueryContract<Filters<I>, Counts<StateIn<I>>>;
}
