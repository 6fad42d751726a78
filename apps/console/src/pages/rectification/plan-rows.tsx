/** The rows of a plan, under the findings that they put right. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { DaysLeft } from '../../kit/days-left.js';
import type { FieldsProps } from '../../kit/form/fields-input.js';
import { findingsLeftOut, rowsToGoOnWith, type Case, type PlanRow } from './case-state.js';
import { useFedBack, type FedBack } from './finding-titles.js';
import { PlanRowInput } from './plan-row.js';

type Row = Partial<PlanRow> & Pick<PlanRow, 'findingId'>;

export function beginning(view: Case): Row[] {
  return withTheRest(view, rowsToGoOnWith(view));
}

/** Every finding that needs a measure begins with a row to be filled in. */
export function withTheRest(view: Case, kept: readonly PlanRow[]): Row[] {
  return [...kept, ...findingsLeftOut(view, kept).map((findingId) => ({ findingId }))];
}

const isBegun = ({ measure, responsible, dueOn }: Row) => Boolean(measure || responsible || dueOn);

export function PlanRows({ view, form }: { view: Case; form: FieldsProps }) {
  const { fields: _fields, values, onChange, ...common } = form;
  const rows = (values.rows as readonly Row[] | undefined) ?? [];
  const setRows = (next: readonly Row[]) => onChange({ ...values, rows: next });
  const left = findingsLeftOut(view, rows.filter(isBegun));
  const titles = useFedBack(view.inspectionId);
  return (
    <>
      {view.findings.map((finding, index) => (
        <FindingRows
          key={finding.findingId}
          number={index + 1}
          finding={finding}
          fedBack={titles?.get(finding.findingId)}
          isMissing={left.includes(finding.findingId)}
          rows={rows}
          setRows={setRows}
          common={common}
        />
      ))}
      <div className="next-step" role="status">
        <span className={left.length > 0 ? 'days amber' : ''}>
          {left.length > 0 ? `还有 ${left.length} 个问题没有措施` : '每个问题都有措施了，可以保存'}
        </span>
        <span>
          <strong>方案期限 </strong>
          <DaysLeft due={view.planDueOn} />
        </span>
      </div>
    </>
  );
}

interface FindingProps {
  readonly number: number;
  readonly finding: Case['findings'][number];
  readonly fedBack: FedBack | undefined;
  readonly isMissing: boolean;
  /** Of the whole plan: places in it are how refusals name a row. */
  readonly rows: readonly Row[];
  readonly setRows: (rows: readonly Row[]) => void;
  readonly common: Pick<FieldsProps, 'faults' | 'command' | 'beside'>;
}

function FindingRows({ number, finding, fedBack, isMissing, rows, setRows, common }: FindingProps) {
  const { findingId, immediate } = finding;
  const own = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.findingId === findingId);
  const add = () => {
    // Most measures have the person and the day of the one before.
    const { responsible, dueOn } = own.at(-1)?.row ?? rows.findLast(isBegun) ?? {};
    const added = { findingId, ...(responsible ? { responsible } : {}), ...(dueOn ? { dueOn } : {}) };
    // Rows of one finding stay together, in the plan as on the page.
    setRows(rows.toSpliced((own.at(-1)?.at ?? rows.length - 1) + 1, 0, added));
  };
  return (
    <section className={isMissing ? 'plan-finding is-missing' : 'plan-finding'} aria-label={`问题 ${number}`}>
      <h3>
        {number}. {fedBack?.title ?? '…'} {immediate && <span className="tag">立行立改</span>}
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
          {...common}
          onChange={(next) => setRows(rows.map((it, place) => (place === at ? { ...it, ...next } : it)))}
          {...(own.length > 1 || immediate
            ? { remove: () => setRows(rows.filter((_, place) => place !== at)) }
            : {})}
        />
      ))}
      <p>
        <Button
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={add}
          aria-label={`给问题 ${number} 再加一项措施`}
        >
          {own.length === 0 ? '加一项措施' : '再加一项措施'}
        </Button>
      </p>
    </section>
  );
}
