/** Who can be called today, in figures that open to the people they count; and whom the incentive reaches. */
import { Link } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { useToday } from '../../kit/clock.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { MemberName } from './member-name.js';
import './talent.css';

type Available = Answer<'readPool'>['inspectors'][number];

export function PoolPage() {
  const { may, isKnown } = useRights();
  const { data, error, isPending, refetch } = useAsk(
    'readPool',
    {},
    { when: may(callOf('readPool').permission) },
  );
  if (isKnown && !may(callOf('readPool').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const { on, inspectors } = data!;
  const free = inspectors.filter(({ inTeamId, accountId }) => inTeamId === null && accountId !== null);
  return (
    <>
      <PageHead
        title="可调用力量"
        says={`${on} 在库可调用的人员，按力量、专长、职级分列；点任何一行看是哪些人。`}
      >
        <Link to={'/inspectors' as never}>
          <Button tabIndex={-1}>打开人才库</Button>
        </Link>
      </PageHead>
      <Figures inspectors={inspectors} free={free.length} />
      <div className="pool-parts">
        <Bars
          title="三支力量"
          of="Force"
          filter="force"
          people={inspectors}
          values={({ force }) => [force]}
        />
        <Bars title="职级" of="Rank" filter="rank" people={inspectors} values={({ rank }) => [rank]} />
        <Bars
          title="专长"
          of="Speciality"
          filter="speciality"
          people={inspectors}
          values={({ specialities }) => specialities}
        />
        <Ages people={inspectors} />
      </div>
      <Incentives />
    </>
  );
}

function Figures({ inspectors, free }: { inspectors: readonly Available[]; free: number }) {
  const figures: readonly (readonly [string, number, string])[] = [
    ['在库可调用', inspectors.length, '不含暂停和出库'],
    ['现在可入组', free, '不在其他组，且已有账号'],
    ['在组', inspectors.filter(({ inTeamId }) => inTeamId !== null).length, '已授权，本轮未结束'],
    [
      '首次参加',
      inspectors.filter(({ participations }) => participations === 0).length,
      '还没有参加过巡察组',
    ],
    [
      '尚无账号',
      inspectors.filter(({ accountId }) => accountId === null).length,
      '授权前须由安全管理员建立账号',
    ],
  ];
  return (
    <ul className="pool-figures">
      {figures.map(([word, count, says]) => (
        <li key={word} className="card">
          <span>{word}</span>
          <strong className="number">{count}</strong>
          <small className="second">{says}</small>
        </li>
      ))}
    </ul>
  );
}

interface BarsProps {
  readonly title: string;
  /** Enumeration of the values. */
  readonly of: string;
  /** The ledger's filter that shows those counted. */
  readonly filter: string;
  readonly people: readonly Available[];
  readonly values: (one: Available) => readonly string[];
}

function Bars({ title, of, filter, people, values }: BarsProps) {
  const counts = new Map<string, number>();
  for (const value of people.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rows = [...counts].toSorted(([, one], [, other]) => other - one);
  return (
    <Part title={title}>
      <ul className="bars">
        {rows.map(([value, count]) => (
          <Bar
            key={value}
            word={valueWord(of, value)}
            count={count}
            most={rows[0]![1]}
            search={{ state: 'inPool', [filter]: value }}
          />
        ))}
      </ul>
      {rows.length === 0 && <p className="second">没有在库人员</p>}
    </Part>
  );
}

const decades = [
  [18, 35],
  [36, 45],
  [46, 55],
  [56, 70],
] as const;

function Ages({ people }: { people: readonly Available[] }) {
  const rows = decades.map(([from, to]) => ({
    from,
    to,
    count: people.filter(({ age }) => age >= from && age <= to).length,
  }));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Part title="年龄">
      <ul className="bars">
        {rows.map(({ from, to, count }) => (
          <Bar
            key={from}
            word={`${from}—${to} 岁`}
            count={count}
            most={most}
            search={{ state: 'inPool', youngest: from, oldest: to }}
          />
        ))}
      </ul>
    </Part>
  );
}

function Bar({ word, count, most, search }: { word: string; count: number; most: number; search: object }) {
  return (
    <li>
      <Link to={'/inspectors' as never} search={search as never}>
        <span>{word}</span>
        <span className="bar-track" aria-hidden="true">
          <span style={{ width: `${(100 * count) / most}%` }} />
        </span>
        <span className="number">{count} 人</span>
      </Link>
    </li>
  );
}

const FIRST_YEAR = 2000;

function Incentives() {
  const today = useToday();
  const [year, setYear] = useState<number>();
  const asked = year ?? Number(today.slice(0, 4));
  const { data } = useAsk('listIncentives', { year: asked }, { keep: true });
  const items = data?.items.toSorted((one, other) => other.months - one.months) ?? [];
  return (
    <Part
      title="连续参加巡察与评优"
      aside={
        <label className="aside-field">
          年度{' '}
          <InputNumber
            min={FIRST_YEAR}
            max={Number(today.slice(0, 4))}
            value={asked}
            onChange={(chosen) => setYear(chosen ?? undefined)}
          />
        </label>
      }
    >
      <p className="second">连续参加满规定月数的，年度考核评为优秀不占所在单位名额；评与不评由单位决定。</p>
      {items.length === 0 ? (
        <p className="second">这一年没有人参加巡察。</p>
      ) : (
        <PlainTable label={`连续参加巡察`} heads={['人员', '连续月数', '起止', '评优名额']} tall>
          {items.map((one) => (
            <IncentiveRow key={`${one.inspectorId}${one.from}`} {...one} />
          ))}
        </PlainTable>
      )}
    </Part>
  );
}

function IncentiveRow({
  inspectorId,
  months,
  from,
  to,
  outsideQuota,
}: Answer<'listIncentives'>['items'][number]) {
  return (
    <tr>
      <td>
        <MemberName inspectorId={inspectorId} />
      </td>
      <td className="number">{months} 个月</td>
      <td className="number">
        {from} 至 {to}
      </td>
      <td>
        {outsideQuota ? (
          <span className="clear">不占单位名额</span>
        ) : (
          <span className="second">占单位名额</span>
        )}
      </td>
    </tr>
  );
}
