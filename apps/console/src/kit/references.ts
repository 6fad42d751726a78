/** What the id in a field refers to: how it is named, chosen and opened. */
import kinds from 'virtual:references';
import type { NameKind } from './names.js';

export interface Reference {
  /** Absent: it has no name of its own on the screen, only a link. */
  readonly name?: NameKind;
  /** Path of its page, before the id. */
  readonly page?: string;
}

/** Where what has a name is opened. */
const pages: Partial<Readonly<Record<NameKind, string>>> = {
  organization: '/register',
  round: '/rounds',
  term: '/terms',
  team: '/teams',
  inspector: '/inspectors',
  inspection: '/inspections',
  hearing: '/hearings',
  finding: '/findings',
};
/** Where what has none is opened, by the field. */
const unnamed: Readonly<Record<string, string>> = {
  archiveFileId: '/archive-files',
  assignmentId: '/assignments',
  materialId: '/materials',
  paperId: '/papers',
  paperIds: '/papers',
  reportPackageId: '/reports',
  feedbackId: '/feedback',
  caseId: '/cases',
  itemId: '/items',
  outcomeId: '/outcomes',
  adviceLetterId: '/advice-letters',
  clueId: '/clues',
  clueIds: '/clues',
  transferId: '/transfers',
  petitionId: '/petitions',
  compositionId: '/compositions',
  callUpId: '/call-ups',
  filingId: '/filings',
};

export function referenceOf(field: string): Reference {
  const kind = kinds[field] as NameKind | 'itself' | undefined;
  if (kind === undefined || kind === 'itself') return unnamed[field] ? { page: unnamed[field] } : {};
  return pages[kind] ? { name: kind, page: pages[kind] } : { name: kind };
}
