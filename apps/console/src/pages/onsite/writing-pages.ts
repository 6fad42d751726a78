/** The pages on site that are written on: papers, reports and the decision. They come when somebody writes. */
import './onsite.css';

export { DecidePage } from './decide-page.js';
export { NewPaperPage } from './new-paper-page.js';
export { PaperPage } from './paper-page.js';
export { ResubmitReportPage, SubmitReportPage } from './report-writer.js';
