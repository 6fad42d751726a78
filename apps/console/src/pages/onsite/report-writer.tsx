/** Two reports and one list, written on one page; beside them every finding with what its five-see still lacks. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../../api/client.js';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { FieldsInput, type FieldsProps } from '../../kit/form/fields-input.js';
import { useName } from '../../kit/names.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { FiveSeeState } from './five-see-state.js';
import { isOpenTo, whyClosed } from './open-to.js';
import { stands } from './report-list.js';
import { useWholeList } from './whole-list.js';

type Report = Answer<'readReportPackage'>;
const writingOf = ({ report, evaluation, files }: Report) => ({ report, evaluation, files });

export function SubmitReportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data: inspection, error, isPending } = useAsk('readInspection', { inspectionId: id });
  const name = useName('inspection', id);
  const done = useDone();
  if (isKnown && !may(callOf('submitReportPackage').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!inspection) return <Failed problem={error} />;
  return (
    <>
      <PageHead
        title="报送两报告一清单"
        says={name}
        crumbs={[
          ['巡察', '/inspections'],
          [name ?? '本次巡察', `/inspections/${id}`],
        ]}
      />
      {isOpenTo('submitReportPackage', inspection.state) ? (
        <Writer inspectionId={id}>
          <CommandForm
            command="submitReportPackage"
            given={{ inspectionId: id }}
            submit="报送巡察办"
            onDone={done}
          >
            {Writing}
          </CommandForm>
        </Writer>
      ) : (
        <div className="next-step">{whyClosed('submitReportPackage', inspection.state)}</div>
      )}
    </>
  );
}

export function ResubmitReportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data: report, error, isPending } = useAsk('readReportPackage', { reportPackageId: id });
  const done = useDone();
  if (isKnown && !may(callOf('resubmitReportPackage').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!report) return <Failed problem={error} />;
  return (
    <>
      <PageHead
        title="修改后再报"
        crumbs={[
          ['报告', '/reports'],
          ['这套报告', `/reports/${id}`],
        ]}
      />
      {report.opinion && (
        <Part title="退回意见">
          <p className="prose">{report.opinion}</p>
        </Part>
      )}
      <Writer inspectionId={report.inspectionId}>
        <CommandForm
          command="resubmitReportPackage"
          given={{ reportPackageId: id }}
          initial={writingOf(report)}
          seen={report.version}
          refresh={async () => {
            const now = await ask('readReportPackage', { reportPackageId: report.id });
            return { version: now.version, values: writingOf(now) };
          }}
          submit="再次报送"
          onDone={done}
        >
          {Writing}
        </CommandForm>
      </Writer>
    </>
  );
}

function useDone() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  return ({ id }: { id: string }) => {
    message.success('已报送，等待巡察办审核');
    void navigate({ to: `/reports/${id}` as never });
  };
}

/** The list is not written here: it is all findings that stand, and their five-see is filled in with each. */
function Writing({ fields, ...form }: FieldsProps) {
  const { findings: _findings, on: _on, ...written } = fields;
  return (
    <Part title="两个报告">
      <FieldsInput {...form} fields={written} />
    </Part>
  );
}

function Writer({ inspectionId, children }: { inspectionId: string; children: ReactNode }) {
  return (
    <div className="columns">
      <div>{children}</div>
      <aside aria-label="问题清单">
        <Completeness inspectionId={inspectionId} />
      </aside>
    </div>
  );
}

function Completeness({ inspectionId }: { inspectionId: string }) {
  const { data } = useWholeList('listFindings', { inspectionId: inspectionId as never });
  const findings = data?.filter(stands).toReversed();
  if (!findings) return null;
  return (
    <Part title="一清单" aside={<span className="second">{findings.length} 个问题</span>}>
      <p className="second">本次巡察现存的问题自动列入。缺五见的先填齐：</p>
      <ul className="plain-list">
        {findings.map(({ id, title, fiveSeeMissing }) => (
          <li key={id}>
            <Link to={`/findings/${id}` as never}>{title}</Link> <FiveSeeState missing={fiveSeeMissing} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
