import { callOf, type CommandName } from '../api/names.js';

/** Page of the kind of record that a command makes, by the aggregate in the contract's name. */
const pages: Readonly<Record<string, string>> = {
  'planning.organization.register': '/register',
  'planning.term.propose': '/terms',
  'planning.round.draft': '/rounds',
  'planning.assignment.plan': '/assignments',
  'planning.hearing.hold': '/hearings',
  'planning.archive-file.open': '/archive-files',
  'onsite.workingPaper.draft': '/papers',
  'onsite.finding.confirm': '/findings',
  'onsite.reportPackage.submit': '/reports',
  'onsite.feedback.prepare': '/feedback',
  'onsite.petition.receive': '/petitions',
  'rectification.outcome.record': '/outcomes',
  'rectification.adviceLetter.draft': '/advice-letters',
  'talent.inspector.register': '/inspectors',
  'talent.team.propose': '/teams',
  'talent.composition.start': '/compositions',
  'talent.callUp.request': '/call-ups',
  'clues.transfer.draft': '/transfers',
  'clues.outcome.record': '/clue-outcomes',
  'linkage.filing.file': '/filings',
  'linkage.peer.propose': '/peers',
  'linkage.statistics.send': '/statistics',
};

export function pageOfReceipt(command: CommandName, answer: unknown): string | undefined {
  const page = pages[callOf(command).contract];
  const { id } = (answer ?? {}) as { id?: string };
  return page && id ? `${page}/${id}` : undefined;
}
