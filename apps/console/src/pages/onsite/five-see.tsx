/** Five-see 五见 of a finding: what is there, what is missing, and a form in place to fill it in. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { FormInPlace } from '../../kit/form/form-in-place.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { lackOf } from './five-see-state.js';

type Finding = Answer<'readFinding'>;
export type FiveSee = Finding['fiveSee'];
const parts = ['persons', 'matter', 'unit', 'proposedResult', 'proposedAccountability'] as const;

const asks: Readonly<Record<(typeof parts)[number], string>> = {
  persons: '涉及哪些人，什么职务',
  matter: '什么事，经过怎样',
  unit: '哪个单位',
  proposedResult: '建议怎样处理',
  proposedAccountability: '建议怎样问责',
};

const OPEN: readonly Finding['state'][] = ['confirmed', 'reported'];

export function FiveSeePart({ finding }: { finding: Finding }) {
  const { may } = useRights();
  const { message } = App.useApp();
  const [isWriting, setWriting] = useState(false);
  const missing = finding.fiveSeeMissing;
  const isOpen = OPEN.includes(finding.state);
  const mayWrite = may(callOf('describeFinding').permission) && isOpen;
  const aside = !isOpen ? undefined : missing.length === 0 ? (
    <span className="complete">五见齐全</span>
  ) : (
    <span className="missing">还缺 {lackOf(missing)}</span>
  );
  return (
    <Part title="五见" aside={aside}>
      {isWriting ? (
        <FormInPlace
          command="describeFinding"
          given={{ findingId: finding.id }}
          initial={{ fiveSee: finding.fiveSee }}
          seen={finding.version}
          refresh={async () => {
            const now = await ask('readFinding', { findingId: finding.id });
            return { version: now.version, values: { fiveSee: now.fiveSee } };
          }}
          submit="保存五见"
          onCancel={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            message.success('五见已保存');
          }}
        />
      ) : (
        <>
          <FiveSeeList fiveSee={finding.fiveSee} />
          {mayWrite && (
            <Button type={missing.length > 0 ? 'primary' : 'default'} onClick={() => setWriting(true)}>
              {missing.length > 0 ? '填写五见' : '修改五见'}
            </Button>
          )}
          {isOpen && !mayWrite && missing.length > 0 && (
            <p className="second">五见由组长或副组长填写；缺一项，报告就不能报送。</p>
          )}
        </>
      )}
    </Part>
  );
}

export function FiveSeeList({ fiveSee }: { fiveSee: FiveSee }) {
  return (
    <dl className="five-see">
      {parts.map((part) => {
        const text = textOf(fiveSee, part);
        return (
          <div key={part}>
            <dt>
              {text ? (
                <CheckCircleFilled className="complete" aria-label="已填" />
              ) : (
                <MinusCircleOutlined className="missing" aria-label="未填" />
              )}{' '}
              {valueWord('fiveSeeMissing', part)}
            </dt>
            <dd>{text ?? <span className="second">未填：{asks[part]}</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function textOf(fiveSee: FiveSee, part: (typeof parts)[number]): string | undefined {
  if (part !== 'persons') return fiveSee[part] || undefined;
  return fiveSee.persons?.map(({ name, post }) => `${name}（${post}）`).join('、') || undefined;
}
