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

/** As identity knows it. */
export interface Site {
  readonly name: string;
  readonly abbreviation: string;
}

/** Fields of every form: the site as it is named and in short, what it is, and its committee as it is spoken of (瑞安市, 瑞, 市, 市委). */
export function siteFields({ name, abbreviation }: Site): Readonly<Record<string, string>> {
  const level = /[市县区旗州盟]$/.exec(name)?.[0] ?? name;
  return { 站点: name, 简称: abbreviation, 本级: level, 本级党委: `${level}委` };
}

export function askableIn({ example, needed }: Form): Askable {
  return { known: { ...siteFields({ name: '', abbreviation: '' }), ...example }, needed };
}
