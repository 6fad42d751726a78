/** The forms that there are. */
import { feedbackLetter } from './feedback-letter.js';
import { findingList } from './finding-list.js';
import { inspectionNotice } from './inspection-notice.js';
import { supervisionOrder } from './supervision-order.js';
import { transferApproval } from './transfer-approval.js';

export const forms = { inspectionNotice, findingList, feedbackLetter, transferApproval, supervisionOrder };
