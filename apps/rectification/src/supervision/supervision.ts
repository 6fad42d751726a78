/** A deadline came near or passed: the organization is reminded, then pressed by an order (rules.md, reminder.before.due). */
import {
  adviceReminderSent,
  adviceSupervisionOrdered,
  decide,
  reminderSent,
  supervisionOrdered,
  type Decision,
  type SupervisedMatter,
  type SupervisionKind,
} from '@xuncha/contracts';
import { idFrom, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Due } from '../due/due.js';
import { pickPlace, type Place } from '../place/place.js';

/** Series of the official numbers of supervision orders: `瑞巡督〔2017〕3号`. */
export const ORDER_SERIES = '巡督';

interface Owing {
  /** What is owed at present, if anything. */
  readonly due: Due | null;
}
/** Who owes what in a rectification. */
export interface Debt extends Owing {
  readonly matter: Exclude<SupervisedMatter, 'advice'>;
  readonly place: Place;
  readonly caseId: Id | null;
  readonly itemId: Id | null;
}
/** The answer to an advice letter. */
export interface AnswerDebt extends Owing {
  readonly matter: 'advice';
  readonly adviceLetterId: Id;
  readonly organizationId: Id;
  readonly roundId: Id | null;
}
export interface Supervision {
  readonly id: Id;
  readonly inspectionId: Id | null;
  readonly assignmentId: Id | null;
  readonly roundId: Id | null;
  readonly organizationId: Id;
  readonly kind: SupervisionKind;
  /** Of an order. */
  readonly number: string | null;
  readonly matter: SupervisedMatter;
  readonly caseId: Id | null;
  readonly itemId: Id | null;
  readonly adviceLetterId: Id | null;
  readonly dueOn: BusinessDate;
  readonly issuedOn: BusinessDate;
}

/** Still owed by that day, and not met or moved in the meantime. */
export function isOwed({ due }: Owing, dueOn: BusinessDate): boolean {
  return due?.dueOn === dueOn;
}

interface Issued {
  readonly kind: SupervisionKind;
  readonly number: string | null;
  readonly dueOn: BusinessDate;
  readonly on: BusinessDate;
}

/** The same debt is reminded of once and ordered once. */
export function issue(debt: Debt | AnswerDebt, issued: Issued): Decision<Supervision> {
  return debt.matter === 'advice' ? pressForAnswer(debt, issued) : pressForRectification(debt, issued);
}

function pressForRectification(
  { matter, place, caseId, itemId }: Debt,
  { kind, number, dueOn, on }: Issued,
): Decision<Supervision> {
  const id = idFrom(itemId ?? caseId ?? '', `${matter} ${kind} ${dueOn}`);
  const about = { ...pickPlace(place), matter, caseId, itemId, dueOn };
  const event = kind === 'order' ? supervisionOrdered : reminderSent;
  const state = { id, kind, number, ...about, adviceLetterId: null, issuedOn: on };
  return decide(state, event({ supervisionId: id, ...about, on }));
}

function pressForAnswer(
  { matter, adviceLetterId, organizationId, roundId }: AnswerDebt,
  { kind, number, dueOn, on }: Issued,
): Decision<Supervision> {
  const id = idFrom(adviceLetterId, `${matter} ${kind} ${dueOn}`);
  const about = { adviceLetterId, organizationId, roundId, dueOn };
  const event = kind === 'order' ? adviceSupervisionOrdered : adviceReminderSent;
  const nowhere = { inspectionId: null, assignmentId: null, caseId: null, itemId: null };
  const state = { id, kind, number, matter, ...nowhere, ...about, issuedOn: on };
  return decide(state, event({ supervisionId: id, ...about, on }));
}
