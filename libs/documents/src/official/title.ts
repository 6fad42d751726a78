/**
 * Where a title that is too long for one line is broken: between words, never before 的 or after 关于, if it can be not within a name, in
 * lines of about the same length, of which the longer ones do not stand both first and last (GB/T 9704-2012, 7.3.1: a trapezium or a rhombus).
 */
import { widthOf } from './measures.js';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** What is longer is no title: Word breaks it as it comes. */
const MOST_LINES = 4;
/** With these no line begins. */
const holdsOn = /^[的地得和与及或了等至到、，。；：！？）〕》」』”’％%]/;
/** With these no line ends. */
const leadsOn = /(关于|对|在|向|和|与|及|或|将|把|被|第|至|到|、|（|〔|《|「|『|“|‘)$/;

interface Lines {
  /** In full-width characters; one is spared, because not every font's figures are half as wide. */
  readonly width: number;
  /** Of whom the title speaks. */
  readonly names: readonly string[];
}

export function titleLines(text: string, { width, names }: Lines): string[] {
  const most = width - 1;
  const needed = Math.ceil(widthOf(text) / most);
  if (needed === 1 || needed > MOST_LINES) return [text];
  const cut = within(text, names);
  const fitting = divisions(text, startsIn(text), needed).filter((lines) =>
    lines.every((line) => widthOf(line) <= most),
  );
  const penaltyOf = (lines: readonly string[]) =>
    unevenness(lines) + 15 * cut(lines) + 0.5 * notAfterOf(lines);
  const [best = [text]] = fitting.toSorted((one, other) => penaltyOf(one) - penaltyOf(other));
  return best;
}

function startsIn(text: string): number[] {
  const isInDate = (before: string, after: string) => /[\d年月]$/.test(before) && /^[\d年月日]/.test(after);
  return Array.from(words.segment(text), ({ index }) => index).filter((at) => {
    const before = text.slice(0, at);
    const after = text.slice(at);
    return at > 0 && !holdsOn.test(after) && !leadsOn.test(before) && !isInDate(before, after);
  });
}

/** Every way to make so many lines. */
function divisions(text: string, starts: readonly number[], lines: number): string[][] {
  if (lines === 1) return [[text]];
  return starts.flatMap((at) => {
    const later = starts.flatMap((start) => (start > at ? start - at : []));
    return divisions(text.slice(at), later, lines - 1).map((others) => [text.slice(0, at), ...others]);
  });
}

/** How often lines break within a name. */
function within(text: string, names: readonly string[]): (lines: readonly string[]) => number {
  const places = names.flatMap((name) => {
    const from = text.indexOf(name);
    return from < 0 ? [] : [{ from, to: from + name.length }];
  });
  return (lines) => {
    const breaks = lines.slice(0, -1).map((_, index) => lines.slice(0, index + 1).join('').length);
    return breaks.filter((at) => places.some(({ from, to }) => from < at && at < to)).length;
  };
}

/** Of two ways that are alike, a line that ends with 的 reads better. */
const notAfterOf = (lines: readonly string[]) =>
  lines.slice(0, -1).filter((line) => !line.endsWith('的')).length;

function unevenness(lines: readonly string[]): number {
  const widths = lines.map(widthOf);
  const middle = Math.max(...widths.slice(1, -1), 0);
  const isHourglass = lines.length > 2 && middle < Math.min(widths[0]!, widths.at(-1)!);
  return Math.max(...widths) - Math.min(...widths) + (isHourglass ? 20 : 0);
}
