/** The contracts by the names under which they are exported: what may be asked and told, with the types of both ends. */
import type * as contracts from '@xuncha/contracts';
import { calls, type Call } from 'virtual:contracts';

type All = typeof contracts;
type NameOf<Kind> = {
  [K in keyof All]: All[K] extends { kind: Kind; route?: unknown }
    ? Kind extends All[K]['kind']
      ? K
      : never
    : never;
}[keyof All];

export type QueryName = NameOf<'query'>;
export type CommandName = NameOf<'command'>;
export type FileName = NameOf<'file'>;
export type Permission = contracts.Permission;
export type FileRef = contracts.FileRef;

type Ends<K extends keyof All> =
  All[K] extends contracts.QueryContract<infer I, infer O>
    ? { in: contracts.In<contracts.QueryContract<I, O>>; out: contracts.Out<contracts.QueryContract<I, O>> }
    : All[K] extends contracts.CommandContract<infer I, infer O>
      ? {
          in: contracts.In<contracts.CommandContract<I, O>>;
          out: contracts.Out<contracts.CommandContract<I, O>>;
        }
      : never;
export type Input<K extends QueryName | CommandName> = Ends<K>['in'];
export type Answer<K extends QueryName | CommandName> = Ends<K>['out'];

/** Queries that answer a page, and what a page consists of. */
export type ListName = {
  [K in QueryName]: Answer<K> extends { items: readonly unknown[]; next: string | null } ? K : never;
}[QueryName];
export type Item<K extends ListName> = Answer<K> extends { items: readonly (infer I)[] } ? I : never;

/** Queries that answer an official document. */
export type DocumentName = {
  [K in QueryName]: Answer<K> extends contracts.DocumentFile ? K : never;
}[QueryName];
export type DocumentFile = contracts.DocumentFile;

/** A page as every list answers it. */
export interface PageOf<K extends ListName> {
  readonly items: readonly Item<K>[];
  readonly next: string | null;
}

export function callOf(name: QueryName | CommandName | FileName): Call {
  return calls[name]!;
}
