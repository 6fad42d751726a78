/** The way of clues from the team's raising them to their end (lifecycle.md, rules.md 5 to 9). */
import type { BusinessDate } from '@xuncha/domain-kit';
import { grouped, type Chance } from '../chance.js';
import { later, shift } from './calendar.js';
import { isAnswered, isTransferred, type ClueDraft } from './clue.draft.js';
import { decidedOn } from './onsite.track.js';
import type { Key, Transfer } from './plan.types.js';
import { TrackBook, type Desk } from './scene.js';
import type { Disposition, Track } from './steps.js';

/** The days on which the teams raised their clues. */
export type Raised = ReadonlyMap<Key, BusinessDate>;

export function raisedIn(tracks: readonly Track[]): Raised {
  const raised = new Map<Key, BusinessDate>();
  for (const { steps } of tracks)
    for (const step of steps) if (step.act === 'raiseClue') raised.set(step.clue.key, step.on);
  return raised;
}

/** Clues of one inspection for one organ travel together; an urgent one by itself. */
export function clueTracks(clues: readonly ClueDraft[], raised: Raised, desk: Desk, chance: Chance): Track[] {
  const kept = clues.filter((clue) => !isTransferred(clue));
  const parcels = grouped(clues.filter(isTransferred), transferKey);
  return [
    ...kept.map((clue) => keptTrack(clue, raised, desk)),
    ...parcels.map((parcel) => transferTrack(parcel, raised, desk, chance)),
  ];
}

function transferKey({ key, urgent, nature, finding }: ClueDraft): Key {
  return urgent ? `${key}/transfer` : `${finding.visit.inspection.key}/transfer-${nature}`;
}

/** Stays with the office: not yet transferred, merged, or of another level. */
function keptTrack(clue: ClueDraft, raised: Raised, desk: Desk): Track {
  const book = new TrackBook(clue.key);
  screen(book, clue, raised, desk);
  if (clue.into) {
    const on = shift(later(raised.get(clue.key)!, raised.get(clue.into)!), 2);
    book.add(on, 'clueCustodian', desk.clueCustodian, {
      act: 'mergeClue',
      clue: clue.key,
      into: clue.into,
    });
  }
  if (clue.end === 'movedUp')
    book.add(shift(raised.get(clue.key)!, 2), 'clueCustodian', desk.clueCustodian, {
      act: 'moveClueUp',
      clue: clue.key,
    });
  return book.done();
}

function screen(book: TrackBook, clue: ClueDraft, raised: Raised, desk: Desk) {
  book.add(shift(raised.get(clue.key)!, 1), 'clueCustodian', desk.clueCustodian, {
    act: 'screenClue',
    clue: clue.key,
    nature: clue.nature,
    suspects: clue.suspects,
  });
}

function transferTrack(parcel: readonly ClueDraft[], raised: Raised, desk: Desk, chance: Chance): Track {
  const [first] = parcel as [ClueDraft, ...ClueDraft[]];
  const { urgent, nature, finding } = first;
  const transfer: Transfer = {
    key: transferKey(first),
    organ: desk.organs[nature].organization,
    clues: parcel.map((clue) => clue.key),
  };
  const book = new TrackBook(transfer.key);
  for (const clue of parcel) screen(book, clue, raised, desk);
  const drafted = urgent ? shift(raised.get(first.key)!, 1) : shift(decidedOn(finding.visit.campaign), 1);
  const { leader } = finding.visit.team;
  const delivered = approve(book, transfer, { drafted, urgent, leader }, desk);
  const received = shift(delivered, chance.between(1, 3));
  const { custodian } = desk.organs[nature];
  book.add(received, 'organCustodian', custodian, { act: 'receiveTransfer', transfer: transfer.key });
  for (const clue of parcel) answer(book, clue, received, { ...desk, custodian }, chance);
  return book.done();
}

/** Leader, office and leading group, by three people; an urgent one within the workday (rules.md 6). */
function approve(
  book: TrackBook,
  transfer: Transfer,
  { drafted, urgent, leader }: { drafted: BusinessDate; urgent: boolean; leader: Key },
  desk: Desk,
): BusinessDate {
  const next = urgent ? drafted : shift(drafted, 1);
  const delivered = urgent ? drafted : shift(drafted, 2);
  const { key } = transfer;
  book.add(drafted, 'clueCustodian', desk.clueCustodian, { act: 'draftTransfer', transfer });
  book.add(drafted, 'leader', leader, { act: 'leadTransfer', transfer: key });
  book.add(drafted, 'office', desk.office[0]!, { act: 'passTransfer', transfer: key });
  book.add(next, 'leadingGroup', desk.leadingGroup, { act: 'approveTransfer', transfer: key });
  book.add(delivered, 'clueCustodian', desk.clueCustodian, { act: 'deliverTransfer', transfer: key });
  return delivered;
}

/** What the organ does with a clue, within the profile's three months. */
function answer(
  book: TrackBook,
  clue: ClueDraft,
  received: BusinessDate,
  { custodian, clueCustodian }: { custodian: Key; clueCustodian: Key },
  chance: Chance,
) {
  if (clue.end === 'received') return;
  const disposed = shift(received, chance.between(1, 3));
  const until = clue.end === 'held' ? shift(disposed, 30) : undefined;
  const disposition = dispositionOf(clue);
  book.add(disposed, 'organCustodian', custodian, { act: 'disposeClue', clue: clue.key, disposition, until });
  if (!isAnswered(clue)) return;
  const filed = shift(disposed, chance.between(2, 8));
  const handled = shift(filed, chance.between(2, 12));
  clue.outcomes.forEach(({ kind, persons }, index) =>
    book.add(kind === 'filed' ? filed : handled, 'organCustodian', custodian, {
      act: 'recordClueOutcome',
      outcome: { key: `${clue.key}/outcome-${index + 1}`, clue: clue.key, kind, persons },
    }),
  );
  if (clue.end === 'concluded')
    book.add(shift(handled, 1), 'clueCustodian', clueCustodian, { act: 'concludeClue', clue: clue.key });
}

/** A clue is concluded on what came of it, or because nothing will. */
function dispositionOf({ end, outcomes }: ClueDraft): Disposition {
  if (end === 'held') return 'held';
  if (outcomes.some(({ kind }) => kind === 'filed')) return 'preliminaryVerification';
  return end === 'concluded' && outcomes.length === 0 ? 'closedWithoutAction' : 'inquiry';
}
