/** Papers of a rectification: what the office said of a plan or the reports, and which items are done. */
import type { OpinionSlip, Out, readFeedback, readOrganization } from '@xuncha/contracts';
import { dayInWords, momentInWords, type forms } from '@xuncha/documents';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import type { Names } from '@xuncha/service-kit';
import type { Item } from '../item/item.js';
import type { Case } from './case.js';

const verdicts: Readonly<Record<OpinionSlip['verdict'], string>> = {
  accepted: '予以认可',
  returned: '退回修改',
};
const states: Readonly<Record<Item['state'], string>> = {
  open: '未开始',
  inProgress: '整改中',
  submitted: '待审核',
  closed: '已销号',
  longTerm: '长期坚持',
};
type Owed = Pick<Item, 'findingId' | 'measure' | 'dueOn' | 'state'>;
type Listed = Owed & Pick<Item, 'closedOn' | 'submissions' | 'closings'>;
type Titles = Pick<Out<typeof readFeedback>, 'findings'>;
type Place = Pick<Case, 'organizationId' | 'openedOn'>;

export function slipOf(
  { number, verdict, opinions, on, receivedBy, receivedOn }: OpinionSlip,
  { organizationId }: Place,
  { organization, account }: Names,
): typeof forms.planOpinionSlip.example {
  return {
    文号: number,
    被巡察党组织: organization(organizationId),
    结论: verdicts[verdict],
    意见: opinions,
    日期: dayInWords(on),
    签收人: account(receivedBy),
    签收日期: dayInWords(receivedOn),
  };
}

export function closeOutListOf(
  { organizationId }: Place,
  items: readonly Listed[],
  feedback: Titles,
  { names, today }: { names: Names; today: BusinessDate },
): typeof forms.closeOutList.example {
  const closed = items.filter(({ state }) => state === 'closed');
  return {
    被巡察党组织: names.organization(organizationId),
    日期: dayInWords(today),
    事项数: String(items.length),
    销号数: String(closed.length),
    事项: items.map((item) => ({
      ...owed(item, feedback),
      状态: states[item.state],
      销号日期: item.state === 'closed' ? dayInWords(item.closedOn) : '',
      销号依据: item.state === 'closed' ? groundOf(item) : '',
    })),
  };
}

const MOST_TITLES = 3;
/** Enough to tell two apart on paper; the whole stands in the record. */
const SHORT_HASH = 12;

/** On what it was closed out: the evidence, the hash to which that is bound, and when it was received (rules.md 10). */
function groundOf({ submissions, closings }: Listed): string {
  const { hash } = closings.at(-1)!;
  const { evidence, at } = submissions.findLast((one) => one.hash === hash)!;
  const titles = evidence.slice(0, MOST_TITLES).map(({ title }) => title);
  const pieces = `${titles.join('、')}${evidence.length > MOST_TITLES ? '等' : '，共'}${evidence.length}件`;
  return [
    pieces,
    `校验值${hash.slice(0, SHORT_HASH)}`,
    ...(at ? [`${momentInWords(new Date(at))}收到`] : []),
  ].join('\n');
}

/** A long-term item is solved: nobody who comes new owes it. */
export const isOwed = ({ state }: Owed) => state !== 'closed' && state !== 'longTerm';

export function reminderOf(
  { organizationId, openedOn }: Place,
  items: readonly Owed[],
  feedback: Titles,
  head: Pick<Out<typeof readOrganization>, 'headName' | 'headSince'>,
  { names, today }: { names: Names; today: BusinessDate },
): typeof forms.newHeadReminder.example {
  const open = items.filter(isOwed);
  return {
    负责人: head.headName ?? '',
    被巡察党组织: names.organization(organizationId),
    任职日期: dayInWords(head.headSince),
    整改开始日期: dayInWords(openedOn),
    日期: dayInWords(today),
    未完成数: String(open.length),
    事项: open.map((item) => owed(item, feedback)),
  };
}

/** Findings are called as the feedback calls them. */
function owed(
  { findingId, measure, dueOn }: { findingId: Id; measure: string | null; dueOn: BusinessDate },
  { findings }: Titles,
) {
  const title = findings.find((finding) => finding.findingId === findingId)?.title ?? '';
  return { 问题: title, 措施: measure ?? '', 期限: dayInWords(dueOn) };
}
