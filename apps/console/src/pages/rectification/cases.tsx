/** The ledger of rectification cases and the page of one: one feedback, from its plan to its end. */
import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { Looks } from '../../kit/looks.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { CaseParts } from './case-parts.js';
import { CaseTimeline } from './case-timeline.js';
import { CaseTop } from './case-top.js';
import { caseOutcomes } from './outcomes.js';
import { caseSupervisions } from './supervisions.js';
import { draftedReport, hasPlan, lastPlan, lastText } from './case-state.js';

type Case = Answer<'readCase'>;

export const cases: Ledger<'listCases'> = {
  query: 'listCases',
  title: '整改台账',
  says: '一次反馈开立一项整改：报方案、逐项整改、报两份报告、三家联审、评估、结束。',
  columns: [
    { field: 'organizationId', width: 220 },
    'state',
    'openedOn',
    {
      field: 'planDueOn',
      show: ({ planDueOn, state }) => <DaysLeft due={planDueOn} settled={state !== 'opened'} />,
    },
    {
      field: 'reportsDueOn',
      show: ({ reportsDueOn, state }) => <DaysLeft due={reportsDueOn} settled={!owesReports(state)} />,
    },
    'overdue',
    'closedOn',
    { field: 'roundId', spare: true },
    { field: 'inspectionId', spare: true },
  ],
  filters: ['organizationId', 'roundId', 'inspectionId'],
  tabs: 'state',
  counts: 'countCases',
  to: ({ id }) => `/cases/${id}`,
  batch: { commands: ['closeCase'], target: 'caseId' },
  empty: '还没有整改',
};

const owesReports = (state: Case['state']) =>
  ['opened', 'planSubmitted', 'planAccepted', 'underway'].includes(state);

export const rectificationCase: RecordSpec<'readCase'> = {
  query: 'readCase',
  id: 'caseId',
  ledger: ['整改台账', '/cases'],
  title: ({ organizationId }) => ({ kind: 'organization', id: organizationId, after: '巡察反馈问题整改' }),
  steps: [
    { name: '反馈', in: [], on: (view) => view.openedOn },
    {
      name: '制定方案',
      in: ['opened'],
      on: (view) => lastPlan(view)?.signedOn,
      by: (view) => lastPlan(view)?.signedBy,
    },
    {
      name: '方案审核',
      in: ['planSubmitted'],
      on: (view) => accepted(view)?.on,
      by: (view) => accepted(view)?.by,
    },
    { name: '整改落实', in: ['planAccepted', 'underway'] },
    { name: '联合审核', in: ['reportsSubmitted'] },
    {
      name: '质效评估',
      in: ['jointlyReviewed'],
      on: (view) => assessed(view)?.on,
      by: (view) => assessed(view)?.by,
    },
    { name: '结束整改', in: ['assessed', 'closed'], on: (view) => view.closedOn },
  ],
  waits: {
    opened: (view) =>
      hasPlan(view)
        ? '方案已拟定，等主要负责人（或指定的签字人）签字，签字即报送巡察办'
        : '党组织为反馈的每个问题拟定措施、责任人和期限，再由主要负责人签字',
    planSubmitted: '巡察办审核方案：认可，各整改事项随即开立；或附意见退回',
    planAccepted: '各事项由责任人开始整改',
    underway: '逐项整改、报请销号；党组织和主要负责人各报一份整改报告，两份签字齐了即报送',
    reportsSubmitted:
      '巡察办、纪检监察机关、组织部门各提联审意见，三家都同意即审核完毕；有不同意的，可附意见退回',
    jointlyReviewed: '巡察办评估整改质效，打分定等',
    assessed: '全部事项销号或转为长期坚持后，结束整改',
  },
  rests: {
    closed: '已经结束。回头看、评估或群众评分表明没有解决的，可重新打开',
  },
  deadline: (view) =>
    view.state === 'opened'
      ? { word: '整改方案', due: view.planDueOn, settled: false }
      : { word: '两份报告', due: owesReports(view.state) ? view.reportsDueOn : null, settled: false },
  facts: [
    'organizationId',
    'roundId',
    'feedbackId',
    'openedOn',
    'planDueOn',
    'reportsDueOn',
    'overdue',
    'closedOn',
  ],
  documents: [
    { query: 'planOpinionSlip', name: '方案意见回执', when: ({ slips }) => hasSlip(slips, 'plan') },
    { query: 'reportsOpinionSlip', name: '报告意见回执', when: ({ slips }) => hasSlip(slips, 'reports') },
    { query: 'closeOutList', name: '销号清单' },
    {
      query: 'newHeadReminder',
      name: '新任负责人提醒函',
      in: ['planAccepted', 'underway', 'reportsSubmitted'],
    },
  ],
  actions: [
    {
      command: 'signPlan',
      in: ['opened'],
      when: (view) => view.maySign && hasPlan(view),
      isNext: true,
    },
    {
      command: 'draftReport',
      in: ['underway'],
      from: (view) => lastText(view, 'organization'),
      isNext: true,
      when: (view) => draftedReport(view, 'organization') === undefined,
    },
    {
      command: 'signReport',
      in: ['underway'],
      isNext: true,
      when: (view) => view.maySign && draftedReport(view, 'organization')?.signedOn === null,
    },
    {
      command: 'submitHeadReport',
      in: ['underway'],
      from: (view) => lastText(view, 'head'),
      when: (view) => view.maySign && draftedReport(view, 'head') === undefined,
    },
    { command: 'acceptPlan', in: ['planSubmitted'], isNext: true },
    { command: 'returnPlan', in: ['planSubmitted'], danger: true },
    { command: 'giveReview', in: ['reportsSubmitted'], isNext: true, from: () => ({ agrees: true }) },
    { command: 'returnReports', in: ['reportsSubmitted'], danger: true },
    { command: 'assessCase', in: ['jointlyReviewed'], isNext: true },
    { command: 'closeCase', in: ['assessed'], isNext: true },
    { command: 'reopenCase', in: ['closed'], danger: true },
    {
      command: 'nameCaseSigner',
      in: ['opened', 'planSubmitted', 'planAccepted', 'underway', 'reportsSubmitted'],
    },
  ],
  top: (view) => <CaseTop view={view} />,
  more: (view) => <CaseParts view={view} />,
  aside: (view) => (
    <>
      <CaseTimeline view={view} />
      <Looks query="listCaseLooks" input={{ caseId: view.id }} />
    </>
  ),
  related: [
    related<Case, 'listSupervisions'>({ ledger: caseSupervisions, given: ({ id }) => ({ caseId: id }) }),
    related<Case, 'listOutcomes'>({
      ledger: caseOutcomes,
      given: ({ inspectionId, organizationId }) => ({ inspectionId, organizationId }),
    }),
  ],
};

const accepted = ({ slips }: Case) =>
  slips.findLast(({ about, verdict }) => about === 'plan' && verdict === 'accepted');

/** What was assessed before a reopening does not count. */
const assessed = ({ state, assessments }: Case) =>
  state === 'assessed' || state === 'closed' ? assessments.at(-1) : undefined;

/** For those who are inspected: back to their desk, without what is not theirs to open. */
export const ownCase: RecordSpec<'readCase'> = {
  ...rectificationCase,
  ledger: ['我的整改', '/desk'],
  facts: rectificationCase.facts.filter((name) => name !== 'roundId'),
};

function hasSlip(slips: Case['slips'], about: 'plan' | 'reports'): boolean {
  return slips.some((slip) => slip.about === about);
}
