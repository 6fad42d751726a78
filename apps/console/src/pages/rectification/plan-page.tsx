/** The plan of a case, row by row under each finding, so that none is forgotten. */
import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import { Merging, Refusal } from '../../kit/form/command-form.js';
import { FormCommand } from '../../kit/form/upload-to.js';
import { useCommand } from '../../kit/form/use-command.js';
import { Empty, Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Returned } from './case-top.js';
import { findingsLeftOut, hasPlan, rowsToGoOnWith, type Case, type PlanRow } from './case-state.js';
import { useFindingTitles, type FedBack } from './finding-titles.js';
import { PlanRowInput } from './plan-row.js';

export function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: Case['id'] };
  const { may, isKnown } = useRights();
  const { data, error, refetch } = useAsk('readCase', { caseId: id });
  if (isKnown && !may(callOf('draftPlan').permission)) return <Forbidden />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  if (!data || !isKnown) return <Loading />;
  if (data.state !== 'opened')
    return (
      <Empty title="方案现在不能修改">
        <p>方案已经签字报送。要改，须由巡察办先退回。</p>
      </Empty>
    );
  return <PlanForm view={data} />;
}

type Row = Partial<PlanRow> & Pick<PlanRow, 'findingId'>;

function PlanForm({ view }: { view: Case }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [initial] = useState(() => ({ rows: beginning(view) }));
  const [given] = useState(() => ({ caseId: view.id }));
  const back = () => void navigate({ to: `/cases/${view.id}` as never });
  const form = useCommand({
    command: 'draftPlan',
    given,
    initial,
    seen: view.version,
    refresh: async () => {
      const now = await ask('readCase', { caseId: view.id });
      return { version: now.version, values: { rows: beginning(now) } };
    },
    onDone: () => {
      message.success('方案已保存，等主要负责人签字');
      back();
    },
  });
  const rows = (form.values.rows as readonly Row[] | undefined) ?? [];
  const setRows = (next: readonly Row[]) => form.setValues({ ...form.values, rows: next });
  const left = findingsLeftOut(view, rows.filter(isBegun) as PlanRow[]);
  const titles = useFindingTitles(view.inspectionId);
  return (
    <FormCommand value="draftPlan">
      <PageHead
        title={hasPlan(view) ? '修改整改方案' : '拟定整改方案'}
        crumbs={[['整改', `/cases/${view.id}`]]}
        says="下面是反馈的全部问题。每个问题写清楚：怎么改、谁负责、什么时候改完；一个问题可以有几项措施。"
      />
      <Returned view={view} isTheirs />
      <form
        noValidate
        aria-busy={form.isBusy}
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <Refusal
          fields={form.fields}
          faults={form.faults}
          detail={form.problem?.detail}
          isStale={form.problem?.isStale ?? false}
        />
        <Merging
          fields={form.fields}
          command="draftPlan"
          conflicts={form.conflicts}
          taken={form.taken}
          settle={form.settle}
        />
        {view.findings.map((finding, index) => (
          <FindingRows
            key={finding.findingId}
            number={index + 1}
            finding={finding}
            fedBack={titles?.get(finding.findingId)}
            isMissing={left.includes(finding.findingId)}
            rows={rows}
            setRows={setRows}
            faults={form.faults}
          />
        ))}
        <div className="plan-foot">
          <Button type="primary" htmlType="submit" loading={form.isBusy} disabled={form.conflicts.length > 0}>
            保存方案
          </Button>
          <Button onClick={back}>先不保存，回去</Button>
          <span className={left.length > 0 ? 'days amber' : 'second'} role="status">
            {left.length > 0 ? `还有 ${left.length} 个问题没有措施` : '每个问题都有措施了'}
          </span>
          <span className="second">
            方案期限 <DaysLeft due={view.planDueOn} />
          </span>
          {form.draft.isKept && <span className="second">边写边存在本机</span>}
        </div>
      </form>
    </FormCommand>
  );
}

/** Every finding that needs a measure begins with a row to be filled in. */
function beginning(view: Case): Row[] {
  const kept = rowsToGoOnWith(view);
  return [
    ...kept,
    ...findingsLeftOut(view, kept).map((findingId) => ({ findingId: findingId as PlanRow['findingId'] })),
  ];
}

const isBegun = ({ measure, responsible, dueOn }: Row) => Boolean(measure || responsible || dueOn);

interface FindingProps {
  readonly number: number;
  readonly finding: Case['findings'][number];
  readonly fedBack: FedBack | undefined;
  readonly isMissing: boolean;
  /** Of the whole plan: places in it are how refusals name a row. */
  readonly rows: readonly Row[];
  readonly setRows: (rows: readonly Row[]) => void;
  readonly faults: ReadonlyMap<string, string>;
}

function FindingRows({
  number,
  finding: { findingId, immediate },
  fedBack,
  isMissing,
  rows,
  setRows,
  faults,
}: FindingProps) {
  const own = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.findingId === findingId);
  const title = fedBack?.title ?? '…';
  const add = () => {
    // Most measures of a finding have one person and one day.
    const { responsible, dueOn } = own.at(-1)?.row ?? rows.findLast(isBegun) ?? {};
    setRows([...rows, { findingId, ...(responsible ? { responsible } : {}), ...(dueOn ? { dueOn } : {}) }]);
  };
  return (
    <section className={isMissing ? 'plan-finding is-missing' : 'plan-finding'} aria-label={`问题 ${number}`}>
      <h3>
        {number}. {title} {immediate && <span className="tag">立行立改</span>}
      </h3>
      {fedBack?.clause && <p className="second">依据：{fedBack.clause}</p>}
      {immediate && own.length === 0 && (
        <p className="second">驻点期间已经责令立行立改，事项已开立，这里可以不再列措施。</p>
      )}
      {own.map(({ row, at }, index) => (
        <PlanRowInput
          key={at}
          at={at}
          label={`问题 ${number} 第 ${index + 1} 项`}
          row={row}
          faults={faults}
          onChange={(next) => setRows(rows.map((it, place) => (place === at ? { ...it, ...next } : it)))}
          {...(own.length > 1 || immediate
            ? { remove: () => setRows(rows.filter((_, place) => place !== at)) }
            : {})}
        />
      ))}
      <p>
        <Button
          type="link"
          icon={<PlusOutlined />}
          onClick={add}
          aria-label={`给问题 ${number} 再加一项措施`}
        >
          {own.length === 0 ? '加一项措施' : '再加一项措施'}
        </Button>
      </p>
    </section>
  );
}
