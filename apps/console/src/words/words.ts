/** What fields and values are called on the screen: the glossary's words, one for each. */
import fields from './fields.json' with { type: 'json' };
import values from './values.json' with { type: 'json' };

const fieldWords: Readonly<Record<string, string>> = fields;
const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = values;

/** `title` in general; `recordOutcome.title` where one contract means something else by it. */
export function fieldWord(field: string, contract?: string): string {
  return (contract && fieldWords[`${contract}.${field}`]) || fieldWords[field] || field;
}

/** `of` is the enumeration as contracts export it, or the field's name where it has none. */
export function valueWord(of: string, value: string): string {
  return valueWords[of]?.[value] ?? value;
}

/** Codes of the themes that have a word; rounds may have others. */
export function themeWords(): readonly string[] {
  return Object.keys(values.theme);
}
