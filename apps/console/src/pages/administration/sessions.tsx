/** Sessions and refused sign-ins, of oneself or of an account. */
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import type { Answer, Input, Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { shownInstant } from '../../kit/clock.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { StateTag } from '../../kit/state-tag.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';

type SessionQuery = 'listOwnSessions' | 'listSessions';
interface SessionsProps<Q extends SessionQuery> {
  readonly query: Q;
  readonly given: Input<Q>;
  readonly aside?: ReactNode;
  readonly isOwn?: boolean;
}

const SHOWN = 30;

export function Sessions<Q extends SessionQuery>({ query, given, aside, isOwn = false }: SessionsProps<Q>) {
  const { data } = useAsk(query, { ...given, limit: SHOWN });
  const items = (data as Answer<'listOwnSessions'> | undefined)?.items ?? [];
  return (
    <Part title="登录记录与会话" aside={aside}>
      {items.length === 0 && <p className="second">还没有登录过。</p>}
      {items.length > 0 && (
        <PlainTable
          label="登录记录与会话"
          heads={['登录时间', '方式', '来自地址', '最近活动', '状态', ...(isOwn ? ['办理'] : [])]}
          tall
        >
          {items.map((one) => (
            <SessionRow key={one.id} session={one} isOwn={isOwn} />
          ))}
        </PlainTable>
      )}
    </Part>
  );
}

function SessionRow({ session, isOwn }: { session: Item<'listOwnSessions'>; isOwn: boolean }) {
  const { id, by, origin, openedAt, renewedAt, state, endedAt, endedBecause } = session;
  return (
    <tr>
      <td className="number">{shownInstant(openedAt)}</td>
      <td>{valueWord('SignedInBy', by)}</td>
      <td className="number">{origin ?? '—'}</td>
      <td className="number">{renewedAt ? shownInstant(renewedAt) : '—'}</td>
      <td>
        <StateTag of="state" value={state} />
        {endedAt && (
          <small className="second number">
            {' '}
            {shownInstant(endedAt)} {endedBecause && valueWord('EndedBecause', endedBecause)}
          </small>
        )}
      </td>
      {isOwn && (
        <td>
          {state === 'open' && (
            <CommandButton command="endOwnSession" given={{ sessionId: id }} onDone={() => undefined} />
          )}
        </td>
      )}
    </tr>
  );
}

type RefusedQuery = 'listOwnRefusedSignIns' | 'listRefusedSignIns';

export function RefusedSignIns<Q extends RefusedQuery>({
  query,
  given,
  names = false,
}: {
  query: Q;
  given: Input<Q>;
  names?: boolean;
}) {
  const { data } = useAsk(query, given);
  const items = (data as Answer<'listRefusedSignIns'> | undefined)?.items ?? [];
  return (
    <Part title="被拒绝的登录" aside={<span className="second">按小时合计，保留 180 天</span>}>
      {items.length === 0 && <p className="second">没有被拒绝的登录。</p>}
      {items.length > 0 && (
        <PlainTable
          label="被拒绝的登录"
          heads={[...(names ? ['账号'] : []), '最近一次', '原因', '次数', '来自地址']}
          tall
        >
          {items.map(({ accountId, reason, hour, lastAt, times, origin }) => (
            <tr key={`${accountId}${reason}${hour}`}>
              {names && (
                <td>
                  {accountId ? (
                    <Referred field="accountId" id={accountId} />
                  ) : (
                    <span className="second">没有这个账号</span>
                  )}
                </td>
              )}
              <td className="number">{shownInstant(lastAt)}</td>
              <td>{valueWord('reason', reason)}</td>
              <td className="number">{times}</td>
              <td className="number">{origin ?? '—'}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Part>
  );
}
