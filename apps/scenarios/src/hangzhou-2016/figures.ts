import { publishedYear, scaledFigures, type Figures } from '../figures.js';

/** A rate does not shrink with what it is a rate of. */
const frame: ReadonlySet<string> = new Set(['villageCoveragePercent']);

export const hangzhou2016 = publishedYear('hangzhou-2016');

export function expectedFigures(scale: number): Figures {
  return scaledFigures(hangzhou2016.figures, scale, frame);
}
