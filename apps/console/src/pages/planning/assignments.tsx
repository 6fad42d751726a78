/** Assignments: their ledger, and the page of one with how far each of its organizations has come. */
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { ArchivePart } from './archive-part.js';
import { Targets } from './milestones.js';

export const assignments: Ledger<'listAssignments'> = {
  query: 'listAssignments',
  title: '任务',
  says: '哪个巡察组巡察哪几家。巡察组授权以后下达；下达之后组长才能进驻。',
  columns: [
    { field: 'designation', width: 160 },
    'roundId',
    'batch',
    {
      field: 'organizations',
      width: 220,
      show: ({ organizations }) =>
        organizations.map(({ organizationId }, index) => (
          <span key={organizationId}>
            {index > 0 && '、'}
            <Referred field="organizationId" id={organizationId} />
          </span>
        )),
    },
    'state',
    'issuedOn',
    { field: 'cancelReason', spare: true },
  ],
  filters: ['roundId', 'organizationId'],
  tabs: 'state',
  counts: 'countAssignments',
  to: ({ id }) => `/assignments/${id}`,
  batch: { commands: ['issueAssignment'], target: 'assignmentId' },
  empty: '还没有任务',
};

const inspections: Ledger<'listInspections'> = {
  query: 'listInspections',
  title: '巡察',
  says: '',
  columns: ['organizationId', 'state', 'enteredOn', 'leftOn'],
  to: ({ id }) => `/inspections/${id}`,
  empty: '下达以后，每家被巡察党组织各有一次巡察',
};

const archived: readonly string[] = ['issued', 'entered', 'left', 'done'];

export const assignment: RecordSpec<'readAssignment'> = {
  query: 'readAssignment',
  id: 'assignmentId',
  history: 'historyOfAssignment',
  ledger: ['任务', '/assignments'],
  title: ({ designation, batch }) => `${designation} · 第 ${batch} 批`,
  steps: [
    { name: '安排', in: ['planned'] },
    { name: '下达', in: ['issued'], on: ({ issuedOn }) => issuedOn },
    { name: '进驻', in: ['entered'], on: ({ organizations }) => first(organizations, 'entered') },
    { name: '离开', in: ['left'], on: ({ organizations }) => last(organizations, 'left') },
    { name: '完成', in: ['done'], on: ({ organizations }) => last(organizations, 'caseOpened') },
  ],
  waits: {
    planned: '巡察组提出、审核、授权之后，由巡察办下达',
    issued: '组长到现场后进驻',
    entered: '各家都离开',
    left: '每家都已听取汇报、反馈并开立整改',
  },
  facts: ['roundId', 'designation', 'batch', 'issuedOn', 'cancelReason'],
  actions: [
    {
      command: 'changeAssignment',
      in: ['planned'],
      from: ({ batch, designation, organizations }) => ({
        batch,
        designation,
        organizationIds: organizations.map(({ organizationId }) => organizationId),
      }),
    },
    { command: 'issueAssignment', in: ['planned'], isNext: true },
    { command: 'cancelAssignment', in: ['planned', 'issued'], danger: true },
  ],
  more: ({ id, roundId, organizations, members, state }) => (
    <>
      <Part title="被巡察党组织" aside={<span className="second">{organizations.length} 家</span>}>
        <Targets targets={organizations} />
      </Part>
      {members.length > 0 && (
        <Part title="组员">
          <ul className="members">
            {members.map(({ accountId, role }) => (
              <li key={accountId}>
                <span className="second">{valueWord('RoleName', role)}</span>{' '}
                <Referred field="accountId" id={accountId} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <ArchivePart of={{ roundId, assignmentId: id }} isOpen={archived.includes(state)} />
    </>
  ),
  related: [related({ ledger: inspections, given: ({ id }) => ({ assignmentId: id }) })],
};

type Day = string | null;
type Targets = readonly Readonly<Record<'entered' | 'left' | 'caseOpened', Day>>[];

function first(targets: Targets, milestone: 'entered'): Day {
  return targets.flatMap((one) => one[milestone] ?? []).toSorted()[0] ?? null;
}

/** Known once all have it. */
function last(targets: Targets, milestone: 'left' | 'caseOpened'): Day {
  const days = targets.flatMap((one) => one[milestone] ?? []).toSorted();
  return days.length === targets.length ? (days.at(-1) ?? null) : null;
}
