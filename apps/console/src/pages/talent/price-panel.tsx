/** What the teams cost, term by term, beside what was found; and which conditions they break. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { tell } from '../../api/client.js';
import type { Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { valueWord } from '../../words/words.js';
import { MemberName } from './member-name.js';
import { asProposed, type ComposedTeam } from './members.js';
import type { Person } from './people.js';

export type Price = Answer<'priceTeams'>;
type Composition = Answer<'readComposition'>;

/** A command by its name, but nothing is changed by asking. */
export function usePrice(
  compositionId: string,
  teams: readonly ComposedTeam[],
  isAllowed: boolean,
): Price | undefined {
  const { data } = useQuery({
    queryKey: ['price', compositionId, teams],
    queryFn: () => {
      const priced = teams.map(({ designation, members }) => ({
        designation,
        members: members.map(asProposed),
      }));
      return tell('priceTeams', { compositionId, teams: priced } as never, crypto.randomUUID());
    },
    enabled: isAllowed,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return data;
}

interface Props {
  readonly composition: Composition;
  readonly price: Price | undefined;
  readonly best: Price | undefined;
  readonly isChanged: boolean;
  readonly people: ReadonlyMap<string, Person> | undefined;
}

export function PricePanel({ composition: { cost, outcome }, price, best, isChanged, people }: Props) {
  return (
    <Part title="代价" aside={<span className="second">分数越少越好</span>}>
      <div className="price">
        <div>
          <p className="price-total">
            <strong className="number">{price?.points ?? cost?.points ?? '—'}</strong> 分
            {isChanged && price && <Difference by={price.dearer ?? price.points - (best?.points ?? 0)} />}
          </p>
          <p className="second">{cost && provenBy(cost, outcome)}</p>
        </div>
        {price && best && <Terms price={price} best={best} isChanged={isChanged} />}
      </div>
      {price && price.breaches.length > 0 && (
        <div className="breaches" role="alert">
          <strong>这样不满足 {price.breaches.length} 项条件：</strong>
          <ul>
            {price.breaches.map(({ condition, inspectorIds }) => (
              <li key={condition}>
                {condition}
                {inspectorIds.length > 0 && '：'}
                {inspectorIds.map((id, index) => (
                  <span key={id}>
                    {index > 0 && '、'}
                    <MemberName inspectorId={id} name={people?.get(id)?.name} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {price?.breaches.length === 0 && <p className="clear">各项条件都满足，无人须回避，一人只在一个组。</p>}
    </Part>
  );
}

function provenBy({ bound, gap }: NonNullable<Composition['cost']>, outcome: Composition['outcome']): string {
  if (outcome === 'proven') return '已证明：在这些条件下，没有代价更小的人选。';
  return `提前停止：再算下去，至多还能省 ${Math.round(100 * gap)}%（不会少于 ${bound} 分）。`;
}

function Difference({ by }: { by: number }) {
  if (by === 0) return <span className="clear">与算出的一样好</span>;
  return (
    <span className={by > 0 ? 'dearer' : 'clear'}>比算出的{by > 0 ? `多 ${by} 分` : `少 ${-by} 分`}</span>
  );
}

function Terms({ price, best, isChanged }: { price: Price; best: Price; isChanged: boolean }) {
  return (
    <PlainTable label="分项" heads={['分项', '算出的', ...(isChanged ? ['调整后'] : [])]}>
      {Object.entries(price.terms).map(([term, points]) => (
        <tr key={term}>
          <td>{valueWord('terms', term)}</td>
          <td className="number">{best.terms[term] ?? 0}</td>
          {isChanged && (
            <td className={`number ${points > (best.terms[term] ?? 0) ? 'dearer' : ''}`}>{points}</td>
          )}
        </tr>
      ))}
    </PlainTable>
  );
}
