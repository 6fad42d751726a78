/** Advice letters to departments, as a ledger and as a record with the answer and what it changed (RA17-10). */
import { DaysLeft } from '../../kit/days-left.js';
import type { Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { AdviceLetterParts } from './advice-letter-parts.js';
import { caseSupervisions } from './supervisions.js';

export const adviceLetters: Ledger<'listAdviceLetters'> = {
  query: 'listAdviceLetters',
  title: '巡察建议书',
  says: '多次巡察都查出的同一类问题，根子在制度和管理上的，向有责任的部门书面提出建议，并记下建议带来的改变。',
  columns: [
    { field: 'subject', width: 260 },
    'number',
    { field: 'organizationId', width: 200 },
    'state',
    {
      field: 'dueOn',
      title: '答复期限',
      show: ({ dueOn, state }) => dueOn && <DaysLeft due={dueOn} settled={state !== 'sent'} />,
    },
    'sentOn',
    { field: 'changeCount', title: '带来的改变' },
    { field: 'roundId', spare: true },
    { field: 'answeredOn', spare: true },
    { field: 'closedOn', spare: true },
  ],
  filters: ['organizationId', 'roundId'],
  tabs: 'state',
  counts: 'countAdviceLetters',
  to: ({ id }) => `/advice-letters/${id}`,
  makes: ['draftAdviceLetter'],
  empty: '还没有巡察建议书',
};

export const adviceLetter: RecordSpec<'readAdviceLetter'> = {
  query: 'readAdviceLetter',
  id: 'adviceLetterId',
  history: 'historyOfAdviceLetter',
  ledger: ['巡察建议书', '/advice-letters'],
  title: ({ subject }) => subject,
  steps: [
    { name: '起草', in: ['draft'], on: ({ draftedOn }) => draftedOn },
    { name: '发出', in: ['sent'], on: ({ sentOn }) => sentOn },
    { name: '答复', in: ['answered'], on: ({ answeredOn }) => answeredOn },
    { name: '办结', in: ['closed'], on: ({ closedOn }) => closedOn },
  ],
  waits: {
    draft: '写好以后点“发出”，系统编文号，收受部门从此看得到',
    sent: ({ returned }) =>
      returned ? `答复退回了：${returned.text}` : '等收受部门书面答复；来函答复的，由巡察办录入',
    answered: '看答复是否到位：到位的，记下带来的改变后办结；不到位的退回',
  },
  rests: {
    withdrawn: '已撤回，记录保留',
  },
  deadline: ({ dueOn, state }) => ({ word: '答复期限', due: dueOn, settled: state !== 'sent' }),
  facts: ['number', 'organizationId', 'roundId', 'sentOn', 'changeCount'],
  texts: ['cause', 'advice'],
  documents: [{ query: 'adviceLetter', name: '巡察建议书' }],
  actions: [
    { command: 'reviseAdviceLetter', in: ['draft'], from: ['subject', 'cause', 'advice', 'files'] },
    { command: 'sendAdviceLetter', in: ['draft'], isNext: true },
    { command: 'answerAdviceLetter', in: ['sent'], isNext: true },
    { command: 'recordAdviceChange', in: ['answered', 'closed'] },
    { command: 'returnAdviceAnswer', in: ['answered'] },
    { command: 'closeAdviceLetter', in: ['answered'], isNext: true },
    { command: 'withdrawAdviceLetter', in: ['draft', 'sent'], danger: true },
  ],
  more: (view) => <AdviceLetterParts view={view} />,
  related: [
    related<Answer<'readAdviceLetter'>, 'listSupervisions'>({
      ledger: caseSupervisions,
      given: ({ id }) => ({ adviceLetterId: id }),
    }),
  ],
};
