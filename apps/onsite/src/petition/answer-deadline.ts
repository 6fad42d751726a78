import { profileOf, rungs } from '@xuncha/domain-kit';
import { clearDeadline, setDeadline, type Act } from '@xuncha/service-kit';
import { answerDeadline, type Petition } from './petition.js';
import type { Id } from '@xuncha/domain-kit';

/** As in rules.md, Profiles. */
export const ANSWER_DEADLINE = 'petition.answer.due';

export async function startAnswerDeadline(act: Act, petition: Petition) {
  const due = rungs(answerDeadline(petition), profileOf(petition.profile))!;
  await setDeadline(act, petition.id, { name: ANSWER_DEADLINE, ...due });
}

export async function meetAnswerDeadline(act: Act, petitionId: Id) {
  await clearDeadline(act, petitionId, ANSWER_DEADLINE);
}
