/** What may be recorded of an inspection at which stage of it, in the words of people who ask why not (onsite's inspection flow). */
import { outputs } from 'virtual:fields';
import type { Answer } from '../../api/names.js';

type State = Answer<'readInspection'>['state'];
export type Recording =
  | 'askMaterials'
  | 'recordActivities'
  | 'receivePetition'
  | 'draftPaper'
  | 'confirmFinding'
  | 'raiseClue'
  | 'submitReportPackage'
  | 'prepareFeedback';

interface Window {
  readonly in: readonly State[];
  /** Before it opens, and after it closed. */
  readonly before: string;
  readonly after: string;
}

/** As the contract names the states: in the order in which an inspection passes them. */
const state = outputs.readInspection!.state!;
const order: readonly string[] = state.type === 'choice' ? state.values : [];
const untilHeard: readonly State[] = ['entered', 'investigating', 'leftSite', 'drafting'];

const windows: Readonly<Record<Recording, Window>> = {
  askMaterials: {
    in: ['preparing', ...untilHeard],
    before: '',
    after: '报告已经听取，不再要求提供材料。',
  },
  recordActivities: {
    in: ['entered', 'investigating'],
    before: '进驻以后才写现场日志。先点“进驻”。',
    after: '已离开现场，不再记日志。',
  },
  receivePetition: {
    in: ['preparing', ...untilHeard],
    before: '',
    after: '报告已经听取，不再登记新的信访件。',
  },
  draftPaper: {
    in: untilHeard,
    before: '进驻以后才起草底稿。先点“进驻”。',
    after: '报告已经听取，不再起草底稿。',
  },
  confirmFinding: {
    in: untilHeard,
    before: '进驻以后才确认问题。先点“进驻”。',
    after: '报告已经听取，不再确认新的问题。',
  },
  raiseClue: {
    in: untilHeard,
    before: '进驻以后才提出线索。先点“进驻”。',
    after: '报告已经听取，不再提出线索。',
  },
  submitReportPackage: {
    in: ['drafting'],
    before: '离开现场、点“开始起草报告”以后才报送。',
    after: '报告已经听取。',
  },
  prepareFeedback: {
    in: ['decided'],
    before: '报告听取、处置逐一决定以后才拟定反馈。',
    after: '已经反馈。',
  },
};

export function isOpenTo(recording: Recording, state: State): boolean {
  return windows[recording].in.includes(state);
}

export function whyClosed(recording: Recording, state: State): string {
  if (state === 'cancelled') return '任务已取消，巡察终止。';
  const { in: open, before, after } = windows[recording];
  return order.indexOf(state) < order.indexOf(open[0]!) ? before : after;
}
