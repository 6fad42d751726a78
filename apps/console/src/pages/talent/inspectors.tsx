/** The people of the talent pool, and the record of one of them. */
import type { Item } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { Referred } from '../../kit/value.js';
import { callUps } from './call-ups.js';
import { InspectorParts } from './inspector-parts.js';
import { teams } from './teams.js';

/** One of the register, or the name of one that is not in it. */
function Unit({ organizationId, unit }: Pick<Item<'listInspectors'>, 'organizationId' | 'unit'>) {
  return organizationId ? <Referred field="organizationId" id={organizationId} /> : (unit ?? '—');
}

export const inspectors: Ledger<'listInspectors'> = {
  query: 'listInspectors',
  title: '人才库',
  says: '可以抽进巡察组的人：专职、相对固定、抽调三支力量，含专家库。名册不含履历、亲属与考核。',
  columns: [
    { field: 'name', width: 110 },
    'code',
    'state',
    { field: 'force', width: 88 },
    { field: 'rank', width: 70 },
    'age',
    { field: 'specialities', width: 150 },
    { field: 'organizationId', title: '所在单位', width: 160, show: Unit },
    'sex',
    { field: 'expert', title: '库别', width: 80, show: ({ expert }) => (expert ? '专家库' : '干部库') },
  ],
  filters: ['force', 'rank', 'speciality', 'youngest', 'oldest', 'expert', 'code'],
  tabs: 'state',
  counts: 'countInspectors',
  to: ({ id }) => `/inspectors/${id}`,
  opens: 'readInspector',
  makes: ['registerInspector'],
  empty: '没有这样的人员',
};

const inRecord = ['candidate', 'inPool', 'suspended'];

export const inspector: RecordSpec<'readInspector'> = {
  query: 'readInspector',
  id: 'inspectorId',
  ledger: ['人才库', '/inspectors'],
  title: ({ name }) => name,
  steps: [
    { name: '登记', in: ['candidate'], on: ({ registeredOn }) => registeredOn },
    { name: '在库可调用', in: ['inPool', 'suspended'], on: ({ pooledOn }) => pooledOn },
    { name: '出库', in: ['left'] },
  ],
  waits: {
    candidate: '符合该支力量的年龄、党龄和培训条件后，巡察办点“入库”',
    suspended: '暂停期间不能入组；理由消除后点“恢复在库”',
  },
  facts: [
    'code',
    'force',
    'rank',
    'expert',
    'sex',
    'born',
    'age',
    'partySince',
    'organizationId',
    'unit',
    'homeId',
    'specialities',
    'accountId',
    'registeredOn',
    'pooledOn',
    'reason',
  ],
  history: 'historyOfInspector',
  actions: [
    { command: 'enterPool', in: ['candidate'], isNext: true },
    { command: 'resumeInspector', in: ['suspended'], isNext: true },
    {
      command: 'requestCallUp',
      in: ['inPool'],
      when: ({ force }) => force !== 'fullTime',
      from: ({ id }) => ({ inspectorId: id }),
    },
    {
      command: 'changeInspector',
      in: inRecord,
      from: [
        'name',
        'force',
        'expert',
        'sex',
        'born',
        'partySince',
        'accountId',
        'organizationId',
        'unit',
        'homeId',
        'specialities',
        'career',
        'kin',
      ],
    },
    { command: 'suspendInspector', in: ['inPool'], danger: true },
    { command: 'dismissInspector', in: inRecord, danger: true },
  ],
  more: (view) => <InspectorParts inspector={view} />,
  related: [
    related({
      ledger: { ...teams, columns: teams.columns.filter((one) => one !== 'checkedOn') },
      given: ({ id }: { id: string }) => ({ inspectorId: id as never }),
    }),
    related({ ledger: callUps, given: ({ id }: { id: string }) => ({ inspectorId: id as never }) }),
  ],
};
