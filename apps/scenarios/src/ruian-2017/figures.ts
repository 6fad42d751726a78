import { publishedYear, scaledFigures, type Figures } from '../figures.js';

/** The frame of the year keeps its published numbers at every scale (FIGURES.md, Scale). */
const frame: ReadonlySet<string> = new Set([
  'teams',
  'inspectors',
  'lookBackRounds',
  'hearings.standingCommittee',
  'hearings.leadingOrFivePersonGroup',
]);

export const ruian2017 = publishedYear('ruian-2017');

export function expectedFigures(scale: number): Figures {
  return scaledFigures(ruian2017.figures, scale, frame);
}
