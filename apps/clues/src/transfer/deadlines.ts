/** Two deadlines of a transfer, by the profile of its round: the fast path of an important clue, and the organ's receipt. */
import {
  chinaCalendar,
  dueAt,
  profileOf,
  rungs,
  startDeadline,
  type BusinessDate,
  type Deadline,
} from '@xuncha/domain-kit';
import { clearDeadline, setDeadline, type Act } from '@xuncha/service-kit';
import type { Transfer } from './transfer.js';

/** As in rules.md, Profiles. */
export const HANDOVER_DEADLINE = 'urgent.clue.handover';
export const RECEIPT_DEADLINE = 'clue.receipt.due';

/** From the day the first important clue was raised, not from the draft: the workday is for approval and hand-over together. */
export function handoverDeadline({ urgentFrom, profile }: Transfer): Deadline | null {
  if (urgentFrom === null) return null;
  return startDeadline(chinaCalendar, urgentFrom, profileOf(profile).durations[HANDOVER_DEADLINE]);
}

export function receiptDeadline({ deliveredOn, profile }: Transfer): Deadline | null {
  return deliveredOn && receiptWithin(profile, deliveredOn);
}

export async function startHandover(act: Act, transfer: Transfer): Promise<void> {
  const deadline = handoverDeadline(transfer);
  if (!deadline) return;
  const due = rungs(deadline, profileOf(transfer.profile))!;
  await setDeadline(act, transfer.id, { name: HANDOVER_DEADLINE, ...due });
}

export async function endHandover(act: Act, { id }: Transfer): Promise<void> {
  await clearDeadline(act, id, HANDOVER_DEADLINE);
}

/** The first rung is the day itself: only what was not signed for in time is pressed. The second gives as long again (rules.md 8). */
export async function startReceipt(act: Act, transfer: Transfer): Promise<void> {
  const reminder = receiptDeadline(transfer)!;
  const order = receiptWithin(transfer.profile, reminder.dueOn);
  const due = { amberAt: dueAt(reminder)!, dueAt: dueAt(order)! };
  await setDeadline(act, transfer.id, { name: RECEIPT_DEADLINE, ...due });
}

export async function endReceipt(act: Act, { id }: Transfer): Promise<void> {
  await clearDeadline(act, id, RECEIPT_DEADLINE);
}

function receiptWithin(profile: string, from: BusinessDate): Deadline {
  return startDeadline(chinaCalendar, from, profileOf(profile).durations[RECEIPT_DEADLINE]);
}
