/** Findings of a case with their measures: those of the plan while there is one to judge, and the items that it became. */
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/hooks.js';
import type { Item } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { StateTag } from '../../kit/state-tag.js';
import { lastPlan, type Case, type PlanRow } from './case-state.js';
import { FindingTitle } from './finding-titles.js';

const MOST_ITEMS = 200;
type Listed = Item<'listItems'>;

interface Line {
  readonly key: string;
  readonly measure?: string | null;
  readonly responsible?: string | undefined;
  readonly dueOn?: string;
  readonly item?: Listed;
  readonly says?: string;
}

export function CaseItems({ view }: { view: Case }) {
  const { data } = useAsk('listItems', { caseId: view.id, limit: MOST_ITEMS });
  const items = data?.items ?? [];
  // A plan that was returned is what its organization goes on with.
  const plan = lastPlan(view) ?? view.plans.at(-1);
  const isPlanned = view.state !== 'opened' && view.state !== 'planSubmitted';
  const done = items.filter(({ state }) => state === 'closed' || state === 'longTerm').length;
  return (
    <Part
      title="问题与整改措施"
      aside={
        <span className="second number">
          {view.state === 'opened' && plan?.lapsed && '下面是退回的方案 · '}
          {view.findings.length} 个问题{items.length > 0 && ` · ${items.length} 项措施，完成 ${done} 项`}
        </span>
      }
    >
      <PlainTable
        label="问题与整改措施"
        heads={['序号', '反馈的问题', '整改措施', '责任人', '期限', '状态']}
        className="stack case-items"
        isGrouped
      >
        {view.findings.map((finding, index) => (
          <FindingLines
            key={finding.findingId}
            number={index + 1}
            inspectionId={view.inspectionId}
            finding={finding}
            lines={linesOf(
              items.filter(({ findingId }) => findingId === finding.findingId),
              (plan?.rows ?? []).filter(({ findingId }) => findingId === finding.findingId),
              isPlanned,
            )}
          />
        ))}
      </PlainTable>
    </Part>
  );
}

interface FindingLinesProps {
  readonly number: number;
  readonly inspectionId: Case['inspectionId'];
  readonly finding: Case['findings'][number];
  readonly lines: readonly Line[];
}

function FindingLines({ number, inspectionId, finding, lines }: FindingLinesProps) {
  const { findingId, immediate } = finding;
  return (
    <tbody>
      {(lines.length > 0 ? lines : [missing(immediate)]).map((line, at, all) => (
        <tr key={line.key}>
          {at === 0 && (
            <>
              <td rowSpan={all.length} className="number" data-word="序号">
                {number}
              </td>
              <td rowSpan={all.length} data-word="问题">
                <span>
                  <FindingTitle inspectionId={inspectionId} findingId={findingId} />{' '}
                  {immediate && <span className="tag">立行立改</span>}
                </span>
              </td>
            </>
          )}
          <LineCells line={line} />
        </tr>
      ))}
    </tbody>
  );
}

function LineCells({ line: { measure, responsible, dueOn, item, says } }: { line: Line }) {
  const text = measure ?? says ?? '还没有填写措施';
  const isSettled = item !== undefined && ['submitted', 'closed'].includes(item.state);
  return (
    <>
      <td data-word="措施">
        {item ? (
          <Link to={`/items/${item.id}` as never}>{text}</Link>
        ) : (
          <span className={measure ? '' : 'second'}>{text}</span>
        )}
      </td>
      <td data-word="责任人">{responsible}</td>
      <td className="day" data-word="期限">
        {dueOn && <DaysLeft due={dueOn} settled={isSettled || item === undefined} />}
      </td>
      <td data-word="状态">{item && <StateTag of="ItemState" value={item.state} />}</td>
    </>
  );
}

const missing = (immediate: boolean): Line => ({
  key: 'none',
  says: immediate ? '驻点期间已责令立行立改，另有事项' : '还没有措施',
});

/** An entry does not say who is responsible: the row of the plan does, where no other of its finding has the same measure. */
function linesOf(items: readonly Listed[], rows: readonly PlanRow[], isPlanned: boolean): Line[] {
  if (!isPlanned || items.length === 0)
    return [
      ...items.map((item) => ({ key: item.id, item, dueOn: item.dueOn, measure: item.measure })),
      ...rows.map(({ measure, responsible, dueOn }, index) => ({
        key: `row-${index}`,
        measure,
        responsible,
        dueOn,
      })),
    ];
  return items.map((item) => {
    const { measure, dueOn } = item;
    const fitting = item.immediate ? [] : rows.filter((row) => row.measure === measure);
    const responsible = fitting.length === 1 ? fitting[0]!.responsible : undefined;
    return { key: item.id, item, dueOn, measure, responsible };
  });
}
