/** Report packages 两报告一清单: from the team to the decision. */
import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { FileLink } from '../../kit/files/file-link.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { Looks } from '../../kit/looks.js';
import { NameOf } from './name-of.js';
import { ListOfReport } from './report-list.js';

type Report = Answer<'readReportPackage'>;

export const reports: Ledger<'listReportPackages'> = {
  query: 'listReportPackages',
  title: '报告',
  says: '两报告一清单：巡察报告、对领导班子的评价报告、问题清单。巡察办审核，会议听取，逐一决定处置。',
  columns: [
    {
      field: 'organizationId',
      width: 220,
      show: ({ organizationId }) => <NameOf kind="organization" id={organizationId} />,
    },
    'state',
    'submittedOn',
    'submittedBy',
    'reviewedOn',
    'heardOn',
    'decidedOn',
    { field: 'roundId', width: 180 },
  ],
  filters: ['roundId', 'inspectionId'],
  tabs: 'state',
  counts: 'countReportPackages',
  to: ({ id }) => `/reports/${id}`,
  link: 'organizationId',
  empty: '还没有报送报告',
};

export const report: RecordSpec<'readReportPackage'> = {
  query: 'readReportPackage',
  history: 'historyOfReportPackage',
  id: 'reportPackageId',
  ledger: ['报告', '/reports'],
  title: ({ organizationId }) => ({ kind: 'organization', id: organizationId, after: '：两报告一清单' }),
  steps: [
    {
      name: '报送',
      in: ['draft', 'returned'],
      on: ({ submittedOn }) => submittedOn,
      by: ({ submittedBy }) => submittedBy,
    },
    { name: '巡察办审核', in: ['officeReviewed'], on: ({ reviewedOn }) => reviewedOn },
    { name: '听取', in: ['heard'], on: ({ heardOn }) => heardOn },
    { name: '决定处置', in: ['decided'], on: ({ decidedOn }) => decidedOn },
  ],
  waits: {
    draft: '巡察办审核，或退回修改',
    returned: '巡察组按退回意见修改后再报',
    officeReviewed: '会议听取以后，巡察办点“记为已听取”并选会议',
    heard: '五人小组或领导小组逐一决定每个问题的处置',
  },
  rests: {
    decided: '已逐一决定处置；怎样反馈，见本次巡察的“反馈”',
  },
  facts: ['organizationId', 'roundId', 'inspectionId', 'hearingId'],
  texts: ['opinion', 'report', 'evaluation'],
  documents: [
    { query: 'inspectionReport', name: '巡察报告' },
    { query: 'leadershipEvaluation', name: '评价报告' },
    { query: 'findingList', name: '问题清单' },
  ],
  actions: [
    { command: 'returnReportPackage', in: ['draft', 'officeReviewed'] },
    { command: 'reviewReportPackage', in: ['draft'], isNext: true },
    { command: 'hearReportPackage', in: ['officeReviewed'], isNext: true },
    {
      command: 'resubmitReportPackage',
      in: ['returned'],
      isNext: true,
      page: ({ id }) => `/reports/${id}/edit`,
    },
    {
      command: 'decideReportPackage',
      in: ['heard'],
      isNext: true,
      page: ({ id }) => `/reports/${id}/decide`,
    },
  ],
  more: (view) => (
    <>
      <Attached report={view} />
      <ListOfReport report={view} />
    </>
  ),
  aside: (view) => <Belongs report={view} />,
  below: ({ id }) => <Looks query="listReportLooks" input={{ reportPackageId: id }} />,
};

function Attached({ report: { id, files } }: { report: Report }) {
  if (files.length === 0) return null;
  return (
    <Part title="附件" aside={<span className="second">{files.length} 份</span>}>
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.sha256}>
            <FileLink file={file} of="reportPackageFiles" given={{ reportPackageId: id }} among={files} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Belongs({ report: { inspectionId } }: { report: Report }) {
  const { may } = useRights();
  return (
    <Part title="相关">
      <ul className="plain-list">
        <li>
          <Link to={`/inspections/${inspectionId}` as never}>本次巡察的工作台</Link>
        </li>
        {may(callOf('listFeedback').permission) && (
          <li>
            <Link
              to={'/inspections/$id' as never}
              params={{ id: inspectionId } as never}
              search={{ part: 'feedback' } as never}
            >
              反馈
            </Link>
          </li>
        )}
      </ul>
    </Part>
  );
}
