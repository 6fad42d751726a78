/** What a team's page shows besides its facts: who is in it, whether any of them must stay away from what, who left and who came. */
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { Failed, Loading } from '../../kit/notices.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Part } from '../../kit/part.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { MemberName } from './member-name.js';
import { inOrder } from './members.js';
import './talent.css';

type Team = Answer<'readTeam'>;

export function TeamParts({ team }: { team: Team }) {
  const { may } = useRights();
  return (
    <>
      <Members team={team} />
      {may(callOf('readTeamCheck').permission) && team.state !== 'withdrawn' && <LastCheck team={team} />}
      {team.replacements.length > 0 && <Replacements team={team} />}
    </>
  );
}

function Members({ team: { members } }: { team: Team }) {
  return (
    <Part title="组员" aside={<span className="second">{members.length} 人</span>}>
      <PlainTable label={`组员`} heads={['角色', '姓名', '来源']}>
        {inOrder(members).map(({ inspectorId, accountId, role, lent }) => (
          <tr key={inspectorId}>
            <td>
              {role === 'leader' || role === 'deputy' ? (
                <strong>{valueWord('role', role)}</strong>
              ) : (
                valueWord('role', role)
              )}
            </td>
            <td>
              <MemberName inspectorId={inspectorId} accountId={accountId} />
            </td>
            <td>{lent ? '上级或外地选派' : '本站点人才库'}</td>
          </tr>
        ))}
      </PlainTable>
    </Part>
  );
}

/** Restricted, and every look at it is on record: nobody reads it by opening the page. */
function LastCheck({ team }: { team: Team }) {
  const [isShown, setShown] = useState(false);
  return (
    <Part title="回避审核" aside={!isShown && <Button onClick={() => setShown(true)}>查看逐人结果</Button>}>
      <p>
        {team.clearOf.length > 0
          ? `已审核，全组对 ${team.clearOf.length} 个被巡察党组织均无须回避；任务只能就这些组织下达。`
          : '尚未通过审核。给本组安排任务后，点“审核回避”；有人须回避的，会逐人列出原因，须换人或调整任务。'}
      </p>
      {isShown ? (
        <CheckResults team={team} />
      ) : (
        <p className="second">逐人结果含亲属、任职等缘由，查看会留痕。</p>
      )}
    </Part>
  );
}

function CheckResults({ team }: { team: Team }) {
  const { data, error, isPending, refetch } = useAsk('readTeamCheck', { teamId: team.id });
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const { results } = data!;
  if (results.length === 0) return <p className="second">还没有审核过。</p>;
  return (
    <PlainTable label="审核结果" heads={['组员', '审核的组织', '结果']}>
      {inOrder(team.members).map(({ inspectorId, accountId }) => {
        const own = results.filter((one) => one.inspectorId === inspectorId);
        const breaches = own.filter(({ reasons }) => reasons.length > 0);
        return (
          <tr key={inspectorId}>
            <td>
              <MemberName inspectorId={inspectorId} accountId={accountId} />
            </td>
            <td className="number">{own.length} 个</td>
            <td>
              {own.length === 0 && <span className="second">这次审核之后才入组</span>}
              {own.length > 0 && breaches.length === 0 && <span className="clear">无须回避</span>}
              {breaches.map(({ organizationId, reasons }) => (
                <div key={organizationId} className="breach">
                  须回避 <Referred field="organizationId" id={organizationId} />（
                  {reasons.map((reason) => valueWord('RecusalReason', reason)).join('、')}）
                </div>
              ))}
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}

function Replacements({ team }: { team: Team }) {
  return (
    <Part title="人员更换">
      <ol className="timeline">
        {team.replacements.toReversed().map(({ on, by, reason, left, joined }, index) => (
          <li key={index}>
            <strong>{reason}</strong>
            <small className="number">
              {on} <Referred field="by" id={by} />
            </small>
            <People word="离组" ids={left} />
            <People word="入组" ids={joined} />
            {left.length === 0 && joined.length === 0 && <span className="second">只调整了组内角色</span>}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function People({ word, ids }: { word: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <div>
      <span className="second">{word}：</span>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && '、'}
          <MemberName inspectorId={id} />
        </span>
      ))}
    </div>
  );
}
