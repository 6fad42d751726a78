/** For a leader with five minutes: every published figure of a period, each opened down to the records it counts (rules.md 16). */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../api/hooks.js';
import DocumentButton from '../../kit/document-button.js';
import { Empty, Failed, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { CockpitCharts } from './cockpit-charts.js';
import { Overdue } from './overdue.js';
import { FigureCard } from './figure-card.js';
import { groupsOf, headlines, type Figure } from './figures.js';
import './overview.css';
import { usePeriods, type Chosen, type Period, type PeriodKind } from './period.js';
import { Select } from '../../kit/select.js';

const kinds: { readonly value: PeriodKind; readonly label: string }[] = [
  { value: 'round', label: '按轮' },
  { value: 'year', label: '按年' },
  { value: 'term', label: '按届' },
];

export function Cockpit() {
  const chosen: Chosen = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (next: Chosen) => void navigate({ search: next as never, replace: true });
  const { kind, choices, period } = usePeriods(chosen);
  return (
    <>
      <PageHead
        title="驾驶舱"
        says={
          period
            ? `${period.from} 至 ${period.to} 这段日子里的全部记录。点任何一个数字，看它数的是哪些。`
            : '点任何一个数字，看它数的是哪些。'
        }
      >
        <Segmented
          aria-label="统计期"
          value={kind}
          options={kinds}
          onChange={(next) => choose({ period: next })}
        />
        <Select
          aria-label="哪一段"
          className="which-period"
          value={period?.id ?? null}
          placeholder="还没有"
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(of) => choose({ period: kind, of: of ?? '' })}
        />
        {period && (
          <DocumentButton
            query="monthlyBulletin"
            input={{ from: period.from, to: period.to } as never}
            name="工作通报"
          />
        )}
      </PageHead>
      {period ? <Figures period={period} /> : <NoPeriod kind={kind} />}
    </>
  );
}

function NoPeriod({ kind }: { kind: PeriodKind }) {
  return (
    <Empty title={kind === 'round' ? '还没有进驻的轮次' : '还没有届次'}>
      <p>有了以后，这里按它的起止日期统计。</p>
    </Empty>
  );
}

function Figures({ period }: { period: Period }) {
  const { from, to } = period;
  const { data, error, isPending, refetch } = useAsk('listFigures', { from, to } as never, { keep: true });
  const [withZeros, setWithZeros] = useState(false);
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  const figures: readonly Figure[] = data?.figures ?? [];
  const shown = withZeros ? figures : figures.filter(({ value }) => value !== 0);
  const zeros = figures.filter(({ value }) => value === 0).length;
  return (
    <>
      <ul className="headlines" aria-label="主要数字">
        {headlines(figures).map(([headline, figure]) => (
          <li key={figure.indicator} className="card">
            <FigureCard figure={figure} headline={headline} period={period} />
          </li>
        ))}
        <Overdue />
      </ul>
      <CockpitCharts figures={figures} period={period} />
      {groupsOf(shown).map(({ title, figures: own }) => (
        <Part key={title} title={title} aside={<span className="second">{own.length} 项</span>}>
          <ul className="figures">
            {own.map((figure) => (
              <li key={figure.indicator}>
                <FigureCard figure={figure} period={period} />
              </li>
            ))}
          </ul>
        </Part>
      ))}
      {zeros > 0 && (
        <p className="zeros">
          <Switch id="zeros" size="small" checked={withZeros} onChange={setWithZeros} />
          <label htmlFor="zeros">也列出为零的 {zeros} 项</label>
        </p>
      )}
    </>
  );
}
