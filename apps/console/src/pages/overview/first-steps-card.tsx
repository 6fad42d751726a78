/** Shown until it is put away; the handbook beside every page stays. */
import { Button } from 'antd';
import { useState } from 'react';
import { useRights } from '../../api/hooks.js';
import { Part } from '../../kit/part.js';
import { firstSteps } from './first-steps.js';
import { Go } from './go.js';

const PUT_AWAY = 'first-steps-put-away';

export function FirstSteps() {
  const { roles } = useRights();
  const [isAway, setAway] = useState(() => localStorage.getItem(PUT_AWAY) !== null);
  const role = roles.find((one) => firstSteps[one]);
  const steps = role ? firstSteps[role]! : [];
  if (steps.length === 0) return null;
  const put = (away: boolean) => {
    if (away) localStorage.setItem(PUT_AWAY, '1');
    else localStorage.removeItem(PUT_AWAY);
    setAway(away);
  };
  if (isAway)
    return (
      <p className="first-steps-back">
        <Button type="link" onClick={() => put(false)}>
          头一次用？看看从哪里开始
        </Button>
      </p>
    );
  return (
    <Part
      title="头一次用？从这里开始"
      aside={
        <Button size="small" onClick={() => put(true)}>
          知道了，收起来
        </Button>
      }
    >
      <ol className="first-steps">
        {steps.map(({ text, says, to }) => (
          <li key={text}>
            <Go to={to}>{text}</Go>
            <p className="second">{says}</p>
          </li>
        ))}
      </ol>
      <p className="second">不知道页面怎么用时，点右上角的问号；找不到东西时，按 Ctrl 和 K。</p>
    </Part>
  );
}
