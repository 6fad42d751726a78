export { linesOfCsv } from './csv.js';
export { EXCEL } from './excel.js';
export { feedbackLetterForm } from './forms/feedback-letter.js';
export { Forms, WORD } from './forms/forms.js';
export { linesOf } from './lines.js';
export { sheetOf } from './sheet.js';
export { amountInWords, dayInWords, durationInWords } from './wording/words.js';
