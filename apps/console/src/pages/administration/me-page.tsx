/** Everybody's own account: roles, password, second factor, drafts, sessions. */
import { Button } from 'antd';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { session } from '../../api/session.js';
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
  const { data, error, isPending, refetch } = useAsk('me', {});
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  return (
    <>
      <PageHead title="我的账号" says="登录所用的账号、口令和身份验证器，有哪些角色，从哪里登录过。">
        <Button onClick={() => void session.signOut().then(() => location.assign('/'))}>退出登录</Button>
      </PageHead>
      <Part title="我是谁">
        <OwnAccount me={data!} />
      </Part>
      <Part title="我的角色">
        {data!.grants.length === 0 && (
          <p className="second">还没有角色，所以看不到任何工作。请向本站点的安全管理员申请授权。</p>
        )}
        <ul className="own-roles">
          {data!.grants.map(({ role, organizationId, teamId }) => (
            <li key={`${role}${organizationId}${teamId}`}>
              <strong>{valueWord('RoleName', role)}</strong>：
              {organizationId && (
                <>
                  只限 <Limit field="organizationId" id={organizationId} />
                </>
              )}
              {teamId && (
                <>
                  只限 <Limit field="teamId" id={teamId} />
                </>
              )}
              {!organizationId && !teamId && '全站点'}
            </li>
          ))}
        </ul>
      </Part>
      <div className="two-parts">
        <Password />
        <SecondFactor me={data!} />
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

function OwnAccount({
  me: { account, name, site, hasSecondFactor, needsSecondFactor },
}: {
  me: Answer<'me'>;
}) {
  return (
    <dl className="explained">
      <dt>账号</dt>
      <dd className="number">{account}</dd>
      <dt>姓名</dt>
      <dd>{name}</dd>
      <dt>站点</dt>
      <dd className="number">{site}</dd>
      <dt>身份验证器</dt>
      <dd>
        {hasSecondFactor ? (
          <span className="fine">已设置</span>
        ) : needsSecondFactor ? (
          <span className="refused">未设置，您的角色必须设置</span>
        ) : (
          '未设置'
        )}
      </dd>
    </dl>
  );
}
