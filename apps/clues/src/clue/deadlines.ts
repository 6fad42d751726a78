/** What an organ owes by a day, and when a held clue comes back; both follow from what the clue is now. */
import { endOfDay, profileOf, reminderDate, startOfDay } from '@xuncha/domain-kit';
import { clearDeadline, setDeadline, type Act } from '@xuncha/service-kit';
import type { Clue } from './clue.js';

/** As in rules.md, Profiles. */
export const ANSWER_DEADLINE = 'clue.feedback.due';
export const HELD_DEADLINE = 'clue.held.until';

export async function followDeadlines(act: Act, before: Clue, after: Clue): Promise<void> {
  if (before.answerDueOn !== after.answerDueOn) await followAnswer(act, after);
  if (before.heldUntil !== after.heldUntil) await followHeld(act, after);
}

async function followAnswer(act: Act, { id, profile, answerFrom, answerDueOn }: Clue): Promise<void> {
  if (answerFrom === null || answerDueOn === null) return clearDeadline(act, id, ANSWER_DEADLINE);
  const amberAt = startOfDay(reminderDate(profileOf(profile!), answerFrom, answerDueOn));
  await setDeadline(act, id, { name: ANSWER_DEADLINE, amberAt, dueAt: endOfDay(answerDueOn) });
}

async function followHeld(act: Act, { id, heldUntil }: Clue): Promise<void> {
  if (heldUntil === null) return clearDeadline(act, id, HELD_DEADLINE);
  await setDeadline(act, id, { name: HELD_DEADLINE, amberAt: null, dueAt: startOfDay(heldUntil) });
}
