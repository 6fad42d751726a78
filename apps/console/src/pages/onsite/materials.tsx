/** What an organization is to supply to the team: the list, and each with who handed it in and who received it (RA17-4). */
import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import { Fact } from '../../kit/fact.js';
import { FileList } from '../../kit/files/file-list.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { NameOf } from './name-of.js';

type Material = Answer<'readMaterial'>;

export const materials: Ledger<'listMaterials'> = {
  query: 'listMaterials',
  title: '材料',
  says: '巡察组请被巡察党组织提供的材料，逐项交接：对方提供，巡察组清点签收。',
  columns: [
    { field: 'title', width: 300 },
    'state',
    { field: 'dueOn', show: ({ dueOn, state }) => <DaysLeft due={dueOn} settled={state !== 'asked'} /> },
    { field: 'organizationId', width: 200 },
    'copies',
    'suppliedOn',
    'receivedOn',
    { field: 'askedOn', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['organizationId', 'inspectionId'],
  tabs: 'state',
  counts: 'countMaterials',
  to: ({ id }) => `/materials/${id}`,
  batch: { commands: ['receiveMaterial'], target: 'materialId' },
  empty: '还没有要求提供材料',
};

export const material: RecordSpec<'readMaterial'> = {
  query: 'readMaterial',
  history: 'historyOfMaterial',
  id: 'materialId',
  ledger: ['材料', '/materials'],
  title: ({ title }) => title,
  steps: [
    { name: '要求提供', in: ['asked'], on: ({ askedOn }) => askedOn },
    { name: '提供', in: ['supplied'], on: ({ suppliedOn }) => suppliedOn },
    { name: '签收', in: ['received', 'givenBack'], on: ({ receivedOn }) => receivedOn },
  ],
  waits: {
    asked: ({ returned }) =>
      returned
        ? `退回了：${returned.text}。请补齐后重新提供`
        : '被巡察党组织提供：电子的上传，纸质的写明份数，当面交给巡察组',
    supplied: '巡察组清点：齐全的签收，不全的退回重交',
  },
  rests: {
    received: ({ supply }) =>
      supply?.copies ? '已签收；纸质原件用完以后，由巡察组归还' : '已签收，没有要做的',
    givenBack: '原件已归还，没有要做的',
    waived: ({ waiver }) => `免于提供：${waiver?.text ?? ''}`,
  },
  deadline: ({ dueOn, state }) => ({ word: '提供期限', due: dueOn, settled: state !== 'asked' }),
  facts: ['organizationId', 'dueOn', 'askedOn', 'askedBy'],
  actions: [
    { command: 'supplyMaterial', in: ['asked'], isNext: true },
    { command: 'waiveMaterial', in: ['asked'] },
    { command: 'returnMaterial', in: ['supplied'] },
    { command: 'receiveMaterial', in: ['supplied'], isNext: true },
    { command: 'giveBackMaterial', in: ['received'], when: ({ supply }) => supply?.copies != null },
  ],
  more: (view) => <Receipts material={view} />,
  aside: (view) => <OfInspection material={view} />,
};

function Receipts({ material: { id, supply, receipt, givenBack } }: { material: Material }) {
  if (!supply) return null;
  const { by, handedBy, copies, note, files, on } = supply;
  return (
    <Part title="交接">
      <dl className="facts">
        <Fact word="提供人">{handedBy ?? <NameOf kind="account" id={by} />}</Fact>
        <Fact word="提供日期">{on}</Fact>
        <Fact word="纸质">{copies === null ? '没有' : `${copies} 份`}</Fact>
        {receipt && (
          <Fact word="签收人">
            <NameOf kind="account" id={receipt.by} />
          </Fact>
        )}
        {receipt && <Fact word="签收日期">{receipt.on}</Fact>}
        {givenBack && <Fact word="归还日期">{givenBack.on}</Fact>}
      </dl>
      {note && <p className="prose">{note}</p>}
      <FileList files={files} of="materialFiles" given={{ materialId: id }} />
    </Part>
  );
}

/** For the side that inspects; the organization sees what it is asked for alone. */
function OfInspection({ material: { inspectionId } }: { material: Material }) {
  const { may } = useRights();
  if (!may(callOf('readInspection').permission)) return null;
  return (
    <Part title="所在巡察">
      <Link to={`/inspections/${inspectionId}?part=materials` as never}>
        <NameOf kind="inspection" id={inspectionId} />
      </Link>
    </Part>
  );
}
