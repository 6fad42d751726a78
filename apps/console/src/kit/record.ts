/** What a record page shows, in one table per page: steps of its life, facts, texts, what can be done and what belongs to it. */
import type { ReactNode } from 'react';
import type { Answer, CommandName, DocumentName, Input, ListName, QueryName } from '../api/names.js';
import type { Ledger } from './ledger.js';
import type { NameKind } from './names.js';

export interface Step<V> {
  readonly name: string;
  /** Reached in one of these states, and in those of later steps. */
  readonly in: readonly string[];
  readonly on?: (view: V) => string | null | undefined;
  readonly by?: (view: V) => string | null | undefined;
}

export interface RecordAction<V> {
  readonly command: CommandName;
  /** States in which it may be done; absent: in all. The service has the last word. */
  readonly in?: readonly string[];
  /** `roles`: those that the viewer has, for what one role may do always and another only at times. */
  readonly when?: (view: V, roles: readonly string[]) => boolean;
  /** The next step of its life: the one primary button. */
  readonly isNext?: boolean;
  readonly danger?: boolean;
  /** Its form is a page of its own, at this path. */
  readonly page?: (view: V) => string;
  /** What the form begins with: fields that the record has by the same names, or what is made of it. */
  readonly from?: readonly (keyof V & string)[] | ((view: V) => Readonly<Record<string, unknown>>);
  /** Parts of the input that the page decides, as they are when the form is opened; they are not shown. */
  readonly fixed?: (view: V) => Readonly<Record<string, unknown>>;
}

/** An official document of the record, asked for by the record's own id. */
export interface RecordDocument<V> {
  readonly query: DocumentName;
  readonly name: string;
  /** States in which there is one; absent: in all. */
  readonly in?: readonly string[];
  readonly when?: (view: V) => boolean;
  /** Asked along with it: whoever may not ask that does not get it. */
  readonly also?: QueryName;
}

export interface Related<V, Q extends ListName = ListName> {
  readonly ledger: Ledger<Q>;
  readonly given: (view: V) => Partial<Input<Q>>;
  /** Commands that add one, offered beside the list. */
  readonly makes?: readonly CommandName[];
  readonly in?: readonly string[];
}

/** Keeps a list's own type inside a record page. */
export function related<V, Q extends ListName>(one: Related<V, Q>): Related<V> {
  return one as unknown as Related<V>;
}

/** A title that begins with the name of what the record refers to. */
export interface NamedTitle {
  readonly kind: NameKind;
  readonly id: string;
  readonly after?: string;
}

export interface RecordSpec<Q extends QueryName> {
  readonly query: Q;
  /** The field of the query's input that names the record, as in the page's address. */
  readonly id: keyof Input<Q> & string;
  readonly ledger: readonly [title: string, path: string];
  readonly title: (view: Answer<Q>) => string | NamedTitle;
  readonly steps?: readonly Step<Answer<Q>>[];
  /** What is to be said of a state in which nobody's turn it is. */
  readonly rests?: Readonly<Record<string, string | ((view: Answer<Q>) => string)>>;
  /** Whose turn it is, by state. */
  readonly waits?: Readonly<Record<string, string | ((view: Answer<Q>) => ReactNode)>>;
  readonly deadline?: (view: Answer<Q>) => {
    readonly word: string;
    readonly due: string | null;
    readonly settled: boolean;
  };
  readonly facts: readonly (keyof Answer<Q> & string)[];
  /** Long texts, each under a heading of its own. */
  readonly texts?: readonly (keyof Answer<Q> & string)[];
  readonly actions?: readonly RecordAction<Answer<Q>>[];
  readonly documents?: readonly RecordDocument<Answer<Q>>[];
  /** Beside its documents: whatever else it hands out. */
  readonly handsOut?: (view: Answer<Q>) => ReactNode;
  readonly related?: readonly Related<Answer<Q>>[];
  /** Query of what happened to it (contracts: `historyOf`). */
  readonly history?: QueryName;
  /** What has to be seen before anything else, such as why it was returned. */
  readonly top?: (view: Answer<Q>) => ReactNode;
  /** At the right, above what happened to it. */
  readonly aside?: (view: Answer<Q>) => ReactNode;
  /** Under it, such as who has looked at the record. */
  readonly below?: (view: Answer<Q>) => ReactNode;
  /** Whatever else the page needs, between its facts and what belongs to it. */
  readonly more?: (view: Answer<Q>) => ReactNode;
}
