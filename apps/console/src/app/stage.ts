/** A stage of the work, as the menu groups it, and how its pages are loaded. */
import type { ComponentType } from 'react';
import type { CommandName, QueryName } from '../api/names.js';

export interface Page {
  /** `$id` stands for the id of a record. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** In the menu, by this name; a record's page has none. */
  readonly title?: string;
  /** Shown in the menu to those who may ask or tell it. */
  readonly needs?: QueryName | CommandName;
}
export interface Stage {
  readonly title: string;
  /** Stands before it in the menu. */
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  readonly pages: readonly Page[];
}

/** A component of a module that is loaded with the first page of its stage. */
export const part =
  <M extends Readonly<Record<string, unknown>>>(module: () => Promise<M>, name: keyof M & string) =>
  async () =>
    (await module())[name] as ComponentType;
