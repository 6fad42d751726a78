/** What belongs to a transfer: its three approvals, the clues that go with it, how its receipt was pressed for, and the proofs. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights, useWho } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Who } from '../../kit/timeline.js';
import { valueWord } from '../../words/words.js';
import { Proofs } from './proofs.js';

type Transfer = Answer<'readTransfer'>;
type Form = Answer<'readTransferForm'>;
type Step = Form['steps'][number];

export function TransferParts({ view }: { view: Transfer }) {
  const { may } = useRights();
  const mayRead = may(callOf('readTransferForm').permission);
  const { data } = useAsk('readTransferForm', { transferId: view.id }, { when: mayRead });
  return (
    <>
      {mayRead && data && <Approvals view={view} form={data} />}
      <Part title="所列线索" aside={<span className="second number">{view.clueIds.length} 条</span>}>
        <ul className="goods">
          {view.clueIds.map((clueId) => (
            <Clue key={clueId} clueId={clueId} />
          ))}
        </ul>
      </Part>
      <Pressings view={view} />
      {['delivered', 'received'].includes(view.state) && <Proofs view={view} />}
    </>
  );
}

const BOXES = [
  ['巡察组组长', 'leaderApproved', 'draft'],
  ['巡察办', 'officeApproved', 'leader'],
  ['领导小组', 'approved', 'office'],
] as const;

/** Who approved it, of those that still count: what came before a return does not. */
function Approvals({ view, form }: { view: Transfer; form: Form }) {
  const who = useWho();
  const since = form.steps.findLastIndex(({ kind }) => kind === 'drafted');
  const current = form.steps.slice(since + 1);
  const former = form.steps.slice(0, since);
  const returned = current.find(({ kind }) => kind === 'returned');
  const isMine = current.some(({ kind, by }) => BOXES.some(([, it]) => it === kind) && by === who?.accountId);
  const isWaiting = ['draft', 'leader', 'office'].includes(view.state);
  return (
    <Part title="移交审批表" aside={<span className="second">三方审批须是三个不同的人；查看留痕</span>}>
      {returned && (
        <div className="returned">
          <h3>已退回</h3>
          <p className="said">{returned.opinion}</p>
          <p className="second number">
            {returned.on} <Who id={returned.by} />
          </p>
        </div>
      )}
      <div className="boxes">
        {BOXES.map(([name, kind, state]) => (
          <ApprovalBox
            key={kind}
            name={name}
            step={current.find((it) => it.kind === kind)}
            isNow={view.state === state}
          />
        ))}
      </div>
      {isMine && isWaiting && <p className="second">您已经在上面签过意见，其余两方要由别人审批。</p>}
      {form.deviation && (
        <>
          <h3 className="part-title">不按分流表的理由</h3>
          <p className="prose">{form.deviation}</p>
        </>
      )}
      <Former steps={former} />
    </Part>
  );
}

function Former({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <details className="former">
      <summary>退回以前的审批 {steps.length} 步</summary>
      <ul>
        {steps.map(({ kind, by, on, opinion }, index) => (
          <li key={index}>
            <span className="number">{on}</span> {valueWord('TransferStepKind', kind)} <Who id={by} />
            {opinion && `：${opinion}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ApprovalBox({ name, step, isNow }: { name: string; step: Step | undefined; isNow: boolean }) {
  return (
    <section className={step ? 'is-done' : isNow ? 'is-now' : ''} aria-label={name}>
      <h3>{name}</h3>
      {step ? (
        <>
          <p className="prose">{step.opinion}</p>
          <p className="number">
            <strong>
              <Who id={step.by} />
            </strong>{' '}
            {step.on}
          </p>
        </>
      ) : (
        <p className="second">{isNow ? '等这一方审批' : '还没有轮到'}</p>
      )}
    </section>
  );
}

function Clue({ clueId }: { clueId: Transfer['clueIds'][number] }) {
  const { data } = useAsk('readClue', { clueId });
  if (!data) return <li className="second">…</li>;
  return (
    <li>
      <Link to={`/clues/${clueId}` as never}>{data.number}</Link>
      <span>{data.nature && valueWord('ClueNature', data.nature)}</span>
      <span className="second">{data.persons} 人</span>
      <StateTag of="ClueState" value={data.state} />
    </li>
  );
}

function Pressings({ view }: { view: Transfer }) {
  if (view.pressings.length === 0) return null;
  return (
    <Part title="催办">
      <ul className="goods">
        {view.pressings.map(({ rung, number, on }, index) => (
          <li key={index}>
            <strong>{valueWord('TransferPressing', rung)}</strong>
            <span>{number}</span>
            <span className="second number">{on} 逾期未签收</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
