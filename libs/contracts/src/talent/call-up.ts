/** A call-up: a request to a person's unit, through the organization department, to lend the person for a round. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';

const told = (name: string, summary: string) =>
  event(`talent.callUp.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ callUpId: Id, inspectorId: Id, roundId: Id, on: BusinessDate }),
  });
export const callUpRequested = told('requested', '已发抽调函');
export const callUpAgreed = told('agreed', '单位同意抽调');
export const callUpRefused = told('refused', '单位不同意抽调');
export const callUpStarted = told('started', '抽调人员已报到');
export const callUpEnded = told('ended', '抽调已结束');
