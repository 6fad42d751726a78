/** The tracks of all inspections of a year, and of the clues they raised. */
import { grouped, type Chance } from '../chance.js';
import { writeCase } from './case.track.js';
import type { ClueDraft } from './clue.draft.js';
import { clueTracks, raisedIn } from './clue.track.js';
import type { Draft } from './draft.js';
import type { Gains } from './gain.js';
import { writeOnsite } from './onsite.track.js';
import type { Activities, Outing, Visit } from './outing.js';
import { headOf, liaisonOf } from './people.js';
import { TrackBook, type Desk } from './scene.js';
import type { Track } from './steps.js';

/** What a year found and what came of it. */
export interface Yield {
  readonly drafts: readonly Draft[];
  readonly gains: Gains;
  readonly clues: readonly ClueDraft[];
}

/** What differs from place to place. */
export interface LocalCustom {
  activities(visit: Visit, chance: Chance): readonly Activities[];
  petition(visit: Visit, chance: Chance): boolean;
  /** How much of what usually goes wrong does: papers, reports, plans and items that are returned or reopened. */
  readonly mishaps: number;
  /** A later look-back at the same organization that finds an item unsolved. */
  lookBack?(visit: Visit): Visit | undefined;
}

export function inspectionTracks(
  outings: readonly Outing[],
  { drafts, gains, clues }: Yield,
  desk: Desk,
  custom: LocalCustom,
  chance: Chance,
): Track[] {
  const found = new Map(grouped(drafts, inspectionOf).map((group) => [inspectionOf(group[0]!), group]));
  const byFinding = new Map(clues.map((clue) => [clue.finding.key, clue]));
  const tracks = outings.flatMap(({ visits, hearing }) =>
    visits.map((visit, index) => {
      const { key } = visit.inspection;
      const book = new TrackBook(key);
      const draw = chance.fork(key);
      const scene = {
        visit,
        findings: found.get(key) ?? [],
        gains,
        clues: byFinding,
        activities: custom.activities(visit, draw),
        petition: custom.petition(visit, draw),
        desk,
        office: desk.office[index % desk.office.length]!,
        head: headOf(visit.organization),
        liaison: liaisonOf(visit.organization),
        hearing,
        lookBack: custom.lookBack?.(visit),
        chance: draw,
        mishap: (percent: number) => draw.percent(percent * custom.mishaps),
      };
      writeCase(book, scene, writeOnsite(book, scene));
      return book.done();
    }),
  );
  return [...tracks, ...clueTracks(clues, raisedIn(tracks), desk, chance.fork('clues'))];
}

function inspectionOf({ visit }: Draft): string {
  return visit.inspection.key;
}
