/** Figures that were sent, in the words that say what each counts; one's own open the records behind them (rules.md 16). */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { shownMoney, shownNumber } from '../../kit/numbers.js';
import { groupsOf } from '../overview/figures.js';

type Sent = Answer<'readStatistics'>;
type Unit = Answer<'listIndicators'>['indicators'][number]['unit'];

const units: Readonly<Record<Unit, (value: number) => string>> = {
  count: shownNumber,
  fen: shownMoney,
  percent: (value) => `${value}%`,
};

export function Figures({ sent: { figures, period, direction } }: { sent: Sent }) {
  const { may } = useRights();
  const isFigureReader = may(callOf('listFigures').permission);
  const { data } = useAsk('listIndicators', {}, { when: isFigureReader });
  const known = new Map(data?.indicators.map((one) => [one.indicator, one]));
  const lines = figures.map(({ id, value }): Line => {
    const { sentence = id, unit = 'count' } = known.get(id) ?? {};
    return { indicator: id, sentence, shown: units[unit](value) };
  });
  return (
    <Part title="各项数据" aside={<span className="second number">{figures.length} 项，零也在内</span>}>
      <PlainTable label="各项数据" heads={['数的是什么', '数值']} isGrouped>
        {groupsOf(lines).map(({ title, figures: own }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {title}
              </th>
            </tr>
            {own.map((line) => (
              <tr key={line.indicator}>
                <td>{line.sentence}</td>
                <td className="number">
                  {direction === 'out' && isFigureReader ? (
                    <Opened line={line} period={period} />
                  ) : (
                    line.shown
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </PlainTable>
    </Part>
  );
}

interface Line {
  readonly indicator: string;
  readonly sentence: string;
  readonly shown: string;
}

function Opened({ line: { indicator, sentence, shown }, period }: { line: Line; period: Sent['period'] }) {
  return (
    <Link to={`/cockpit/${indicator}` as never} search={period as never} aria-label={`${sentence}：${shown}`}>
      {shown}
    </Link>
  );
}
