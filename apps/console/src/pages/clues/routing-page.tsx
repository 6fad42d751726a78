/** The routing table: which organ a clue goes to, by what it is about and who manages the persons. */
import { ask } from '../../api/client.js';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';

type Routing = Answer<'readRouting'>;
const valuesOf = ({ level, routes }: Routing) => ({ level, routes });

export function RoutingPage() {
  const { may, isKnown } = useRights();
  const { data, error, refetch } = useAsk('readRouting', {});
  if (isKnown && !may(callOf('readRouting').permission)) return <Forbidden />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead
        title="线索分流表"
        says="什么性质的线索、涉及哪一级管理的人，送哪个机关。起草移交时按这张表推荐去向。"
      >
        {may(callOf('changeRouting').permission) && (
          <CommandButton
            command="changeRouting"
            primary
            seen={data.version}
            initial={valuesOf(data)}
            refresh={async () => {
              const now = await ask('readRouting', {});
              return { version: now.version, values: valuesOf(now) };
            }}
            onDone={() => undefined}
          />
        )}
      </PageHead>
      <Part title="去向" aside={<span>本站点有权办理到：{valueWord('Authority', data.level)}干部</span>}>
        <Routes routing={data} />
        <p className="second">
          管理权限高于本站点的，一律上移。信访反映的单位不能接收反映它自己的线索；公安机关只接收具体的涉嫌犯罪事实。
        </p>
      </Part>
    </>
  );
}

/** Every nature has a line, so that what is missing is seen. */
function Routes({ routing }: { routing: Routing }) {
  return (
    <PlainTable
      label="线索分流表"
      heads={['线索性质', '管理权限', '接收机关', '机关种类', '通常送']}
      className="stack"
    >
      {routing.proposed.flatMap(({ nature, kind: usual }) => {
        const routes = routing.routes.filter((route) => route.nature === nature);
        const lines = routes.length > 0 ? routes : [undefined];
        return lines.map((route, index) => (
          <tr key={`${nature}-${index}`}>
            <td data-word="线索性质">{valueWord('ClueNature', nature)}</td>
            <td data-word="管理权限">{route ? valueWord('Authority', route.authority) : '—'}</td>
            <td data-word="接收机关">
              {route ? (
                <Referred field="organId" id={route.organId} />
              ) : (
                <span className="second">{usual === 'unit' ? '发生问题的单位，不用填' : '没有填写'}</span>
              )}
            </td>
            <td data-word="机关种类">{route ? valueWord('OrganKind', route.kind) : '—'}</td>
            <td data-word="通常送" className="second">
              {valueWord('OrganKind', usual)}
            </td>
          </tr>
        ));
      })}
    </PlainTable>
  );
}
