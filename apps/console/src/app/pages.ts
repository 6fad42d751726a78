/** Every page: where it stands in the menu, who finds it there, and what is loaded when it is opened. */
import type { ComponentType } from 'react';
import type { QueryName } from '../api/names.js';

type Module = Promise<Record<string, unknown>>;

export interface Page {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** In the menu, by this name; a record's page has none. */
  readonly title?: string;
  /** Shown in the menu to those who may ask it. */
  readonly needs?: QueryName;
}
export interface Stage {
  readonly title: string;
  readonly pages: readonly Page[];
}

const part = (module: () => Module, name: string) => async () => (await module())[name] as ComponentType;

const onsite = () => import('../pages/onsite/onsite-pages.js');

export const stages: readonly Stage[] = [
  {
    title: '问题与整改',
    pages: [
      { path: '/findings', title: '问题台账', needs: 'listFindings', load: part(onsite, 'FindingsPage') },
      { path: '/findings/$id', load: part(onsite, 'FindingPage') },
    ],
  },
];

export const pages: readonly Page[] = stages.flatMap((stage) => stage.pages);
