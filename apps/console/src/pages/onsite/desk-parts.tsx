/** What lies on the team's desk, in the order in which it is worked through. */
import { usualMaterials } from 'virtual:materials';
import type { ListName } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { columnsOf } from '../../kit/ledger.js';
import type { Values } from '../../kit/form/merge.js';
import { activities } from './activities.js';
import { feedbacks } from './feedback.js';
import { findings } from './findings.js';
import type { Recording } from './open-to.js';
import { materials } from './materials.js';
import { papers } from './papers.js';
import { petitions } from './petitions.js';
import { raisedClues } from './raised-clues.js';
import { reports } from './reports.js';

export interface DeskPart {
  readonly key: string;
  readonly ledger: Ledger<ListName>;
  /** Query that counts what is in it. */
  readonly counts?: string;
  readonly makes?: Recording;
  /** What its form begins with. */
  readonly begins?: Values;
  /** Path of the page on which one is made; absent: a form beside the desk. */
  readonly page?: (inspectionId: string) => string;
  /** Path of the page on which many are made from a file. */
  readonly many?: (inspectionId: string) => string;
  /** Made in the list itself. */
  readonly inPlace?: boolean;
  /** What to know before making one. */
  readonly says?: string;
}

/** A ledger without what is the same for all records of one inspection, and what the narrower place has no room for. */
function within<Q extends ListName>(ledger: Ledger<Q>, title = ledger.title): Ledger<ListName> {
  const left = ['organizationId', 'roundId', 'inspectionId', 'draftedOn', 'signedOn'];
  const columns = columnsOf(ledger).filter(({ field }) => !left.includes(field));
  return { ...ledger, title, columns } as unknown as Ledger<ListName>;
}

export const deskParts: readonly DeskPart[] = [
  {
    key: 'papers',
    ledger: within(papers),
    counts: 'countPapers',
    makes: 'draftPaper',
    page: (id) => `/inspections/${id}/paper`,
    many: (id) => `/inspections/${id}/import`,
    says: '一事一稿，写完交副组长审核、组长签批。',
  },
  {
    key: 'findings',
    ledger: within(findings, '问题'),
    counts: 'countFindings',
    makes: 'confirmFinding',
    says: '从三人签字齐全的底稿确认。',
  },
  { key: 'activities', ledger: within(activities, '日志'), makes: 'recordActivities', inPlace: true },
  {
    key: 'materials',
    ledger: within(materials),
    counts: 'countMaterials',
    makes: 'askMaterials',
    begins: { materials: usualMaterials.map((title) => ({ title })) },
    says: '进驻前就可以要；对方逐项提供，巡察组逐项签收。',
  },
  {
    key: 'petitions',
    ledger: within(petitions),
    counts: 'countPetitions',
    makes: 'receivePetition',
    says: '内容和反映人加密保存。',
  },
  {
    key: 'reports',
    ledger: within(reports),
    counts: 'countReportPackages',
    makes: 'submitReportPackage',
    page: (id) => `/inspections/${id}/report`,
    says: '每个问题的五见填齐以后才能报送。',
  },
  { key: 'feedback', ledger: within(feedbacks), counts: 'countFeedback', makes: 'prepareFeedback' },
  {
    key: 'clues',
    ledger: within(raisedClues, '线索'),
    counts: 'countRaisedClues',
    makes: 'raiseClue',
    says: '涉嫌违纪违法的人和事不写进问题，从这里提出。',
  },
];
