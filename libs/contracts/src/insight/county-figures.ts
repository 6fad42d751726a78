/** Figures that a county hands up to its city for a period; the city shows each as `countyLevel.<id>` (apps/scenarios/FIGURES.md). */
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
