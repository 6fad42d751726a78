/** What the id in a field refers to: how it is named, chosen and opened. */
import type { NameKind } from './names.js';

export interface Reference {
  /** Absent: it has no name of its own on the screen, only a link. */
  readonly name?: NameKind;
  /** Path of its page, before the id. */
  readonly page?: string;
}

const organization: Reference = { name: 'organization', page: '/register' };
const account: Reference = { name: 'account' };

const byField: Readonly<Record<string, Reference>> = {
  organizationId: organization,
  organizationIds: organization,
  parentId: organization,
  leadOrganizationId: organization,
  toOrganizationId: organization,
  referredToId: organization,
  concernsId: organization,
  organId: organization,
  homeId: organization,
  clearOf: organization,
  accountId: account,
  authorId: account,
  reviewerId: account,
  approverId: account,
  recordedBy: account,
  confirmedBy: account,
  submittedBy: account,
  decidedBy: account,
  endedBy: account,
  draftedBy: account,
  signedBy: account,
  closedBy: account,
  receivedBy: account,
  requestedBy: account,
  startedBy: account,
  checkedBy: account,
  authorizedBy: account,
  proposedBy: account,
  assigneeId: account,
  signerId: account,
  by: account,
  roundId: { name: 'round', page: '/rounds' },
  roundIds: { name: 'round', page: '/rounds' },
  termId: { name: 'term', page: '/terms' },
  teamId: { name: 'team', page: '/teams' },
  inTeamId: { name: 'team', page: '/teams' },
  inspectorId: { name: 'inspector', page: '/inspectors' },
  inspectorIds: { name: 'inspector', page: '/inspectors' },
  inspectionId: { name: 'inspection', page: '/inspections' },
  archiveFileId: { page: '/archive-files' },
  hearingId: { name: 'hearing', page: '/hearings' },
  assignmentId: { page: '/assignments' },
  findingId: { name: 'finding', page: '/findings' },
  paperId: { page: '/papers' },
  paperIds: { page: '/papers' },
  reportPackageId: { page: '/reports' },
  feedbackId: { page: '/feedback' },
  caseId: { page: '/cases' },
  itemId: { page: '/items' },
  outcomeId: { page: '/outcomes' },
  clueId: { page: '/clues' },
  clueIds: { page: '/clues' },
  transferId: { page: '/transfers' },
  petitionId: { page: '/petitions' },
  compositionId: { page: '/compositions' },
  callUpId: { page: '/call-ups' },
  filingId: { page: '/filings' },
};

export function referenceOf(field: string): Reference {
  return byField[field] ?? {};
}
