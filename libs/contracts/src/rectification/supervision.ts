/** What a deadline that comes near or has passed brings about: a reminder, then a supervision order 督办. A record of its own, so that it disturbs nobody at work. */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, pageInput, pageOf, Version } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

/** What is owed. */
export const SupervisedMatter = z.enum(['plan', 'reports', 'item', 'advice']);
export type SupervisedMatter = z.infer<typeof SupervisedMatter>;
export const SupervisionKind = z.enum(['reminder', 'order']);
export type SupervisionKind = z.infer<typeof SupervisionKind>;

const facts = {
  ...inspectionPlace,
  matter: SupervisedMatter,
  caseId: Id.nullable(),
  itemId: Id.nullable(),
  dueOn: BusinessDate,
};
const about = (name: string, summary: string) =>
  event(`rectification.supervision.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ supervisionId: Id, ...facts, on: BusinessDate }),
  });
/** Of the answer to an advice letter, which comes of no one inspection. */
const aboutAnswer = (name: string, summary: string) =>
  event(`rectification.supervision.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({
      supervisionId: Id,
      adviceLetterId: Id,
      organizationId: Id,
      roundId: Id.nullable(),
      dueOn: BusinessDate,
      on: BusinessDate,
    }),
  });
export const adviceReminderSent = aboutAnswer('adviceReminded', '建议书答复临期已提醒');
export const adviceSupervisionOrdered = aboutAnswer('adviceOrdered', '建议书答复逾期已督办');
export const reminderSent = about('reminded', '临期已提醒');
export const supervisionOrdered = about('ordered', '逾期已督办');

export const SupervisionView = z.object({
  id: Id,
  version: Version,
  kind: SupervisionKind,
  number: z.string().nullable().describe('督办单编号'),
  ...facts,
  inspectionId: Id.nullable(),
  assignmentId: Id.nullable(),
  roundId: Id.nullable(),
  adviceLetterId: Id.nullable(),
  on: BusinessDate,
});
export const readSupervision = query('rectification.supervision.read', {
  http: 'GET /supervisions/{supervisionId}',
  permission: 'item.read',
  classification: 'internal',
  summary: '一份提醒或督办单',
  input: z.object({ supervisionId: Id }),
  output: SupervisionView,
});
export const supervisionOrder = documentOf(readSupervision, { as: 'order', summary: '督办单' });
export const listSupervisions = query('rectification.supervision.list', {
  http: 'GET /supervisions',
  permission: 'item.read',
  classification: 'internal',
  summary: '提醒与督办台账',
  input: z.object({
    ...pageInput,
    caseId: Id.optional(),
    itemId: Id.optional(),
    adviceLetterId: Id.optional(),
    organizationId: Id.optional(),
    kind: SupervisionKind.optional(),
    owed: z.boolean().optional().describe('是否还欠着，最早到期的在前；已督办的，不再列提醒'),
  }),
  output: pageOf(SupervisionView),
});
