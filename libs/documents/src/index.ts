export { linesOfCsv } from './csv.js';
export { EXCEL } from './excel.js';
export { linesOf } from './lines.js';
export { sheetOf } from './sheet.js';
