/** Clues that wait to be handed over, put together as they may go: those of one inspection to one organ. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Empty, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';

type Clue = Item<'listClues'>;
type Proposal = Answer<'proposeOrgan'>;
interface Group {
  readonly key: string;
  readonly proposal: Proposal;
  readonly clues: readonly Clue[];
}
const MOST = 200;

export function NewTransferPage() {
  const { may, isKnown } = useRights();
  const { data } = useQuery({ queryKey: ['clues.clue.to-hand-over'], queryFn: groups });
  if (isKnown && !may(callOf('draftTransfer').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="起草移交"
        crumbs={[['线索移交', '/transfers']]}
        says="已研判、还没有移交的线索，按分流表分好了组：同一次巡察、送同一机关的放在一起。一组起草一次。"
      />
      {!data && <Loading />}
      {data?.length === 0 && (
        <section className="card">
          <Empty title="没有等移交的线索">
            <p>线索研判以后会出现在这里。</p>
          </Empty>
        </section>
      )}
      {data?.map((group) => (
        <GroupCard key={group.key} group={group} />
      ))}
    </>
  );
}

async function groups(): Promise<Group[]> {
  const { items } = await ask('listClues', { state: 'screened', limit: MOST });
  const proposals = await Promise.all(items.map(({ id }) => ask('proposeOrgan', { clueId: id })));
  const found = new Map<string, Group>();
  for (const [index, clue] of items.entries()) {
    const proposal = proposals[index]!;
    const key = [clue.inspectionId, proposal.organId, proposal.movesUp].join('/');
    found.set(key, { key, proposal, clues: [...(found.get(key)?.clues ?? []), clue] });
  }
  // What can be handed over comes first, what is urgent before all.
  const rank = ({ proposal, clues }: Group) =>
    (proposal.movesUp ? 2 : proposal.organId ? 0 : 1) - (clues.some(({ urgent }) => urgent) ? 10 : 0);
  return [...found.values()].toSorted((one, other) => rank(one) - rank(other));
}

function GroupCard({ group: { proposal, clues } }: { group: Group }) {
  const { kind, organId, movesUp } = proposal;
  const inspectionId = clues[0]!.inspectionId;
  return (
    <section className="card group" aria-label="一组线索">
      <header>
        <h2>
          {movesUp ? (
            '管理权限在上级，应当上移'
          ) : organId ? (
            <>
              送 <Referred field="organId" id={organId} />
            </>
          ) : (
            `分流表没有填写去向${kind ? `，通常送${valueWord('OrganKind', kind)}` : ''}`
          )}
        </h2>
        {!movesUp && (
          <CommandButton
            command="draftTransfer"
            primary={organId !== null}
            initial={{ clueIds: clues.map(({ id }) => id), ...(organId ? { organId } : {}) }}
            beside={{ inspectionId }}
          />
        )}
      </header>
      <div className="body">
        {inspectionId ? <Referred field="inspectionId" id={inspectionId} /> : '由下级站点上移来的线索'}
        <ul className="goods">
          {clues.map(({ id, number, nature, authority, persons, urgent, screenedOn }) => (
            <li key={id}>
              <Link to={`/clues/${id}` as never}>{number}</Link>
              <span>{nature && valueWord('ClueNature', nature)}</span>
              <span>{authority && valueWord('Authority', authority)}</span>
              <span className="second">{persons} 人</span>
              <span className="second number">{screenedOn} 研判</span>
              {urgent && <span className="tag urgent">快速移交</span>}
            </li>
          ))}
        </ul>
        {!movesUp && !organId && (
          <p className="second">可以请巡察办先补分流表；也可以现在选定机关，并写明不按分流表的理由。</p>
        )}
        {movesUp && <p className="second">打开线索，点“上移线索”。本站点只留编号。</p>}
      </div>
    </section>
  );
}
