export { EXCEL, linesOf } from './lines.js';
export { sheetOf } from './sheet.js';
