/** The plan of a case, row by row under each finding, so that none is forgotten. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ask } from '../../api/client.js';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { Empty, Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Returned } from './case-top.js';
import { hasPlan, type Case } from './case-state.js';
import { beginning, PlanRows, withTheRest } from './plan-rows.js';

const PlanFile = lazy(() => import('./plan-file.js'));

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

function PlanForm({ view }: { view: Case }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [initial] = useState(() => ({ rows: beginning(view) }));
  const [given] = useState(() => ({ caseId: view.id }));
  const back = () => void navigate({ to: `/cases/${view.id}` as never });
  return (
    <>
      <PageHead
        title={hasPlan(view) ? '修改整改方案' : '拟定整改方案'}
        crumbs={[['整改', `/cases/${view.id}`]]}
        says="下面是反馈的全部问题。每个问题写清楚：怎么改、谁负责、什么时候改完；一个问题可以有几项措施。"
      />
      <Returned view={view} isTheirs />
      <CommandForm
        command="draftPlan"
        given={given}
        initial={initial}
        seen={view.version}
        refresh={async () => {
          const now = await ask('readCase', { caseId: view.id });
          return { version: now.version, values: { rows: beginning(now) } };
        }}
        submit="保存方案"
        onCancel={back}
        onDone={() => {
          message.success('方案已保存，等主要负责人签字');
          back();
        }}
      >
        {(form) => (
          <>
            <Suspense>
              <PlanFile
                caseId={view.id}
                take={(rows) => form.onChange({ ...form.values, rows: withTheRest(view, rows) })}
              />
            </Suspense>
            <PlanRows view={view} form={form} />
          </>
        )}
      </CommandForm>
    </>
  );
}
