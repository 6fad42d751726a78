/** One finding of the list that is decided: what it is, and what becomes of it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../api/hooks.js';
import type { Input as InputOf, Item } from '../../api/names.js';
import { inputId } from '../../kit/form/fields-input.js';
import { LongText } from '../../kit/form/long-text.js';
import { Failed, Loading } from '../../kit/notices.js';
import { valueWord } from '../../words/words.js';
import { FiveSeeList } from './five-see.js';

type Sent = InputOf<'decideReportPackage'>['decisions'][number];
type Disposal = Sent['disposals'][number];
export interface Decision {
  readonly findingId: Sent['findingId'];
  readonly disposals?: readonly Disposal[] | undefined;
  readonly decision?: string | undefined;
}
interface Props {
  readonly index: number;
  readonly finding: Item<'listFindings'>;
  readonly decision: Decision;
  readonly fault: string | undefined;
  readonly change: (decision: Decision) => void;
}

const choices: readonly Disposal[] = ['rectification', 'clueTransfer', 'adviceLetter'];
const LONGEST_DECISION = 1_000;

export function DecisionRow({ index, finding, decision, fault, change }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { disposals = [] } = decision;
  const toggle = (one: Disposal) => {
    const next = disposals.includes(one) ? disposals.filter((it) => it !== one) : [...disposals, one];
    change({
      ...decision,
      disposals: next.length === 0 ? undefined : choices.filter((it) => next.includes(it)),
    });
  };
  return (
    <li data-row={index} className={disposals.length > 0 ? 'is-decided' : ''}>
      <span className="ball number" aria-hidden="true">
        {disposals.length > 0 ? '✓' : index + 1}
      </span>
      <div className="what">
        <Link to={`/findings/${finding.id}` as never}>{finding.title}</Link>
        <small className="second">依据：{finding.clause}</small>
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起五见' : '看五见和处理建议'}
        </button>
        {isOpen && <FiveSeeOf findingId={finding.id} />}
      </div>
      <div className="how">
        <Disposals index={index} title={finding.title} disposals={disposals} toggle={toggle} />
        <LongText
          aria-label={`第 ${index + 1} 个问题的处置意见`}
          placeholder="处置意见（可不写）"
          value={decision.decision ?? ''}
          maxLength={LONGEST_DECISION}
          fewest={1}
          most={6}
          onChange={({ target }) => change({ ...decision, decision: target.value || undefined })}
        />
        {fault && <p className="fault">至少勾选一种处置</p>}
      </div>
    </li>
  );
}

interface DisposalsProps {
  readonly index: number;
  readonly title: string;
  readonly disposals: readonly Disposal[];
  readonly toggle: (one: Disposal) => void;
}

function Disposals({ index, title, disposals, toggle }: DisposalsProps) {
  return (
    <fieldset>
      <legend className="unseen">
        第 {index + 1} 个问题的处置：{title}
      </legend>
      {choices.map((one, cell) => (
        <label key={one}>
          <input
            type="checkbox"
            data-cell={cell}
            {...(cell === 0 ? { id: inputId(`decisions.${index}.disposals`) } : {})}
            checked={disposals.includes(one)}
            onChange={() => toggle(one)}
          />
          {valueWord('Disposal', one)}
        </label>
      ))}
    </fieldset>
  );
}

function FiveSeeOf({ findingId }: { findingId: Decision['findingId'] }) {
  const { data, error, isPending } = useAsk('readFinding', { findingId });
  if (isPending) return <Loading />;
  if (!data) return <Failed problem={error} />;
  return (
    <>
      <p className="prose">{data.description}</p>
      <FiveSeeList fiveSee={data.fiveSee} />
    </>
  );
}
