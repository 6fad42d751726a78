/** One account: its roles, what it must stay away from, its sessions and who tried to sign in with it. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Fact } from '../../kit/fact.js';
import { Empty, Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { LedgerPart } from '../../kit/ledger-part.js';
import { StateTag } from '../../kit/state-tag.js';
import { grants } from './grants.js';
import { recusals } from './recusals.js';
import { RefusedSignIns, Sessions } from './sessions.js';
import { linkIn, SetUpSheet, type SetUpLink } from './set-up-sheet.js';
import './administration.css';

type Account = Item<'listAccounts'>;

/** Its address is what the person types to sign in: accounts are found by it. */
export function AccountPage() {
  const { id: account } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const { data, error, isPending, refetch } = useAsk('listAccounts', { account, limit: 1 });
  if (isKnown && !may(callOf('listAccounts').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const [found] = data!.items;
  return found ? <Shown account={found} /> : <Empty title="没有这个账号" />;
}

function Shown({ account }: { account: Account }) {
  const { may } = useRights();
  const given = { accountId: account.id } as never;
  return (
    <>
      <PageHead
        title={account.name}
        crumbs={[['账号', '/accounts']]}
        after={<StateTag of="AccountState" value={account.state} />}
        says={<span className="number">登录账号 {account.account}</span>}
      >
        {account.state === 'active' && <Actions account={account} />}
      </PageHead>
      <Part title="登录">
        <dl className="facts">
          <Fact word="口令">{account.isSetUp ? '已由本人设置' : '还没有设置：凭设置码设置后才能登录'}</Fact>
          <Fact word="身份验证器">{account.hasSecondFactor ? '已设置' : '没有设置'}</Fact>
        </dl>
      </Part>
      <LedgerPart title="角色" ledger={grants} input={given}>
        {may(callOf('grantRole').permission) && account.state === 'active' && (
          <CommandButton command="grantRole" fixed={given} onDone={() => undefined} />
        )}
      </LedgerPart>
      {may(callOf('listRecusals').permission) && (
        <LedgerPart title="回避" ledger={recusals} input={given}>
          {may(callOf('declareRecusal').permission) && (
            <CommandButton command="declareRecusal" fixed={given} onDone={() => undefined} />
          )}
        </LedgerPart>
      )}
      {may(callOf('listSessions').permission) && <Access accountId={account.id} />}
    </>
  );
}

function Access({ accountId }: { accountId: Account['id'] }) {
  const { may } = useRights();
  return (
    <>
      <Sessions
        query="listSessions"
        given={{ accountId }}
        aside={
          may(callOf('endSessions').permission) && (
            <CommandButton command="endSessions" danger given={{ accountId }} onDone={() => undefined} />
          )
        }
      />
      <RefusedSignIns query="listRefusedSignIns" given={{ accountId }} />
    </>
  );
}

function Actions({ account }: { account: Account }) {
  const { may } = useRights();
  const [made, setMade] = useState<SetUpLink>();
  if (!may(callOf('inviteAccount').permission)) return null;
  return (
    <>
      <CommandButton
        command="disableAccount"
        danger
        given={{ accountId: account.id }}
        seen={account.version}
        onDone={() => undefined}
      />
      <CommandButton
        command="inviteAccount"
        primary={!account.isSetUp}
        given={{ accountId: account.id }}
        seen={account.version}
        onDone={(answer) => setMade(linkIn(answer, account.account, account.name))}
      />
      {made && <SetUpSheet links={[made]} close={() => setMade(undefined)} />}
    </>
  );
}
