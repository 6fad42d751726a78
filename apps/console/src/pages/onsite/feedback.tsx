/** Feedback 反馈: the list, and the document that the organization signs for. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { Failed, Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { NameOf } from './name-of.js';

type Feedback = Answer<'readFeedback'>;

export const feedbacks: Ledger<'listFeedback'> = {
  query: 'listFeedback',
  title: '反馈',
  says: '向被巡察党组织反馈的意见和问题清单，由主要负责人签收，整改从签收那天开始。',
  columns: [
    'number',
    { field: 'organizationId', width: 220 },
    'state',
    'preparedOn',
    'presentedOn',
    'deliveredOn',
    { field: 'roundId', spare: true },
  ],
  filters: ['organizationId', 'roundId', 'inspectionId'],
  tabs: 'state',
  counts: 'countFeedback',
  to: ({ id }) => `/feedback/${id}`,
  empty: '还没有反馈',
};

export const feedback: RecordSpec<'readFeedback'> = {
  query: 'readFeedback',
  history: 'historyOfFeedback',
  id: 'feedbackId',
  ledger: ['反馈', '/feedback'],
  title: ({ organizationId, number }) => ({
    kind: 'organization',
    id: organizationId,
    after: `：巡察反馈 ${number}`,
  }),
  steps: [
    { name: '拟定', in: ['prepared'], on: ({ preparedOn }) => preparedOn },
    { name: '当面反馈', in: ['presented'], on: ({ presentedOn }) => presentedOn },
    { name: '签收', in: ['delivered'], on: ({ deliveredOn }) => deliveredOn },
  ],
  waits: {
    prepared: '组长改好反馈意见，到现场当面反馈；点“当面反馈”以后，被巡察党组织才看得到',
    presented: '被巡察党组织主要负责人签收；空缺或不宜签收的，由巡察办指定签收人',
  },
  rests: {
    delivered: '已签收，整改由此开立；方案和进展见“整改”',
  },
  facts: ['organizationId', 'number'],
  aside: (view) => <FromInspection feedback={view} />,
  texts: ['opinion'],
  documents: [{ query: 'feedbackLetter', name: '反馈意见' }],
  actions: [
    { command: 'reviseFeedback', in: ['prepared'], from: ['opinion'] },
    { command: 'nameFeedbackSigner', in: ['prepared', 'presented'] },
    { command: 'presentFeedback', in: ['prepared'], isNext: true },
    { command: 'signFeedback', in: ['presented'], when: ({ maySign }) => maySign, isNext: true },
  ],
  more: (view) => (
    <>
      <WhySigning feedback={view} />
      <FedBackFindings feedback={view} />
      <NamedSigner feedback={view} />
    </>
  ),
};

/** For the side that inspects; the organization sees its own feedback alone. */
function FromInspection({ feedback: { inspectionId, roundId } }: { feedback: Feedback }) {
  const { may } = useRights();
  if (!may(callOf('readInspection').permission)) return null;
  return (
    <Part title="所在巡察">
      <dl className="pairs">
        <dt>巡察</dt>
        <dd>
          <Referred field="inspectionId" id={inspectionId} />
        </dd>
        <dt>轮次</dt>
        <dd>
          <Referred field="roundId" id={roundId} />
        </dd>
      </dl>
    </Part>
  );
}

/** For those of the organization who look for the button and do not find it. */
function WhySigning({ feedback: { state, maySign } }: { feedback: Feedback }) {
  const { may } = useRights();
  if (state !== 'presented' || maySign || !may(callOf('signFeedback').permission)) return null;
  return (
    <div className="next-step">反馈由主要负责人（或巡察办指定的签收人）本人签收，您可以查看，不能代签。</div>
  );
}

function FedBackFindings({ feedback: { findings } }: { feedback: Feedback }) {
  const { may } = useRights();
  const mayOpen = may(callOf('readFinding').permission);
  return (
    <Part title="问题清单" aside={<span className="second">{findings.length} 个问题</span>}>
      <ol className="finding-list">
        {findings.map(({ findingId, title, clause, immediate }) => (
          <li key={findingId}>
            <div className="top">
              {mayOpen ? <Link to={`/findings/${findingId}` as never}>{title}</Link> : <span>{title}</span>}
              {immediate && <span className="tag">立行立改</span>}
            </div>
            <small className="second">依据：{clause}</small>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** Why somebody else signs stays with the office, and looking at it is on record: it is asked for, not shown. */
function NamedSigner({ feedback: { id } }: { feedback: Feedback }) {
  const { may } = useRights();
  const [isOpen, setOpen] = useState(false);
  if (!may(callOf('readFeedbackSigner').permission)) return null;
  return (
    <Part title="指定的签收人" aside={<span className="second">只有巡察办可见，查看留痕</span>}>
      {isOpen ? <Signer feedbackId={id} /> : <Button onClick={() => setOpen(true)}>查看签收人和缘由</Button>}
    </Part>
  );
}

function Signer({ feedbackId }: { feedbackId: Feedback['id'] }) {
  const { data, error, isPending } = useAsk('readFeedbackSigner', { feedbackId });
  if (isPending) return <Loading />;
  if (!data) return <Failed problem={error} />;
  if (!data.signerId) return <p className="second">没有另外指定，由主要负责人签收。</p>;
  return (
    <dl className="pairs">
      <dt>签收人</dt>
      <dd>
        <NameOf kind="account" id={data.signerId} />
      </dd>
      <dt>缘由</dt>
      <dd>{data.ground && valueWord('SignerGround', data.ground)}</dd>
      <dt>说明</dt>
      <dd>{data.reason}</dd>
    </dl>
  );
}
