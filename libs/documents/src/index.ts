export { Documents, WORD } from './forms/documents.js';
export { forms } from './forms/forms.js';
export { EXCEL, linesOf } from './lines.js';
export { standIns as fontStandIns } from './official/fonts.js';
export { sheetOf } from './sheet.js';
export { linesOfWord } from './word-text.js';
export { amountInWords, dayInWords, durationInWords } from './wording/words.js';
