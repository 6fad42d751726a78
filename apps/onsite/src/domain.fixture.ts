/** Records of one inspection, made by the rules themselves, for the domain tests. */
import type { assignmentIssued, BodyOf } from '@xuncha/contracts';
import { parseDate, type BusinessDate } from '@xuncha/domain-kit';
import * as finding from './finding/finding.js';
import * as inspection from './inspection/inspection.js';
import type { Officer } from './inspection/officer.js';
import * as workingPaper from './working-paper/working-paper.js';

export const entered = parseDate('2017-03-06');
export const on = parseDate('2017-03-20');
export const later = parseDate('2017-05-10');

export const leader: Officer = { id: 'leader', post: 'leader' };
export const deputy: Officer = { id: 'deputy', post: 'deputy' };
export const otherDeputy: Officer = { id: 'other-deputy', post: 'deputy' };
export const member: Officer = { id: 'member', post: 'member' };
export const office: Officer = { id: 'office', post: 'office' };

export const assignment: BodyOf<typeof assignmentIssued> = {
  assignmentId: 'assignment',
  roundId: 'round',
  batch: 1,
  teamId: 'team',
  designation: '县委第一巡察组',
  members: [
    { accountId: 'leader', role: 'leader' },
    { accountId: 'deputy', role: 'deputy' },
    { accountId: 'member', role: 'member' },
  ],
  organizations: [{ organizationId: 'village', kind: 'village' }],
  round: {
    kind: 'routine',
    ways: ['comprehensive'],
    ledBy: 'county',
    joint: false,
    cross: false,
    upgraded: false,
    theme: null,
  },
  profile: 'national-2017',
};

/** Opened in February, entered on 6 March where the state says so. */
export function inspected(
  state: inspection.Inspection['state'] = 'investigating',
  more: Partial<inspection.Inspection> = {},
): inspection.Inspection {
  const opened = inspection.open(assignment, assignment.organizations[0]!, parseDate('2017-02-20')).state;
  const enteredOn = state === 'preparing' ? null : entered;
  return { ...opened, state, enteredOn, since: enteredOn ?? opened.since, ...more };
}

export const contents: workingPaper.Contents = {
  matter: '村级资金未公开',
  content: '经查阅账册，三笔支出未在公开栏公开。',
  evidence: [
    { source: 'document', note: '账册' },
    { source: 'interview', note: '谈话记录' },
  ],
};

/** Written by a member, reviewed by the deputy, signed by the leader. */
export function signedPaper(of = inspected(), id = 'paper'): workingPaper.WorkingPaper {
  const drafted = workingPaper.draft(id, of, contents, { author: member, on }).state;
  const reviewed = workingPaper.review(drafted, deputy, on).state;
  return workingPaper.sign(reviewed, leader, on).state;
}

export const fiveSee = {
  persons: [{ name: '演示甲', post: '会计' }],
  matter: '三笔支出未公开',
  unit: '演示村',
  proposedResult: '补公开',
  proposedAccountability: '批评教育',
};
export const statement: finding.Statement = {
  title: '村级资金未按规定公开',
  description: '三笔支出合计三万元未在公开栏公开。',
  clause: '村务公开规定第九条',
  classes: ['livelihood:yes'],
  amountInvolved: 3_000_000,
  fiveSee,
};

export function confirmedFinding(id = 'finding', more: Partial<finding.Statement> = {}): finding.Finding {
  const from = { inspection: inspected(), papers: [signedPaper()] };
  return finding.confirm(id, from, { ...statement, ...more }, null, { by: leader, on }).state;
}

export const done = (by: Officer, date: BusinessDate = on) => ({ by: by.id, on: date });
