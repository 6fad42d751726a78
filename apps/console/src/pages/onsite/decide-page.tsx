/** The decision, finding by finding, on one page and in one command: disposals to tick, a text where there is more to say. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer, type Item } from '../../api/names.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { DayInput } from '../../kit/form/day-input.js';
import type { FieldsProps } from '../../kit/form/fields-input.js';
import { useName } from '../../kit/names.js';
import { Empty, Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { DecisionRow, type Decision } from './decision-row.js';
import { moveInRows } from './move-in-rows.js';
import { useWholeList } from './whole-list.js';

type Report = Answer<'readReportPackage'>;
type Finding = Item<'listFindings'>;

export function DecidePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data: report, error, isPending } = useAsk('readReportPackage', { reportPackageId: id });
  if (isKnown && !may(callOf('decideReportPackage').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (!report) return <Failed problem={error} />;
  return <Deciding report={report} />;
}

function Deciding({ report }: { report: Report }) {
  const { id, version, inspectionId, organizationId, state, heardOn } = report;
  const { data, error } = useWholeList('listFindings', { inspectionId, state: 'reported' });
  const { message } = App.useApp();
  const navigate = useNavigate();
  const name = useName('organization', organizationId) ?? '';
  const findings = data?.toReversed();
  return (
    <>
      <PageHead
        title="逐一决定处置"
        says={`${name}：${heardOn ?? ''} 听取。清单上的每个问题都要有处置，一次提交。`}
        crumbs={[
          ['报告', '/reports'],
          [name || '这套报告', `/reports/${id}`],
        ]}
      />
      {state !== 'heard' && (
        <Empty title={state === 'decided' ? '处置已经决定' : '还没有听取'}>
          <p>{state === 'decided' ? '决定不再更改。' : '会议听取、巡察办记下会议以后，才逐一决定处置。'}</p>
        </Empty>
      )}
      {state === 'heard' && error && !data && <Failed problem={error} />}
      {state === 'heard' && findings && (
        <CommandForm
          command="decideReportPackage"
          given={{ reportPackageId: id }}
          initial={{ decisions: findings.map(({ id: findingId }) => ({ findingId })) }}
          seen={version}
          submit={`提交全部 ${findings.length} 个问题的决定`}
          onDone={() => {
            message.success('处置已决定');
            void navigate({ to: `/reports/${id}` as never });
          }}
        >
          {(form) => <Decisions {...form} findings={findings} />}
        </CommandForm>
      )}
    </>
  );
}

interface DecisionsProps extends FieldsProps {
  readonly findings: readonly Finding[];
}

function Decisions({ fields, values, onChange, faults, findings }: DecisionsProps) {
  const given = new Map(
    ((values.decisions as Decision[] | undefined) ?? []).map((one) => [one.findingId as string, one]),
  );
  // In the order of the list, whatever an earlier draft held.
  const decisions = findings.map(({ id: findingId }): Decision => given.get(findingId) ?? { findingId });
  const set = (next: readonly Decision[]) => onChange({ ...values, decisions: next });
  const decided = decisions.filter(({ disposals }) => disposals?.length).length;
  const fillRest = () =>
    set(decisions.map((one) => (one.disposals?.length ? one : { ...one, disposals: ['rectification'] })));
  return (
    <section className="card" aria-label="问题清单">
      <header>
        <h2>
          问题清单{' '}
          <span className="second number">
            已决定 {decided} / {findings.length}
          </span>
        </h2>
        <DecidedOn fields={fields} values={values} onChange={onChange}>
          {decided < findings.length && <Button onClick={fillRest}>其余都定为整改</Button>}
        </DecidedOn>
      </header>
      <p className="second decide-keys">
        键盘：上下箭头换问题，1、2、3 勾选或取消三种处置，回车写处置意见，Esc 回到勾选。
      </p>
      <ol className="decisions" onKeyDown={moveInRows}>
        {findings.map((finding, index) => (
          <DecisionRow
            key={finding.id}
            index={index}
            finding={finding}
            decision={decisions[index]!}
            fault={faults.get(`decisions.${index}.disposals`)}
            change={(next) => set(decisions.with(index, next))}
          />
        ))}
      </ol>
    </section>
  );
}

interface DecidedOnProps extends Pick<FieldsProps, 'fields' | 'values' | 'onChange'> {
  readonly children: ReactNode;
}

function DecidedOn({ fields, values, onChange, children }: DecidedOnProps) {
  return (
    <div className="decide-date">
      <DayInput word="决定日期" fields={fields} values={values} onChange={onChange} />
      {children}
    </div>
  );
}
