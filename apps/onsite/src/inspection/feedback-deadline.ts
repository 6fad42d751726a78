import { profileOf, rungs, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { clearDeadline, setDeadline, type Act } from '@xuncha/service-kit';
import { feedbackDeadline, type Inspection } from './inspection.js';

/** As in rules.md, Profiles. */
export const FEEDBACK_DEADLINE = 'feedback.after.decision';

export async function startFeedbackDeadline(act: Act, inspection: Inspection, decidedOn: BusinessDate) {
  const due = rungs(feedbackDeadline(inspection, decidedOn), profileOf(inspection.profile))!;
  await setDeadline(act, inspection.id, { name: FEEDBACK_DEADLINE, ...due });
}

export async function meetFeedbackDeadline(act: Act, inspectionId: Id) {
  await clearDeadline(act, inspectionId, FEEDBACK_DEADLINE);
}
