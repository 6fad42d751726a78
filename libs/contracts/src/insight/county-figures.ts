/** Of the figures that counties hand up for a period, those that their city shows, summed, as `countyLevel.<id>` (apps/scenarios/FIGURES.md). */
export const countyFigures = [
  'organizationsInspected',
  'special.organizationsInspected',
  'findings',
  'cluesTransferred',
  'personsFiled',
  'personsHandled.disciplinary',
  'personsHandled.judicial',
  'fullTimeInspectors',
  'inspectorsInPool',
  'trainedByCity',
] as const;
