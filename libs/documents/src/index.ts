export { Documents, WORD } from './forms/documents.js';
export { forms } from './forms/forms.js';
export { EXCEL, linesOf } from './lines.js';
export { standIns as fontStandIns } from './official/fonts.js';
export type { Cell } from './sheet/cells.js';
export type { Column, Sheet } from './sheet/sheet.js';
export { workbook, workbookOf } from './sheet/workbook.js';
export { linesOfWord } from './word-text.js';
export { amountInWords, dayInWords, durationInWords } from './wording/words.js';
