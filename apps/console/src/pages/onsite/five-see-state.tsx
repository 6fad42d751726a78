import type { Item } from '../../api/names.js';
import { valueWord } from '../../words/words.js';

type Missing = Item<'listFindings'>['fiveSeeMissing'];

export const lackOf = (missing: Missing) =>
  missing.map((part) => valueWord('fiveSeeMissing', part)).join('、');

/** Whether the five are there, and which are not. */
export function FiveSeeState({ missing }: { missing: Missing }) {
  return missing.length === 0 ? (
    <span className="complete">✓ 齐全</span>
  ) : (
    <span className="missing">缺{lackOf(missing)}</span>
  );
}
