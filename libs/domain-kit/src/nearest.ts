/** The name that somebody may have meant. */

/** Of `names`, each with its spellings, the one that is most like the text; null where none is. */
export function nearestTo(text: string, names: ReadonlyMap<string, readonly string[]>): string | null {
  let best: string | null = null;
  let least = 1;
  for (const [name, spellings] of names)
    for (const spelling of spellings) {
      const unlike = unlikeness(text, spelling);
      if (unlike < least) [best, least] = [name, unlike];
    }
  return best;
}

/** Below 1 where they are somewhat alike: at most half of the longer one is to be changed, or one holds the other. */
function unlikeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  const changes = changesBetween(one, other) / longer;
  const holds = Math.min(one.length, other.length) > 1 && (one.includes(other) || other.includes(one));
  return changes <= 0.5 || holds ? changes : 1;
}

/** Characters to be put in, taken out or replaced (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = before[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, before[column]! + 1, line[column - 1]! + 1));
    }
    before = line;
  }
  return before[other.length]!;
}
