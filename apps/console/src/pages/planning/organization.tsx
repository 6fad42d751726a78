/** The page of one organization: its entry in the register, what was found there, and what belongs to it. */
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { FindingCounts } from './finding-counts.js';

const below: Ledger<'listOrganizations'> = {
  query: 'listOrganizations',
  title: '下级组织',
  says: '',
  columns: [{ field: 'name', width: 180 }, 'code', { field: 'kind', title: '类别' }, 'state', 'headName'],
  to: ({ id }) => `/register/${id}`,
  empty: '没有下级组织',
};

const inspections: Ledger<'listInspections'> = {
  query: 'listInspections',
  title: '历次巡察',
  says: '',
  columns: ['designation', 'roundId', 'state', 'enteredOn', 'leftOn', 'fedBackOn'],
  to: ({ id }) => `/inspections/${id}`,
  empty: '还没有被巡察过',
};

const cases: Ledger<'listCases'> = {
  query: 'listCases',
  title: '整改',
  says: '',
  columns: [{ field: 'openedOn', title: '开始整改' }, 'state', 'planDueOn', 'reportsDueOn', 'overdue'],
  to: ({ id }) => `/cases/${id}`,
  empty: '没有整改',
};

export const organization: RecordSpec<'readOrganization'> = {
  query: 'readOrganization',
  id: 'organizationId',
  history: 'historyOfOrganization',
  ledger: ['登记册', '/register'],
  title: ({ name }) => name,
  facts: [
    'code',
    'kind',
    'category',
    'villageType',
    'divisionCode',
    'parentId',
    'headName',
    'headSince',
    'registeredOn',
    'endedOn',
    'mergedIntoId',
  ],
  actions: [
    {
      command: 'changeOrganization',
      in: ['active'],
      from: ['name', 'kind', 'category', 'villageType', 'divisionCode', 'parentId'],
    },
    { command: 'changeHead', in: ['active'] },
    { command: 'mergeOrganization', in: ['active'] },
    { command: 'dissolveOrganization', in: ['active'], danger: true },
  ],
  more: ({ id }) => <FindingCounts organizationId={id} />,
  related: [
    related({ ledger: inspections, given: ({ id }) => ({ organizationId: id }) }),
    related({ ledger: cases, given: ({ id }) => ({ organizationId: id }) }),
    related({ ledger: below, given: ({ id }) => ({ parentId: id }) }),
  ],
};
