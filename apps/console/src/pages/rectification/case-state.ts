/** What stands in a case now: the plan and the reports that count, and what was last said of them. */
import type { Answer } from '../../api/names.js';

export type Case = Answer<'readCase'>;
export type Plan = Case['plans'][number];
export type Report = Case['reports'][number];
export type Slip = Case['slips'][number];
export type PlanRow = Plan['rows'][number];

/** The one that counts; what was returned stays, and counts no more. */
export function lastPlan({ plans }: Case): Plan | undefined {
  const last = plans.at(-1);
  return last?.lapsed ? undefined : last;
}

export const hasPlan = (it: Case) => lastPlan(it) !== undefined;

/** Rows to begin a plan with: those of the draft, or of the plan that was returned. */
export const rowsToGoOnWith = ({ plans }: Case): readonly PlanRow[] => plans.at(-1)?.rows ?? [];

export function draftedReport({ reports }: Case, of: Report['of']): Report | undefined {
  return reports.find((report) => report.of === of && !report.lapsed);
}

/** A report that was returned is gone on with, not written anew. */
export function lastText({ reports }: Case, of: Report['of']): Partial<Pick<Report, 'text' | 'files'>> {
  const last = reports.findLast((report) => report.of === of);
  return last ? { text: last.text, files: last.files } : {};
}

/** What the office last returned, while it is still for the organization to mend. */
export function returnedNow({ state, slips }: Case): Slip | undefined {
  const about = state === 'opened' ? 'plan' : state === 'underway' ? 'reports' : undefined;
  const last = slips.findLast((slip) => slip.about === about);
  return last?.verdict === 'returned' ? last : undefined;
}

export const unreceived = ({ slips }: Case): readonly Slip[] =>
  slips.filter(({ receivedOn }) => receivedOn === null);

/** Items that are not closed out, and findings without a measure, keep a case from going on. */
export function findingsLeftOut(
  { findings }: Case,
  rows: readonly Pick<PlanRow, 'findingId'>[],
): readonly PlanRow['findingId'][] {
  const planned = new Set<string>(rows.map(({ findingId }) => findingId));
  return findings
    .filter(({ findingId, immediate }) => !immediate && !planned.has(findingId))
    .map(({ findingId }) => findingId);
}
