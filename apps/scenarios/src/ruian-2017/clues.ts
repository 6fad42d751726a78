/** The clues of the year and what came of them: the published persons, and others that must not be counted. */
import { split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import {
  isAnswered,
  nameSomebody,
  OpenClue,
  Suspects,
  type ClueDraft,
  type ClueEnd,
} from '../year/clue.draft.js';
import { isWithdrawn, type Draft } from '../year/draft.js';
import type { Suspect } from '../year/plan.types.js';
import { populationOf, type Population } from './findings.js';

/** How many clues of a population come how far. */
type Ends = Readonly<Partial<Record<ClueEnd, number>>>;
type Clues = Readonly<Record<Population, readonly OpenClue[]>>;

export function makeClues(
  drafts: readonly Draft[],
  figures: Figures,
  scale: number,
  chance: Chance,
): ClueDraft[] {
  const clues = raised(drafts, figures, scale, chance);
  const suspects = new Suspects();
  const filed = file(clues, figures, suspects);
  const judged = bringToCourt(clues, figures, filed);
  measure(clues, figures, { filed, judged, suspects }, chance);
  handleInTownships(clues.townshipLed, target(figures, 'townshipLed.personsHandled'), suspects, chance);
  const all = Object.values(clues).flat();
  nameSomebody(all, suspects);
  return all;
}

/** Shares that no published figure fixes are ours. */
function ends(figures: Figures, scale: number): Record<Population, Ends> {
  const few = (count: number) => scaled(count, scale);
  const assigned = target(figures, 'routine.cluesAssigned');
  const [concluded = 0, disposed = 0, held = 0, received = 0] = split(assigned, [40, 9, 3, 5]);
  const township = target(figures, 'townshipLed.clues');
  const [ended = 0, open = 0, waiting = 0] = split(township, [108, 30, 56]);
  return {
    routine: { concluded, disposed, held, received, screened: few(5), merged: few(4) },
    poverty: { concluded: few(26), disposed: few(4), screened: few(2) },
    keyProject: { concluded: few(14), received: few(2) },
    joint: { concluded: target(figures, 'joint.cluesConcluded'), received: few(2) },
    lookBack1: { screened: few(2) },
    lookBack2: {},
    townshipLed: { concluded: ended, disposed: open, screened: waiting, merged: few(6) },
  };
}

function raised(drafts: readonly Draft[], figures: Figures, scale: number, chance: Chance): Clues {
  const standing = drafts.filter((draft) => !isWithdrawn(draft) && !draft.immediate);
  const wanted = ends(figures, scale);
  const clues = (population: Population): OpenClue[] => {
    const findings = standing.filter(({ visit }) => populationOf(visit.campaignKey) === population);
    const draw = chance.fork(population);
    return open(draw.shuffled(findings), wanted[population], draw);
  };
  return {
    routine: clues('routine'),
    poverty: clues('poverty'),
    keyProject: clues('keyProject'),
    joint: clues('joint'),
    lookBack1: clues('lookBack1'),
    lookBack2: clues('lookBack2'),
    townshipLed: clues('townshipLed'),
  };
}

/** Merged ones come last: into an earlier one of the same matter, that is, of the same round. */
function open(findings: readonly Draft[], wanted: Ends, chance: Chance): OpenClue[] {
  const clues: OpenClue[] = [];
  const { merged = 0, ...others } = wanted;
  let next = 0;
  for (const [end, count] of Object.entries(others))
    for (let left = count; left > 0; left -= 1)
      clues.push(new OpenClue(findings[next++]!, end as ClueEnd, chance));
  const targets = clues.filter(({ urgent }) => !urgent);
  for (let left = merged; left > 0;) {
    const finding = findings[next++]!;
    const into = targets.find((one) => one.finding.visit.round === finding.visit.round);
    if (!into) continue;
    clues.push(new OpenClue(finding, 'merged', chance, into.key));
    left -= 1;
  }
  return clues;
}

/** Persons filed, by the clue: those of the joint round, then those of all others of the county's own. */
function file(clues: Clues, figures: Figures, suspects: Suspects): Map<Suspect, OpenClue> {
  const filed = new Map<Suspect, OpenClue>();
  const among = (answered: readonly OpenClue[], count: number) =>
    split(
      count,
      answered.map((_, index) => 2 + (index % 3)),
    ).forEach((share, index) => {
      for (let left = share; left > 0; left -= 1) {
        const person = suspects.next();
        answered[index]!.came('filed', person);
        filed.set(person, answered[index]!);
      }
    });
  const joint = target(figures, 'joint.personsFiled');
  among(clues.joint.filter(isAnswered), joint);
  among(
    [...clues.poverty, ...clues.routine, ...clues.keyProject].filter(isAnswered),
    target(figures, 'personsFiled') - joint,
  );
  return filed;
}

/** Somebody may have to do with two rounds; the county counts them once (rules.md 17). */
function bringToCourt(clues: Clues, figures: Figures, filed: ReadonlyMap<Suspect, OpenClue>): Set<Suspect> {
  const poverty = target(figures, 'poverty.personsJudicial');
  const joint = target(figures, 'joint.personsJudicial');
  const shared = poverty + joint - target(figures, 'personsHandled.judicial');
  const of = (population: readonly OpenClue[]) =>
    [...filed].filter(([, clue]) => population.includes(clue)).map(([person]) => person);
  const poor = of(clues.poverty).slice(0, poverty);
  const others = of(clues.joint).slice(0, joint - shared);
  for (const person of [...poor, ...others]) filed.get(person)!.came('judicial', person);
  const [meeting] = clues.joint.filter(isAnswered);
  for (const person of poor.slice(0, shared)) meeting!.came('judicial', person);
  return new Set([...poor, ...others]);
}

/** Organizational measures for some of those filed and for others; the rest of those filed are sanctioned, and a few in two matters. */
function measure(
  clues: Clues,
  figures: Figures,
  known: { filed: ReadonlyMap<Suspect, OpenClue>; judged: ReadonlySet<Suspect>; suspects: Suspects },
  chance: Chance,
) {
  const { filed, judged, suspects } = known;
  const count = target(figures, 'personsHandled.organizational');
  const candidates = chance.shuffled([...filed.keys()].filter((person) => !judged.has(person)));
  const measured = candidates.slice(0, Math.floor(count * 0.6));
  for (const person of measured) filed.get(person)!.came('measure', person);
  for (const person of candidates.slice(measured.length)) filed.get(person)!.came('sanction', person);
  const answered = [...clues.routine, ...clues.keyProject].filter(isAnswered);
  for (let left = count - measured.length; left > 0; left -= 1)
    chance.pick(answered).came('measure', suspects.next());
  for (const person of measured.slice(0, Math.ceil(count / 20))) {
    const again = answered.find((clue) => clue !== filed.get(person));
    again?.came('measure', person);
  }
}

/** Persons of the townships' own rounds stand beside the county's; some are filed as well. */
function handleInTownships(clues: readonly OpenClue[], count: number, suspects: Suspects, chance: Chance) {
  const answered = clues.filter(isAnswered);
  split(
    count,
    answered.map(() => 1),
  ).forEach((share, index) => {
    for (let left = share; left > 0; left -= 1) {
      const person = suspects.next();
      if (chance.percent(10)) answered[index]!.came('filed', person);
      answered[index]!.came(chance.percent(80) ? 'measure' : 'sanction', person);
    }
  });
}
