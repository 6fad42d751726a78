/** From a county that has no authority over the person to the city that has: only the number is left behind (rules.md 7). */
import {
  clueForgotten,
  clueMovedUp,
  clueOpened,
  clueSentUp,
  decide,
  type Decision,
  type MovedFrom,
} from '@xuncha/contracts';
import { refuseUnless, step, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { isAbove, type Routing } from '../routing/routing.js';
import { flow, nothingYet, type Clue, type Ending } from './clue.js';

/** A site never keeps a clue on a person managed by the level above (rules.md 7). */
export function moveUp(clue: Clue, { level }: Routing, { by, on }: Ending): Decision<Clue> {
  const state = step(flow, clue.state, 'moveUp');
  const authority = clue.authority!;
  refuseUnless(isAbove(authority, level), 'clue.belongs-here', { authority });
  const after = { ...clue, state, endedBy: by, endedOn: on };
  return decide(after, clueMovedUp({ clueId: clue.id, authority, on }));
}

/** Linkage sent it; the site above may fetch the content. Again where another site stepped in. */
export function sendUp(clue: Clue, toSite: string, on: BusinessDate): Decision<Clue> {
  const state = step(flow, clue.state, 'sendUp');
  return decide({ ...clue, state, movedTo: toSite }, clueSentUp({ clueId: clue.id, toSite, on }));
}

/** Only the number is left of it here. */
export function forget(clue: Clue, on: BusinessDate): Decision<Clue> {
  if (clue.content === null) return decide(clue);
  const state = step(flow, clue.state, 'forget');
  return decide({ ...clue, state, content: null, subjects: [] }, clueForgotten({ clueId: clue.id, on }));
}

/** From a site below, under a number of this site; where it arose there is no concern of this one. */
export function openFromBelow(
  { id, number }: { id: Id; number: string },
  movedFrom: MovedFrom,
  on: BusinessDate,
): Decision<Clue> {
  const elsewhere = { inspectionId: null, assignmentId: null, roundId: null, teamId: null };
  const unlinked = { organizationId: null, concernsId: null, findingId: null, petitionId: null };
  const state: Clue = { ...nothingYet, ...elsewhere, ...unlinked, id, number, movedFrom, raisedOn: on };
  return decide(state, clueOpened({ clueId: id, number, movedFrom, on }));
}
