/** The clues of the year and the persons handled. */
import { grouped, split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import { nameSomebody, OpenClue, Suspects, type ClueDraft } from '../year/clue.draft.js';
import { isWithdrawn, type Draft } from '../year/draft.js';

/** A team that finds one breach finds others in the same place. */
const perInspection = 3;
const others = { received: 24, screened: 16, merged: 8 } as const;

export function makeClues(
  drafts: readonly Draft[],
  figures: Figures,
  scale: number,
  chance: Chance,
): ClueDraft[] {
  const findings = suspicious(drafts, chance);
  const suspects = new Suspects();
  const take = () => findings.shift()!;
  const cases = Array.from(
    { length: target(figures, 'casesOfMisconduct') },
    () => new OpenClue(take(), 'concluded', chance),
  );
  handle(cases, figures, suspects);
  const received = Array.from(
    { length: scaled(others.received, scale) },
    () => new OpenClue(take(), 'received', chance),
  );
  const screened = Array.from(
    { length: scaled(others.screened, scale) },
    () => new OpenClue(take(), 'screened', chance),
  );
  const merged = mergedInto(cases, findings, scaled(others.merged, scale), chance);
  const all = [...cases, ...received, ...screened, ...merged];
  nameSomebody(all, suspects);
  return all;
}

/** Findings of some inspections, so many of each; those of the last round have no answer within the year. */
function suspicious(drafts: readonly Draft[], chance: Chance): Draft[] {
  const standing = drafts.filter(
    (draft) => !isWithdrawn(draft) && !draft.immediate && draft.visit.campaign.rectification,
  );
  const inspections = grouped(standing, ({ visit }) => visit.inspection.key);
  return chance.shuffled(inspections).flatMap((group) => group.slice(0, perInspection));
}

/**
 * Everybody is handled once, save whom a smaller scale's rounding counts both as sanctioned and as measured: for two matters. Of those
 * sanctioned some are judged, and of all some named publicly.
 */
function handle(cases: readonly OpenClue[], figures: Figures, suspects: Suspects) {
  const persons = target(figures, 'personsHandled');
  const sanctioned = target(figures, 'personsHandled.disciplinary');
  const judged = target(figures, 'personsHandled.judicial');
  const named = target(figures, 'personsHandled.publiclyNamed');
  const twice = target(figures, 'personsHandled.organizational') + sanctioned - persons;
  let number = 0;
  split(persons, Array<number>(cases.length).fill(1)).forEach((share, index) => {
    const clue = cases[index]!;
    for (let left = share; left > 0; left -= 1) {
      const person = suspects.next();
      // The first so many of all that are handled.
      const isAmong = (count: number) => number < count;
      if (isAmong(sanctioned)) clue.came('filed', person);
      clue.came(isAmong(sanctioned) ? 'sanction' : 'measure', person);
      if (isAmong(judged)) clue.came('judicial', person);
      if (isAmong(named)) clue.came('namedPublicly', person);
      if (isAmong(twice)) cases.at(-1)!.came('measure', person);
      number += 1;
    }
  });
}

/** The same matter was raised already in the same round; its persons are counted there. */
function mergedInto(
  cases: readonly OpenClue[],
  findings: readonly Draft[],
  count: number,
  chance: Chance,
): OpenClue[] {
  const targets = cases.filter(({ urgent }) => !urgent);
  return findings
    .flatMap((finding) => {
      const into = targets.find((one) => one.finding.visit.round === finding.visit.round);
      return into ? [{ finding, into }] : [];
    })
    .slice(0, count)
    .map(({ finding, into }) => new OpenClue(finding, 'merged', chance, into.key));
}
