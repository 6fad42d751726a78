/** A form: what its wording may ask for, shown by an example in which everything is filled in. */
import type { Askable, Fields } from '../wording/fill.js';

export interface Form {
  /** Of its wording, too: `forms/KEY.txt`. */
  readonly key: string;
  readonly example: Fields;
  /** Without these it would be no such document. */
  readonly needed: readonly string[];
}

/** What a service fills in has the names of the example. */
export interface FormOf<E extends Fields> extends Form {
  readonly example: E;
}

export function form<E extends Fields>(
  key: string,
  { needed, example }: { readonly needed: readonly (keyof E & string)[]; readonly example: E },
): FormOf<E> {
  return { key, needed, example };
}

/** Fields of every form: the site as it is named, and its committee in short (瑞安市, 市委). */
export function siteFields(site: string): Readonly<Record<'站点' | '本级党委', string>> {
  return { 站点: site, 本级党委: `${/[市县区旗州盟]$/.exec(site)?.[0] ?? site}委` };
}

export function askableIn({ example, needed }: Form): Askable {
  return { known: { ...siteFields(''), ...example }, needed };
}
