/** Cells that do not say what somebody meant to write. */
import type { Line } from './table.js';

/** What Excel shows where a formula failed, also where it was saved as text. */
const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
/** What Excel shows, and saves as CSV, of a number of more than fifteen digits: the others are lost. */
const DIGITS_LOST = /^-?\d(\.\d+)?[Ee]\+?(1[5-9]|[2-9]\d|\d{3})$/;

/** The code of what is wrong with this cell, whatever is expected in it. */
export function oddityAt({ cells, merged }: Line, index: number): string | null {
  if (merged?.some((area) => index >= area.index && index < area.index + area.columns)) return 'table.merged';
  const text = cells[index] ?? '';
  if (text.startsWith('#') && ERROR.test(text)) return 'table.cell-error';
  return text.length > 4 && DIGITS_LOST.test(text) ? 'table.digits-lost' : null;
}
