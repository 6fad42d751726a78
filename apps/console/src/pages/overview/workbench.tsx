/** The first page: what waits for me, what is due, how the whole work goes, and where a newcomer begins. */
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useRights, useWho } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { useToday } from '../../kit/clock.js';
import { useIsNarrow } from '../../kit/narrow.js';
import { Empty, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { DueSoon } from './due-soon.js';
import { FirstSteps } from './first-steps-card.js';
import { Go } from './go.js';
import './overview.css';
import { ProcessChart } from './process-chart.js';
import { useWaiting } from './use-waiting.js';

/** Counts are capped by the service; what reaches the cap is "or more". */
const CAP = 1_000;

export function Workbench() {
  const who = useWho();
  const { roles, may } = useRights();
  const today = useToday();
  const mayItems = may(callOf('listItems').permission);
  const words = [...new Set(roles)].map((role) => valueWord('RoleName', role)).join('、');
  return (
    <>
      <PageHead
        title="工作台"
        says={
          <>
            {who?.name}
            {words && `（${words}）`}，今天是 <span className="number">{today}</span>
            。先办“等我办的”，数字点开就是要办的那些。
          </>
        }
      />
      <div className={mayItems ? 'workbench' : ''}>
        <div>
          <Part title="等我办的">
            <WaitingForMe />
          </Part>
          <FirstSteps />
        </div>
        {mayItems && <DueSoon />}
      </div>
      <Process />
    </>
  );
}

const PROCESS = '施工图：巡察怎样一步步往下走';

/** On a phone it is as long as everything else together, and waits until somebody wants it. */
function Process() {
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  if (isNarrow && !isOpen)
    return (
      <Button block onClick={() => setOpen(true)}>
        {PROCESS}
      </Button>
    );
  return (
    <Part title={PROCESS} aside={<span className="second">数字是这一步现有的件数</span>}>
      <ProcessChart />
    </Part>
  );
}

function WaitingForMe() {
  const { lines, isKnown } = useWaiting();
  const open = lines.filter(({ count }) => count !== 0);
  if (open.length === 0) return isKnown ? <Nothing hasLines={lines.length > 0} /> : <Loading />;
  return (
    <ul className="waiting">
      {open.map(({ text, says, count, to }) => (
        <li key={to + text}>
          <Go to={to}>
            <span className="count number">
              {count === undefined ? '…' : count >= CAP ? `${CAP}+` : count}
            </span>
            <span>
              <strong>{text}</strong>
              <span className="second">{says}</span>
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ hasLines }: { hasLines: boolean }) {
  const { data: me } = useAsk('me', {});
  if (me?.grants.length === 0)
    return (
      <Empty title="您还没有角色">
        <p>请向本站点的安全管理员申请授权，授权后这里会列出等您办的事。</p>
      </Empty>
    );
  return (
    <Empty title="没有等您办的">
      <p>{hasLines ? '有新的会出现在这里，不用刷新。' : '您的工作从左边的菜单进入。'}</p>
    </Empty>
  );
}
