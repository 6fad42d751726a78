/** The year of the city's inspection office: its rounds at the grass roots, their days under `national-2017`, and who heard them when. */
import { daysIn } from '../year/calendar.js';
import type { Campaign } from '../year/outing.js';
import type { Session } from '../year/round.track.js';

export type CampaignKey = 'first' | 'second' | 'third' | 'fourth' | 'cross' | 'last';

const { day, span } = daysIn(2016);
const usual = { kind: 'routine', ways: ['comprehensive', 'extended'], ledBy: 'city' } as const;

/** Nobody is on site in two rounds at a time; what the last one found is still being put right when the year ends. */
export const campaigns: Readonly<Record<CampaignKey, Campaign>> = {
  first: {
    ...usual,
    title: '2016年第一轮基层巡察',
    draftedOn: day('01-05'),
    approvedOn: day('01-12'),
    issuedOn: day('01-22'),
    batches: [{ enter: span('01-27', '01-29'), leave: span('02-29', '03-02') }],
    heardOn: day('03-14'),
    feedback: span('03-21', '04-01'),
    rectification: { itemsBy: day('05-13'), reports: span('05-16', '05-20'), closedOn: day('06-08') },
  },
  second: {
    ...usual,
    title: '2016年第二轮基层巡察',
    draftedOn: day('02-22'),
    approvedOn: day('02-29'),
    issuedOn: day('03-08'),
    batches: [{ enter: span('03-14', '03-16'), leave: span('04-11', '04-13') }],
    heardOn: day('04-25'),
    feedback: span('05-03', '05-13'),
    rectification: {
      itemsBy: day('06-24'),
      reports: span('06-27', '07-01'),
      closedOn: day('07-22'),
      reviewedLater: true,
    },
  },
  third: {
    ...usual,
    title: '2016年第三轮基层巡察',
    ways: ['comprehensive', 'pinpoint'],
    draftedOn: day('04-05'),
    approvedOn: day('04-12'),
    issuedOn: day('04-25'),
    batches: [{ enter: span('05-04', '05-06'), leave: span('06-01', '06-03') }],
    heardOn: day('06-15'),
    feedback: span('06-21', '07-01'),
    rectification: {
      itemsBy: day('08-12'),
      reports: span('08-15', '08-19'),
      closedOn: day('09-07'),
      reviewedLater: true,
    },
  },
  fourth: {
    ...usual,
    title: '2016年第四轮基层巡察',
    draftedOn: day('06-06'),
    approvedOn: day('06-14'),
    issuedOn: day('06-27'),
    batches: [{ enter: span('07-04', '07-06'), leave: span('08-01', '08-03') }],
    heardOn: day('08-15'),
    feedback: span('08-22', '09-02'),
    rectification: {
      itemsBy: day('10-14'),
      reports: span('10-17', '10-21'),
      closedOn: day('11-09'),
      reviewedLater: true,
    },
  },
  cross: {
    ...usual,
    title: '2016年跨区域交叉巡察',
    cross: true,
    draftedOn: day('07-25'),
    approvedOn: day('08-01'),
    issuedOn: day('08-10'),
    batches: [{ enter: span('08-17', '08-19'), leave: span('09-12', '09-14') }],
    heardOn: day('09-26'),
    feedback: span('09-29', '10-14'),
    rectification: {
      itemsBy: day('11-18'),
      reports: span('11-21', '11-25'),
      closedOn: day('12-14'),
      reviewedLater: true,
    },
  },
  last: {
    ...usual,
    title: '2016年第五轮基层巡察',
    draftedOn: day('09-05'),
    approvedOn: day('09-12'),
    issuedOn: day('09-23'),
    batches: [{ enter: span('10-10', '10-12'), leave: span('11-07', '11-09') }],
    heardOn: day('11-21'),
    feedback: span('11-28', '12-09'),
  },
};

/** The five-person group heard the findings of every round one by one (HZ16-9). */
export const sessions: readonly Session[] = Object.entries(campaigns).map(([key, { heardOn }]) => ({
  key: hearingOf(key),
  body: 'fivePersonGroup',
  heard: [key],
  on: heardOn,
}));

export function hearingOf(campaign: string): string {
  return `hearing-${campaign}`;
}
