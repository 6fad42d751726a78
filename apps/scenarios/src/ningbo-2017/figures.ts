import { publishedYear, scaledFigures, type Figures } from '../figures.js';

/** The frame of the year keeps its published numbers at every scale (FIGURES.md, Scale). */
const frame: ReadonlySet<string> = new Set([
  'countyLevel.counties',
  'countyLevel.specialInspectionCounties',
  'countyLevel.fullTimeInspectors',
  'cityLevel.teams',
  'cityLevel.fullTimeInspectors',
  'cityLevel.inspectorsSentToTraining',
  'trainedInCourses',
]);

export const ningbo2017 = publishedYear('ningbo-2017');

export function expectedFigures(scale: number): Figures {
  return scaledFigures(ningbo2017.figures, scale, frame);
}
