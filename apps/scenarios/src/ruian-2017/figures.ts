import { publishedYear, scaled, type Figures } from '../figures.js';

/** The frame of the year keeps its published numbers at every scale (FIGURES.md, Scale). */
const frame: ReadonlySet<string> = new Set([
  'teams',
  'inspectors',
  'lookBackRounds',
  'hearings.standingCommittee',
  'hearings.leadingOrFivePersonGroup',
]);

/** Figures of services still to come, and which (FIGURES.md); nothing of them is in the plan yet. */
export const laterFigures: Readonly<Record<string, 'talent' | 'clues'>> = {
  inspectors: 'talent',
  'personsHandled.organizational': 'clues',
  'personsHandled.judicial': 'clues',
  personsFiled: 'clues',
  'poverty.personsJudicial': 'clues',
  'joint.personsJudicial': 'clues',
  'joint.personsFiled': 'clues',
  'joint.cluesConcluded': 'clues',
  'routine.cluesAssigned': 'clues',
  'townshipLed.clues': 'clues',
  'townshipLed.personsHandled': 'clues',
};

export const ruian2017 = publishedYear('ruian-2017');

/** What the year must come to at a scale, figures of services to come included. */
export function expectedFigures(scale: number): Figures {
  return Object.fromEntries(
    Object.entries(ruian2017.figures).map(([key, figure]) => [
      key,
      frame.has(key) ? figure : scaled(figure, scale),
    ]),
  );
}

/** One figure to aim at; an unknown key is a bug. */
export function target(figures: Figures, key: string): number {
  const figure = figures[key];
  if (figure === undefined) throw new Error(`no figure ${key}`);
  return figure;
}
