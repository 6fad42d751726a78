/** What the messages about a case, its plan and its reports have in common. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id, Version } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

export const whichCase = { caseId: Id, ...inspectionPlace };
export const datedCaseEvent = (name: string, summary: string) =>
  event(`rectification.case.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...whichCase, on: BusinessDate }),
  });
export const caseTarget = { caseId: Id, seen: Version };
