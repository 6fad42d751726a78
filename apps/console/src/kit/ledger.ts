/** What a ledger page shows, in one table per page: everything else follows from the contracts. */
import type { ReactNode } from 'react';
import type { CommandName, Input, Item, ListName, QueryName } from '../api/names.js';

type FieldOf<Q extends ListName> = keyof Item<Q> & string;

export interface Column<Q extends ListName> {
  readonly field: FieldOf<Q>;
  readonly title?: string;
  readonly width?: number;
  /** Not shown until chosen. */
  readonly spare?: boolean;
  readonly show?: (item: Item<Q>) => ReactNode;
}

export interface Ledger<Q extends ListName> {
  readonly query: Q;
  readonly title: string;
  /** One line under the title: what this is a list of, and who does what here. */
  readonly says: string;
  readonly columns: readonly (Column<Q> | FieldOf<Q>)[];
  /** Fields of the query's input that can be narrowed by. */
  readonly filters?: readonly (keyof Input<Q> & string)[];
  /** The filter whose values are the tabs. */
  readonly tabs?: keyof Input<Q> & string;
  /** Query that counts the tabs (contracts: `countsOf`). */
  readonly counts?: QueryName;
  /** Path of a record's page. */
  readonly to?: (item: Item<Q>) => string;
  /** What that page asks, where not everybody who sees the list may: for them nothing is a link. */
  readonly opens?: QueryName;
  /** Which column is the link; default the first. */
  readonly link?: FieldOf<Q>;
  /** Commands that make a record, as buttons above. */
  readonly makes?: readonly CommandName[];
  /** Commands offered for several chosen records at once; `target` names the id field of their input. */
  readonly batch?: { readonly commands: readonly CommandName[]; readonly target: string };
  /** Fields always asked with, such as the record whose list this is. */
  readonly given?: Partial<Input<Q>>;
  /** Stands between the head of the page and the list. */
  readonly above?: () => ReactNode;
  /** What to say when there is nothing. */
  readonly empty?: string;
}

export function columnsOf<Q extends ListName>({ columns }: Ledger<Q>): Column<Q>[] {
  return columns.map((column) => (typeof column === 'string' ? { field: column } : column));
}
