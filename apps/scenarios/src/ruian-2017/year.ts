/** The year of the county's inspection office: its rounds, their days under `national-2017`, and who heard them when. */
import { daysIn } from '../year/calendar.js';
import type { Campaign as AnyCampaign } from '../year/outing.js';
import type { Session } from '../year/round.track.js';

export type CampaignKey =
  | 'routine1'
  | 'poverty'
  | 'keyProject'
  | 'joint'
  | 'routine2'
  | 'lookBack1'
  | 'lookBack2'
  | 'townshipSpring'
  | 'townshipAutumn';

export interface Campaign extends AnyCampaign {
  readonly rectification: NonNullable<AnyCampaign['rectification']>;
  /** Which of the six standing teams, from 0; township-led rounds have teams of their own. */
  readonly teams: readonly number[];
}

const all = [0, 1, 2, 3, 4, 5];
const { day, span } = daysIn(2017);

/** A team is on site in one round at a time; each round's dates leave room for its deadlines. */
export const campaigns: Readonly<Record<CampaignKey, Campaign>> = {
  routine1: {
    title: '2017年第一轮常规巡察',
    kind: 'routine',
    ways: ['comprehensive', 'extended'],
    teams: all,
    draftedOn: day('01-09'),
    approvedOn: day('01-16'),
    issuedOn: day('02-06'),
    batches: [{ enter: span('02-13', '02-17'), leave: span('03-22', '03-24') }],
    heardOn: day('04-11'),
    feedback: span('04-17', '04-28'),
    rectification: { itemsBy: day('06-09'), reports: span('06-12', '06-16'), closedOn: day('07-14') },
  },
  poverty: {
    title: '2017年扶贫领域专项巡察',
    kind: 'special',
    ways: ['special', 'pinpoint'],
    theme: { code: 'poverty-relief', name: '扶贫领域' },
    teams: [0, 1, 2],
    draftedOn: day('03-06'),
    approvedOn: day('03-13'),
    issuedOn: day('03-28'),
    batches: [{ enter: span('04-10', '04-12'), leave: span('05-09', '05-11') }],
    heardOn: day('05-23'),
    feedback: span('05-31', '06-13'),
    rectification: { itemsBy: day('07-24'), reports: span('07-25', '07-28'), closedOn: day('08-18') },
  },
  keyProject: {
    title: '2017年重点工程专项巡察',
    kind: 'special',
    ways: ['special', 'extended'],
    theme: { code: 'key-project', name: '重点工程' },
    teams: [3, 4, 5],
    draftedOn: day('03-06'),
    approvedOn: day('03-13'),
    issuedOn: day('03-28'),
    batches: [{ enter: span('04-10', '04-12'), leave: span('05-11', '05-15') }],
    heardOn: day('05-23'),
    feedback: span('05-31', '06-13'),
    rectification: { itemsBy: day('07-24'), reports: span('07-25', '07-28'), closedOn: day('08-18') },
  },
  joint: {
    title: '2017年国有资金市县联动专项巡察',
    kind: 'special',
    ways: ['special'],
    theme: { code: 'state-funds', name: '国有资金' },
    joint: true,
    teams: [0, 1],
    draftedOn: day('04-24'),
    approvedOn: day('05-02'),
    issuedOn: day('05-09'),
    batches: [{ enter: span('05-15', '05-17'), leave: span('06-07', '06-09') }],
    heardOn: day('06-20'),
    feedback: span('06-26', '07-07'),
    rectification: { itemsBy: day('08-18'), reports: span('08-21', '08-25'), closedOn: day('09-08') },
  },
  routine2: {
    title: '2017年第二轮常规巡察',
    kind: 'routine',
    ways: ['comprehensive', 'pinpoint', 'extended'],
    teams: all,
    draftedOn: day('05-22'),
    approvedOn: day('05-31'),
    issuedOn: day('06-07'),
    batches: [
      { enter: span('06-19', '06-21'), leave: span('07-19', '07-21') },
      { enter: span('07-31', '08-02'), leave: span('08-30', '09-01') },
    ],
    heardOn: day('09-13'),
    feedback: span('09-18', '09-29'),
    rectification: { itemsBy: day('11-10'), reports: span('11-13', '11-17'), closedOn: day('12-08') },
  },
  lookBack1: {
    title: '2017年第一轮巡察“回头看”',
    kind: 'lookBack',
    ways: ['pinpoint'],
    teams: [0, 1, 2],
    draftedOn: day('08-07'),
    approvedOn: day('08-14'),
    issuedOn: day('08-28'),
    batches: [{ enter: span('09-05', '09-06'), leave: span('09-19', '09-21') }],
    heardOn: day('10-10'),
    feedback: span('10-16', '10-20'),
    rectification: { itemsBy: day('11-24'), reports: span('11-27', '12-01'), closedOn: day('12-20') },
  },
  lookBack2: {
    title: '2017年专项巡察“回头看”',
    kind: 'lookBack',
    ways: ['pinpoint'],
    teams: [3, 4, 5],
    draftedOn: day('09-11'),
    approvedOn: day('09-18'),
    issuedOn: day('09-25'),
    batches: [{ enter: span('10-09', '10-10'), leave: span('10-20', '10-24') }],
    heardOn: day('10-31'),
    feedback: span('11-06', '11-10'),
    rectification: { itemsBy: day('12-13'), reports: span('12-14', '12-18'), closedOn: day('12-28') },
  },
  townshipSpring: {
    title: '2017年上半年村居巡察',
    kind: 'routine',
    ways: ['comprehensive'],
    teams: [],
    draftedOn: day('03-01'),
    approvedOn: day('03-08'),
    issuedOn: day('03-20'),
    batches: [{ enter: span('04-05', '04-07'), leave: span('04-26', '04-28') }],
    heardOn: day('05-09'),
    feedback: span('05-15', '05-22'),
    rectification: { itemsBy: day('07-07'), reports: span('07-10', '07-14'), closedOn: day('07-31') },
  },
  townshipAutumn: {
    title: '2017年下半年村居巡察',
    kind: 'routine',
    ways: ['comprehensive'],
    teams: [],
    draftedOn: day('07-10'),
    approvedOn: day('07-17'),
    issuedOn: day('08-01'),
    batches: [{ enter: span('08-14', '08-16'), leave: span('09-06', '09-08') }],
    heardOn: day('09-18'),
    feedback: span('09-22', '09-29'),
    rectification: { itemsBy: day('11-10'), reports: span('11-13', '11-17'), closedOn: day('12-08') },
  },
};

/** Which body heard which campaigns when: six sessions of the group, and two of the standing committee. */
export const sessions: readonly (Session & { heard: readonly CampaignKey[] })[] = [
  { key: 'hearing-1', body: 'fivePersonGroup', heard: ['routine1'], on: campaigns.routine1.heardOn },
  {
    key: 'hearing-2',
    body: 'fivePersonGroup',
    heard: ['poverty', 'keyProject'],
    on: campaigns.poverty.heardOn,
  },
  { key: 'hearing-3', body: 'fivePersonGroup', heard: ['joint'], on: campaigns.joint.heardOn },
  {
    key: 'hearing-4',
    body: 'standingCommittee',
    heard: ['routine1', 'poverty', 'keyProject', 'joint'],
    on: day('07-11'),
  },
  { key: 'hearing-5', body: 'leadingGroup', heard: ['routine2'], on: campaigns.routine2.heardOn },
  { key: 'hearing-6', body: 'fivePersonGroup', heard: ['lookBack1'], on: campaigns.lookBack1.heardOn },
  { key: 'hearing-7', body: 'leadingGroup', heard: ['lookBack2'], on: campaigns.lookBack2.heardOn },
  {
    key: 'hearing-8',
    body: 'standingCommittee',
    heard: ['routine2', 'lookBack1', 'lookBack2'],
    on: day('12-19'),
  },
];
