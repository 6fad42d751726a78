import { Link } from '@tanstack/react-router';
import { shownFigure, wordsOf, type Figure } from './figures.js';

interface Props {
  readonly figure: Figure;
  readonly period: { readonly from: string; readonly to: string };
}

/** The whole card opens the records behind its number. */
export function FigureCard({ figure, period: { from, to } }: Props) {
  const [what, how] = wordsOf(figure);
  const { number, unit } = shownFigure(figure);
  return (
    <Link className="figure" to={`/cockpit/${figure.indicator}` as never} search={{ from, to } as never}>
      <span className="what">{what}</span>
      <strong className="number">
        {number}
        {unit && <small> {unit}</small>}
      </strong>
      {figure.unit === 'percent' && (
        <span className="meter" aria-hidden="true">
          <i style={{ width: `${Math.min(figure.value, 100)}%` }} />
        </span>
      )}
      {how && <span className="second">{how}</span>}
    </Link>
  );
}
