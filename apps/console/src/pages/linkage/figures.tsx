/** Figures that were sent, in the words that say what each counts; one's own open the records behind them (rules.md 16). */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { shownMoney, shownNumber } from '../../kit/numbers.js';

type Sent = Answer<'readStatistics'>;
type Figure = Answer<'listFigures'>['figures'][number];

const units: Readonly<Record<Figure['unit'], (value: number) => string>> = {
  count: shownNumber,
  fen: shownMoney,
  percent: (value) => `${value}%`,
};

export function Figures({ sent: { figures, period, direction } }: { sent: Sent }) {
  const { may } = useRights();
  const isFigureReader = may(callOf('listFigures').permission);
  const { data } = useAsk('listFigures', {}, { when: isFigureReader });
  const known = new Map(data?.figures.map((figure) => [figure.indicator, figure]));
  return (
    <Part title="各项数据" aside={<span className="second number">{figures.length} 项，零也在内</span>}>
      <PlainTable label="各项数据" heads={['数的是什么', '数值']}>
        {figures.map(({ id, value }) => {
          const figure = known.get(id);
          const shown = units[figure?.unit ?? 'count'](value);
          const isOpened = direction === 'out' && isFigureReader;
          return (
            <tr key={id}>
              <td>{figure?.sentence ?? id}</td>
              <td className="number">
                {isOpened ? (
                  <Link
                    to={`/cockpit/${id}` as never}
                    search={period as never}
                    aria-label={`${figure?.sentence ?? id}：${shown}`}
                  >
                    {shown}
                  </Link>
                ) : (
                  shown
                )}
              </td>
            </tr>
          );
        })}
      </PlainTable>
    </Part>
  );
}
