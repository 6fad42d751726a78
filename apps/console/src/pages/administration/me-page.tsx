/** Everybody's own account: roles, password, second factor, drafts, sessions. */
import { useAsk, useWho } from '../../api/hooks.js';
import { CommandButton } from '../../kit/command-button.js';
import { Failed, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { Drafts } from './drafts.js';
import { Limit } from './limit.js';
import { Password } from './password.js';
import { SecondFactor } from './second-factor.js';
import { RefusedSignIns, Sessions } from './sessions.js';
import './administration.css';

export function MePage() {
  const who = useWho();
  const { data, error, isPending, refetch } = useAsk('me', {});
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  return (
    <>
      <PageHead title="我的账号" says={`${who?.name ?? ''} · 站点 ${data!.site}`} />
      <Part title="我的角色">
        {data!.grants.length === 0 && (
          <p className="second">还没有角色，所以看不到任何工作。请向本站点的安全管理员申请授权。</p>
        )}
        <ul className="own-roles">
          {data!.grants.map(({ role, organizationId, teamId }) => (
            <li key={`${role}${organizationId}${teamId}`}>
              <strong>{valueWord('RoleName', role)}</strong>
              {organizationId && (
                <>
                  ：只限 <Limit field="organizationId" id={organizationId} />
                </>
              )}
              {teamId && (
                <>
                  ：只限 <Limit field="teamId" id={teamId} />
                </>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <div className="two-parts">
        <Password />
        <SecondFactor />
      </div>
      <Drafts />
      <Sessions
        query="listOwnSessions"
        given={{}}
        isOwn
        aside={<CommandButton command="endOwnSessions" danger onDone={() => location.assign('/')} />}
      />
      <RefusedSignIns query="listOwnRefusedSignIns" given={{}} />
    </>
  );
}
