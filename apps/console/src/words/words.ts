/** What fields and values are called on the screen: the glossary's words, one for each, from `libs/documents/words`. */
import fieldWords from 'virtual:field-words';
import valueWords from 'virtual:value-words';

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
  return Object.keys(valueWords.theme ?? {});
}
