import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Item } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import { Loading } from '../../kit/notices.js';
import { StateTag } from '../../kit/state-tag.js';
import { Referred } from '../../kit/value.js';
import { Returned } from './case-top.js';
import { draftedReport, hasPlan, unreceived, type Case } from './case-state.js';

interface Task {
  readonly what: string;
  readonly says: string;
  readonly isDone: boolean;
  readonly due?: string;
  /** Where it is done; absent: somebody else does it. */
  readonly go?: readonly [word: string, to: string];
}

interface Props {
  readonly caseId: Case['id'];
  readonly items: readonly Item<'listItems'>[];
}

/** One rectification and its steps, as a list of what is done and what is not. */
export function DeskCase({ caseId, items }: Props) {
  const { data: view } = useAsk('readCase', { caseId });
  if (!view) return <Loading />;
  return (
    <>
      <Returned view={view} isTheirs />
      <section className="card desk-case" aria-label="整改要办的">
        <header>
          <h2>
            <Referred field="organizationId" id={view.organizationId} /> ·{' '}
            <Link to={`/cases/${caseId}` as never}>{view.openedOn} 反馈的整改</Link>
          </h2>
          <StateTag of="CaseState" value={view.state} />
        </header>
        <div className="body">
          <ol className="todo">
            {tasksOf(view, items).map((task) => (
              <TaskLine key={task.what} task={task} />
            ))}
          </ol>
        </div>
      </section>
    </>
  );
}

function TaskLine({ task: { what, says, isDone, due, go } }: { task: Task }) {
  return (
    <li>
      <div className="what">
        <strong className={isDone ? 'ticked' : ''}>
          {isDone ? '✓ ' : ''}
          {what}
          {isDone && <span className="unseen">（已完成）</span>}
        </strong>
        {!isDone && <p className="second">{says}</p>}
      </div>
      {due && !isDone && <DaysLeft due={due} />}
      {go && !isDone && (
        <Link className="link-button" to={go[1] as never}>
          {go[0]}
        </Link>
      )}
    </li>
  );
}

function tasksOf(view: Case, items: Props['items']): Task[] {
  const page = `/cases/${view.id}`;
  const waiting = unreceived(view).length;
  const opinions: Task[] =
    waiting === 0
      ? []
      : [
          {
            what: `签收巡察办的意见 ${waiting} 份`,
            says: '看过意见，点“签收意见”。',
            isDone: false,
            go: ['去签收', page],
          },
        ];
  return [...opinions, ...planTasks(view, page), ...workTasks(view, page, items)];
}

function planTasks(view: Case, page: string): Task[] {
  const isOpen = view.state === 'opened';
  return [
    {
      what: '拟定整改方案',
      says: `反馈了 ${view.findings.length} 个问题，每个问题写清措施、责任人、期限。`,
      isDone: !isOpen || hasPlan(view),
      due: view.planDueOn,
      go: ['去拟定', `${page}/plan`],
    },
    {
      what: '主要负责人在方案上签字',
      says: view.maySign ? '签字即报送巡察办。' : '请主要负责人用本人账号登录签字，签字即报送。',
      isDone: !isOpen,
      due: view.planDueOn,
      ...(view.maySign && hasPlan(view) ? { go: ['去签字', page] as const } : {}),
    },
    {
      what: '巡察办审核方案',
      says: view.state === 'planSubmitted' ? '已经报送，等巡察办答复。' : '认可后，各整改事项开始计时。',
      isDone: !isOpen && view.state !== 'planSubmitted',
    },
  ];
}

function workTasks(view: Case, page: string, items: Props['items']): Task[] {
  const isBefore = ['opened', 'planSubmitted', 'planAccepted'].includes(view.state);
  const isAfter = ['reportsSubmitted', 'jointlyReviewed', 'assessed', 'closed'].includes(view.state);
  const own = draftedReport(view, 'organization');
  const head = draftedReport(view, 'head');
  const isUnderway = view.state === 'underway';
  const open = items.filter(({ state }) => state === 'open' || state === 'inProgress').length;
  return [
    {
      what: '逐项整改，报请销号',
      says:
        isBefore && items.length === 0
          ? '方案认可后开始。'
          : open > 0
            ? `还有 ${open} 项没有报请销号，见下面。`
            : '都已报请销号。',
      isDone: !isBefore && open === 0,
    },
    {
      what: '党组织的整改报告',
      says: own && own.signedOn === null ? '已经写好，等主要负责人签字。' : '写好后由主要负责人签字。',
      isDone: isAfter || Boolean(own?.signedOn),
      due: view.reportsDueOn,
      ...(isUnderway ? { go: ['去办', page] as const } : {}),
    },
    {
      what: '主要负责人本人的整改报告',
      says: '由主要负责人自己登录写，报送即签字。',
      isDone: isAfter || Boolean(head?.signedOn),
      due: view.reportsDueOn,
      ...(isUnderway && view.maySign ? { go: ['去办', page] as const } : {}),
    },
    {
      what: '联合审核、评估、结束',
      says: isAfter ? '正在办理，暂时不用做什么。' : '由巡察办等三家办理。',
      isDone: view.state === 'closed',
    },
  ];
}
