/** A deadline came near or passed: the organization is reminded, then pressed by an order (rules.md, reminder.before.due). */
import {
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

/** Who owes what; `due` is what is owed at present, if anything. */
export interface Debt {
  readonly matter: SupervisedMatter;
  readonly place: Place;
  readonly caseId: Id | null;
  readonly itemId: Id | null;
  readonly due: Due | null;
}
export interface Supervision extends Place {
  readonly id: Id;
  readonly kind: SupervisionKind;
  /** Of an order. */
  readonly number: string | null;
  readonly matter: SupervisedMatter;
  readonly caseId: Id | null;
  readonly itemId: Id | null;
  readonly dueOn: BusinessDate;
  readonly issuedOn: BusinessDate;
}

/** Still owed by that day, and not met or moved in the meantime. */
export function isOwed({ due }: Debt, dueOn: BusinessDate): boolean {
  return due?.dueOn === dueOn;
}

/** The same debt is reminded of once and ordered once. */
export function issue(
  { matter, place, caseId, itemId }: Debt,
  issued: { kind: SupervisionKind; number: string | null; dueOn: BusinessDate; on: BusinessDate },
): Decision<Supervision> {
  const { kind, number, dueOn, on } = issued;
  const id = idFrom(itemId ?? caseId ?? '', `${matter} ${kind} ${dueOn}`);
  const about = { ...pickPlace(place), matter, caseId, itemId, dueOn };
  const event = kind === 'order' ? supervisionOrdered : reminderSent;
  return decide({ id, kind, number, ...about, issuedOn: on }, event({ supervisionId: id, ...about, on }));
}
