/** A clue as it stands before it is handed over, for the domain tests of what follows. */
import { parseDate } from '@xuncha/domain-kit';
import * as clue from '../clue/clue.js';

/** Raised, taken and screened on this day. */
export const screenedOn = parseDate('2017-06-01');
/** Pseudonyms of the two persons it is about. */
export const subjects = ['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB'];

export function screenedClue(more: Partial<clue.Clue> = {}): clue.Clue {
  const opened = clue.open({
    clueId: 'clue',
    number: '瑞线〔2017〕1号',
    inspectionId: 'inspection',
    assignmentId: 'assignment',
    roundId: 'round',
    organizationId: 'organization',
    teamId: 'team',
    findingId: 'finding',
    petitionId: null,
    nature: 'breach',
    urgent: false,
    profile: 'national-2017',
    on: screenedOn,
  });
  const sealed = { content: Buffer.from('sealed'), subjects };
  const taken = clue.take(opened.state, sealed, screenedOn);
  const screening = { nature: 'breach' as const, authorities: ['county' as const], ...sealed };
  const county = { id: 'routing', level: 'county' as const, routes: [] };
  return { ...clue.screen(taken.state, screening, county, screenedOn).state, ...more };
}
