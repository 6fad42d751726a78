/** Text as it may stand in the XML of a sheet, so that a reader gets back exactly what was written. */

/** What one cell of Excel holds; a file with more in it is called broken. */
const MOST_CHARACTERS = 32_767;
const CUT = '……（超过一个单元格所能容纳的字数，后略）';

const UNFIT = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[\dA-Fa-f]{4}_)/u;
const EVERY_UNFIT = new RegExp(UNFIT, 'gu');
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters are written as the format has it (`_x0007_`), and so is an underscore that would be taken for one of these. */
export function xmlText(text: string): string {
  return UNFIT.test(text) ? text.replaceAll(EVERY_UNFIT, (one) => entities[one] ?? escaped(one)) : text;
}

/** No longer than a cell holds, and then it says so. Half a character is none. */
export function cellText(text: string): string {
  if (text.length <= MOST_CHARACTERS) return xmlText(text);
  const kept = text.slice(0, MOST_CHARACTERS - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return xmlText(kept + CUT);
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
