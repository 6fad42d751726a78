/** Who has looked at a restricted or sealed record. Asked for on demand: reading this list is itself on record. */
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useRights } from '../api/hooks.js';
import { callOf, type Answer, type Input, type ListName } from '../api/names.js';
import { valueWord } from '../words/words.js';
import { shownInstant } from './clock.js';
import { Failed, Loading } from './notices.js';
import { Part } from './part.js';
import { Who } from './timeline.js';

type LooksQuery = Extract<ListName, `list${string}Looks` | `listLooksAt${string}`>;

interface Props<Q extends LooksQuery> {
  readonly query: Q;
  readonly input: Input<Q>;
}

export function Looks<Q extends LooksQuery>({ query, input }: Props<Q>) {
  const { may } = useRights();
  const [isOpen, setOpen] = useState(false);
  if (!may(callOf(query).permission)) return null;
  return (
    <Part title="谁看过" aside={<span className="second">查看留痕</span>}>
      {isOpen ? (
        <LooksList query={query} input={input} />
      ) : (
        <Button onClick={() => setOpen(true)}>显示查看记录</Button>
      )}
    </Part>
  );
}

function LooksList<Q extends LooksQuery>({ query, input }: Props<Q>) {
  const { data, error, isPending } = useAsk(query, input);
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} />;
  const { items, next } = data as Answer<'listCaseLooks'>;
  if (items.length === 0) return <p className="second">还没有人查看过。</p>;
  return (
    <>
      <ol className="timeline">
        {items.map(({ id, accountId, roles, purpose, takenAt }) => (
          <li key={id}>
            <strong>
              <Who id={accountId} />
            </strong>{' '}
            <span className="second">{roles.map((role) => valueWord('RoleName', role)).join('、')}</span>
            <small className="number">{shownInstant(takenAt)}</small>
            <small>{purpose}</small>
          </li>
        ))}
      </ol>
      {next && <p className="second">只显示最近 {items.length} 次。</p>}
    </>
  );
}
