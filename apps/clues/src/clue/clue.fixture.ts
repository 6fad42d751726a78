/** Clues at any point of their life, made by the rules themselves, for the domain tests. */
import type { BodyOf, clueRaised, ClueRoute } from '@xuncha/contracts';
import { parseDate } from '@xuncha/domain-kit';
import type { Routing } from '../routing/routing.js';
import * as clue from './clue.js';

export const raisedOn = parseDate('2017-03-20');
export const screenedOn = parseDate('2017-03-22');
export const receivedOn = parseDate('2017-04-05');
export const later = parseDate('2017-05-02');

export const raised: BodyOf<typeof clueRaised> = {
  clueId: 'clue',
  inspectionId: 'inspection',
  assignmentId: 'assignment',
  roundId: 'round',
  organizationId: 'village',
  teamId: 'team',
  number: '瑞巡线〔2017〕3号',
  findingId: 'finding',
  petitionId: null,
  nature: 'breach',
  urgent: false,
  profile: 'national-2017',
  on: raisedOn,
};
const routes: ClueRoute[] = [
  { nature: 'breach', authority: 'county', kind: 'discipline', organId: 'discipline' },
  { nature: 'crime', authority: 'county', kind: 'police', organId: 'police' },
  { nature: 'petition', authority: 'county', kind: 'petitionOffice', organId: 'petition-office' },
];
/** Of a county. */
export const routing: Routing = { id: 'routing', level: 'county', routes };

const sealed = Buffer.from('ciphertext');
export const taken: clue.Taken = {
  content: sealed,
  subjects: ['PERSONAAAAAAAAAA'],
  nature: 'breach',
  urgent: false,
  profile: 'national-2017',
};
export const screening: clue.Screening = {
  nature: 'breach',
  authorities: ['county'],
  content: sealed,
  subjects: ['PERSONAAAAAAAAAA'],
};
const transfer = { transferId: 'transfer', organId: 'discipline' };
export const closed: clue.Disposed = { disposition: 'closedWithoutAction', until: null, on: later };
export const ending: clue.Ending = { by: 'custodian', on: later };

/** As far as its content being here. */
export function takenClue(more: Partial<clue.Clue> = {}): clue.Clue {
  return { ...clue.take(clue.open(raised).state, taken, raisedOn).state, ...more };
}
export function screenedClue(more: Partial<clue.Clue> = {}): clue.Clue {
  return { ...clue.screen(takenClue(), screening, routing, screenedOn).state, ...more };
}
/** With the discipline organ, which owes an answer. */
export function receivedClue(more: Partial<clue.Clue> = {}): clue.Clue {
  const sent = clue.putInTransfer(screenedClue(), transfer, routing).state;
  return { ...clue.receive(sent, transfer, receivedOn).state, ...more };
}
export function disposedClue(more: Partial<clue.Clue> = {}): clue.Clue {
  return { ...clue.dispose(receivedClue(), closed).state, ...more };
}
