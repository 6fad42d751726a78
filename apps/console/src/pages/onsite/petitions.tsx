/** Petitions 信访件: how each is handled; what it says and who sent it stays behind seals. */
import { session } from '../../api/session.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { Looks } from '../../kit/looks.js';
import { PetitionContent, PetitionSender } from './petition-parts.js';
import { RaisedClues } from './raised-clues.js';

const ANSWERED = ['answered', 'closed'];

export const petitions: Ledger<'listPetitions'> = {
  query: 'listPetitions',
  title: '信访件',
  says: '收到即编号，内容和反映人加密。保管员登记、筛查、交办、答复、办结；组员核实。',
  columns: [
    'number',
    'state',
    'channel',
    'named',
    { field: 'organizationId', width: 180 },
    'receivedOn',
    {
      field: 'dueOn',
      title: '答复期限',
      show: ({ dueOn, state }) => <DaysLeft due={dueOn} settled={ANSWERED.includes(state)} />,
    },
    'assigneeId',
    'verdict',
    { field: 'referredToId', spare: true },
    { field: 'closedOn', spare: true },
  ],
  filters: ['inspectionId', 'roundId', 'assigneeId'],
  tabs: 'state',
  counts: 'countPetitions',
  makes: ['receivePetition'],
  to: ({ id }) => `/petitions/${id}`,
  empty: '还没有信访件',
};

export const petition: RecordSpec<'readPetition'> = {
  query: 'readPetition',
  history: 'historyOfPetition',
  id: 'petitionId',
  ledger: ['信访件', '/petitions'],
  title: ({ number }) => `信访件 ${number}`,
  steps: [
    { name: '登记', in: ['received'], on: ({ receivedOn }) => receivedOn },
    { name: '筛查', in: ['screened'] },
    { name: '交办核实', in: ['assigned'], by: ({ assigneeId }) => assigneeId },
    { name: '核实或转办', in: ['verified', 'referred'] },
    { name: '答复', in: ['answered'], on: ({ answeredOn }) => answeredOn },
    { name: '办结', in: ['closed'], on: ({ closedOn }) => closedOn, by: ({ closedBy }) => closedBy },
  ],
  waits: {
    received: '保管员筛查',
    screened: '保管员交组员核实，或转责任单位；反映巡察人员作风的只能转办，不交巡察组',
    assigned: '承办的组员核实并报告结果',
    verified: '保管员答复反映人',
    referred: '责任单位办理，保管员答复反映人',
    answered: '保管员办结',
  },
  rests: {
    closed: '已办结',
  },
  deadline: ({ dueOn, state }) => ({ word: '答复期限', due: dueOn, settled: ANSWERED.includes(state) }),
  facts: [
    'organizationId',
    'inspectionId',
    'channel',
    'named',
    'concernsTeam',
    'assigneeId',
    'verdict',
    'referredToId',
    'referredWithSender',
  ],
  actions: [
    { command: 'screenPetition', in: ['received'], isNext: true },
    { command: 'referPetition', in: ['screened', 'assigned'] },
    { command: 'assignPetition', in: ['screened'], when: ({ concernsTeam }) => !concernsTeam, isNext: true },
    {
      command: 'verifyPetition',
      in: ['assigned'],
      when: ({ assigneeId }) => assigneeId === session.who?.accountId,
      isNext: true,
    },
    { command: 'answerPetition', in: ['verified', 'referred'], isNext: true },
    { command: 'closePetition', in: ['answered'], isNext: true },
  ],
  more: (view) => (
    <>
      <PetitionContent petition={view} />
      <PetitionSender petition={view} />
      <RaisedClues inspectionId={view.inspectionId} source={{ petitionId: view.id }} />
    </>
  ),
  below: ({ id }) => <Looks query="listPetitionLooks" input={{ petitionId: id }} />,
};
