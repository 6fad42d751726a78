/** A rectification item: finding, measure, person and deadline in one row; closed out by review, never by its owner (rules.md 10). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

/** An immediate item has no case until the feedback is delivered. */
const which = { itemId: Id, findingId: Id, caseId: Id.nullable(), ...inspectionPlace };
const dated = (name: string, summary: string) =>
  event(`rectification.item.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const itemOpened = event('rectification.item.opened', {
  classification: 'internal',
  summary: '整改事项已开立',
  body: z.object({ ...which, on: BusinessDate, dueOn: BusinessDate, immediate: z.boolean() }),
});
export const itemPlanned = event('rectification.item.planned', {
  classification: 'internal',
  summary: '整改措施与期限已确定',
  body: z.object({ ...which, on: BusinessDate, dueOn: BusinessDate }),
});
export const itemStarted = dated('started', '整改事项已开始');
export const itemSubmitted = dated('submitted', '整改事项已报请销号');
export const itemReturned = dated('returned', '整改事项已退回');
export const itemClosed = dated('closed', '整改事项已销号');
export const itemReopened = dated('reopened', '整改事项已重新打开');
export const itemLongTerm = dated('longTerm', '整改事项转为长期坚持');
export const itemPressed = event('rectification.item.pressed', {
  classification: 'internal',
  summary: '整改事项临期提醒或逾期督办',
  body: z.object({ ...which, rung: z.enum(['amber', 'due']), dueOn: BusinessDate }),
});
