/**
 * What fields and values are called on the screen and in files: the glossary's words, one for each, as data in `words/` beside this
 * library. The console has them as `virtual:words`.
 */
import { readFileSync } from 'node:fs';

type Words = Readonly<Record<string, string>>;

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../words/${name}.json`, import.meta.url), 'utf8')) as unknown;

/** `references`: what the id or code in a field is the name of; `materials`: what a team usually asks an organization for (RA17-4). */
export const words = {
  fields: read('fields') as Words,
  values: read('values') as Readonly<Record<string, Words>>,
  commands: read('commands') as Words,
  references: read('references') as Words,
  materials: read('materials') as readonly string[],
};

/** Instead of the name of what its reader may not know. */
export const HIDDEN_NAME = '（无权查看）';

/** `title` in general; `recordOutcome.title` where one contract means something else by it. */
export function fieldWord(field: string, contract?: string): string {
  return particular(words.fields, field, contract) ?? field;
}

/** `of` is the enumeration as contracts export it, or the field's name where it has none. */
export function valueWord(of: string, value: string): string {
  return words.values[of]?.[value] ?? value;
}

/** Of which kind that is which the id or code in a field names; undefined where nothing has a name by it. */
export function referredBy(field: string, contract?: string): string | undefined {
  return particular(words.references, field, contract);
}

function particular(of: Words, field: string, contract: string | undefined): string | undefined {
  return (contract && of[`${contract}.${field}`]) || of[field];
}
