/** The letter and the receipt as both sides keep them: signed by the site, to be checked years later with its public key alone. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { shownInstant } from '../../kit/clock.js';
import { Part } from '../../kit/part.js';
import { ReferredName } from '../../kit/value.js';
import { Who } from '../../kit/timeline.js';
import { isSigned, payloadOf } from './jws.js';

type Transfer = Answer<'readTransfer'>;

export function Proofs({ view }: { view: Transfer }) {
  const { data } = useAsk('readTransferProof', { transferId: view.id });
  if (!data) return null;
  return (
    <Part title="移交函与回执" aside={<span className="second">站点签名，可离线核验</span>}>
      <div className="boxes">
        <Proof name="移交函" verb="发函" jws={data.letter} />
        <Proof name="签收回执" verb="签收" jws={data.receipt} />
      </div>
      {data.organSignature && (
        <>
          <h3 className="part-title">接收机关以登记的公钥签名</h3>
          <p className="proof">{data.organSignature}</p>
        </>
      )}
    </Part>
  );
}

function Proof({ name, verb, jws }: { name: string; verb: string; jws: string | null }) {
  if (!jws)
    return (
      <section aria-label={name}>
        <h3>{name}</h3>
        <p className="second">还没有</p>
      </section>
    );
  const { number, organId, clues, by, on, at } = payloadOf(jws);
  return (
    <section className="is-done" aria-label={name}>
      <h3>
        {name} {number}
      </h3>
      <p>
        接收机关：
        <ReferredName field="organId" id={organId} />
      </p>
      <p>线索：{clues.map((clue) => clue.number).join('、')}</p>
      <p className="number">
        {verb}：<Who id={by} /> {on}
        <span className="second">（签名于 {shownInstant(at)}）</span>
      </p>
      <Checked jws={jws} name={name} />
      <details className="former">
        <summary>签名原文</summary>
        <p className="proof">{jws}</p>
      </details>
    </section>
  );
}

type Verdict = 'good' | 'bad' | 'unable';
const verdicts: Readonly<Record<Verdict, readonly [type: 'success' | 'error' | 'warning', text: string]>> = {
  good: ['success', '签名有效，内容未被改动'],
  bad: ['error', '签名与内容不符'],
  unable: ['warning', '这个浏览器不能核验，请用新版浏览器，或把原文交技术人员离线核验'],
};

function Checked({ jws, name }: { jws: string; name: string }) {
  const [verdict, setVerdict] = useState<Verdict>();
  const check = async () => {
    try {
      const { keys } = await ask('listProofKeys', {});
      setVerdict((await isSigned(jws, keys)) ? 'good' : 'bad');
    } catch {
      setVerdict('unable');
    }
  };
  if (!verdict)
    return (
      <Button size="small" onClick={() => void check()} aria-label={`核验签名：${name}`}>
        核验签名
      </Button>
    );
  const [type, text] = verdicts[verdict];
  return <Alert type={type} showIcon title={text} role="status" />;
}
