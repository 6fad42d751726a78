/** Clues: their way from being raised to their end. What they say is sealed and stands on no ledger. */
import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { Looks } from '../../kit/looks.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { ClueContent } from './clue-content.js';
import { clueOutcomesOf } from './clue-outcomes.js';
import { WhereTo } from './where-to.js';

type Clue = Answer<'readClue'>;

export const clues: Ledger<'listClues'> = {
  query: 'listClues',
  title: '问题线索',
  says: '只列编号和办理情况。内容密封，打开一条、写明事由后才能看，看过留痕。',
  columns: [
    { field: 'number', width: 180 },
    'state',
    'nature',
    'authority',
    'urgent',
    'persons',
    'raisedOn',
    {
      field: 'answerDueOn',
      title: '办理情况反馈期限',
      show: ({ answerDueOn }) => <DaysLeft due={answerDueOn} />,
    },
    { field: 'organizationId', width: 200 },
    { field: 'organId', spare: true },
    { field: 'heldUntil', spare: true },
    { field: 'roundId', spare: true },
    { field: 'endedOn', spare: true },
  ],
  filters: ['organizationId', 'roundId', 'inspectionId', 'organId'],
  tabs: 'state',
  counts: 'countClues',
  to: ({ id }) => `/clues/${id}`,
  empty: '没有线索',
};

const mergedClues: Ledger<'listClues'> = {
  ...clues,
  title: '并入本线索的',
  columns: ['number', 'nature', 'raisedOn', 'endedOn'],
  empty: '没有并入的线索',
};

const RECEIVED = ['received', 'held', 'disposed', 'concluded'] as const;

export const clue: RecordSpec<'readClue'> = {
  query: 'readClue',
  id: 'clueId',
  ledger: ['问题线索', '/clues'],
  title: ({ number }) => number,
  // A clue that was merged or moved up ends elsewhere: none of these steps is told of it.
  steps: [
    { name: '提出', in: ['raised'], on: ({ raisedOn }) => raisedOn },
    { name: '研判', in: ['screened'], on: ({ screenedOn }) => screenedOn },
    { name: '移交审批', in: ['inTransfer'] },
    { name: '签收', in: ['received'], on: ({ receivedOn }) => receivedOn },
    { name: '处置', in: ['disposed', 'held'], on: ({ dispositions }) => dispositions.at(-1)?.on },
    { name: '办结', in: ['concluded'], on: ({ endedOn }) => endedOn, by: ({ endedBy }) => endedBy },
  ],
  waits: {
    raised: ({ takenOn }) =>
      takenOn
        ? '线索保管员填写事由、打开内容，看后研判：是什么性质，涉及谁，各由哪一级管理'
        : '内容还在送来的路上，到了才能研判',
    screened: '送有管理权限的机关，见下方“应往何处”；同一事项的，并案',
    inTransfer: '在移交审批或待签收，见所在的移交',
    received: '接收机关在期限内提出处置方式，反馈办理情况',
    held: '暂存待查，到期自动恢复办理',
    disposed: '记录办理结果；有结果，或予以了结的，由线索保管员办结',
  },
  rests: {
    movedUp: '管理权限在上级，已经上移，本处只留编号',
    concluded: '已经办结',
    merged: '已并入另一条线索，在那里办理和计数',
  },
  deadline: ({ answerDueOn, heldUntil, state }) =>
    state === 'held'
      ? { word: '恢复办理', due: heldUntil, settled: false }
      : { word: '办理情况反馈期限', due: answerDueOn, settled: false },
  facts: [
    'nature',
    'authority',
    'urgent',
    'persons',
    'organizationId',
    'inspectionId',
    'transferId',
    'organId',
    'mergedIntoId',
    'movedFrom',
    'movedTo',
    'takenOn',
  ],
  texts: ['dispositions'],
  actions: [
    { command: 'disposeOfClue', in: ['received', 'disposed'], isNext: true },
    { command: 'concludeClue', in: ['disposed'], isNext: true },
    { command: 'mergeClue', in: ['screened'] },
  ],
  more: (view) => (
    <>
      {view.state === 'screened' && <WhereTo view={view} />}
      <ClueContent view={view} />
    </>
  ),
  related: [
    related<Clue, 'listClueOutcomes'>({
      ledger: clueOutcomesOf,
      given: ({ id }) => ({ clueId: id }),
      makes: ['recordClueOutcome'],
      in: [...RECEIVED],
    }),
    related<Clue, 'listClues'>({ ledger: mergedClues, given: ({ id }) => ({ mergedIntoId: id }) }),
  ],
  history: 'historyOfClue',
  below: ({ id }) => <Looks query="listLooksAtClue" input={{ clueId: id }} />,
};
