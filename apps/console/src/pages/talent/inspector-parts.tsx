/** What is kept of a person besides the facts, a table each, with the command that adds to it where it may be added to. */
import type { ReactNode } from 'react';
import { outputs } from 'virtual:fields';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer, type CommandName } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { shownInstant } from '../../kit/clock.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Referred, Value } from '../../kit/value.js';
import { fieldWord } from '../../words/words.js';

type Inspector = Answer<'readInspector'>;
interface Kept {
  readonly name: keyof Inspector;
  readonly title: string;
  readonly adds?: CommandName;
  /** States in which it may be added to: the flow of talent.inspector. */
  readonly in?: readonly Inspector['state'][];
  readonly empty: string;
}

const kept: readonly Kept[] = [
  { name: 'career', title: '履历', empty: '没有填写履历；履历用于核对任职回避，请在“修改信息”中补全' },
  { name: 'kin', title: '亲属', empty: '没有填写亲属；用于核对亲属回避，请在“修改信息”中补全' },
  {
    name: 'trainings',
    title: '培训',
    adds: 'recordTraining',
    in: ['candidate', 'inPool', 'suspended'],
    empty: '还没有培训记录',
  },
  {
    name: 'posts',
    title: '挂职锻炼与定期定岗',
    adds: 'recordPost',
    in: ['candidate', 'inPool'],
    empty: '还没有挂职或定岗',
  },
  { name: 'participations', title: '参加巡察', empty: '还没有参加过巡察' },
  {
    name: 'assessments',
    title: '考核',
    adds: 'assessInspector',
    in: ['inPool', 'suspended', 'left'],
    empty: '还没有考核记录',
  },
  { name: 'promotions', title: '职务晋升', adds: 'promoteInspector', empty: '还没有晋升记录' },
  {
    name: 'recommendations',
    title: '推荐使用与表彰',
    adds: 'recommendInspector',
    in: ['inPool', 'left'],
    empty: '还没有推荐',
  },
];

export function InspectorParts({ inspector }: { inspector: Inspector }) {
  const { may } = useRights();
  return (
    <>
      {kept.map(({ name, title, adds, in: states, empty }) => (
        <Part
          key={name}
          title={title}
          aside={
            adds &&
            may(callOf(adds).permission) &&
            (!states || states.includes(inspector.state)) && (
              <CommandButton
                command={adds}
                given={{ inspectorId: inspector.id }}
                seen={inspector.version}
                onDone={() => undefined}
              />
            )
          }
        >
          <Rows
            name={name}
            title={title}
            rows={inspector[name] as readonly Record<string, unknown>[]}
            empty={empty}
          />
        </Part>
      ))}
      {may(callOf('listInspectorLooks').permission) && <Looks inspector={inspector} />}
    </>
  );
}

function Rows({
  name,
  title,
  rows,
  empty,
}: {
  name: string;
  title: string;
  rows: readonly Record<string, unknown>[];
  empty: ReactNode;
}) {
  const field = outputs.readInspector?.[name];
  if (rows.length === 0) return <p className="second">{empty}</p>;
  if (field?.type !== 'list' || field.item.type !== 'group') return null;
  const columns = Object.entries(field.item.fields).filter(([column]) =>
    rows.some((row) => row[column] !== undefined && row[column] !== null),
  );
  return (
    <PlainTable label={title} heads={columns.map(([column]) => fieldWord(column, 'readInspector'))}>
      {rows.map((row, index) => (
        <tr key={index}>
          {columns.map(([column, type]) => (
            <td key={column}>
              <Value name={column} field={type} value={row[column]} />
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  );
}

const LOOKS = 20;

function Looks({ inspector }: { inspector: Inspector }) {
  const { data } = useAsk('listInspectorLooks', { inspectorId: inspector.id, limit: LOOKS });
  if (!data) return null;
  return (
    <Part title="谁看过这份档案" aside={<span className="second">最近 {LOOKS} 次，含导出名册</span>}>
      {data.items.length === 0 && <p className="second">还没有人看过</p>}
      <ol className="timeline">
        {data.items.map(({ id, accountId, purpose, takenAt }) => (
          <li key={id}>
            <Referred field="accountId" id={accountId} />
            <small className="number">
              {shownInstant(takenAt)} · {purpose}
            </small>
          </li>
        ))}
      </ol>
    </Part>
  );
}
