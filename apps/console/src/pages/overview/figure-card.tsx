import { Link } from '@tanstack/react-router';
import { shownFigure, wordsOf, type Figure, type Headline } from './figures.js';

interface Props {
  readonly figure: Figure;
  /** Where it is one of the few that are looked at first. */
  readonly headline?: Headline;
  readonly period: { readonly from: string; readonly to: string };
}

/** The whole card opens the records behind its number. */
export function FigureCard({ figure, headline, period: { from, to } }: Props) {
  const [counted, how] = wordsOf(figure);
  // A rate has a name and says then how it comes about; whatever else is counted is called by how it is counted.
  const says = headline && figure.unit !== 'percent' ? figure.sentence : how;
  const shown = shownFigure(figure);
  const unit = shown.unit || headline?.unit;
  return (
    <Link className="figure" to={`/cockpit/${figure.indicator}` as never} search={{ from, to } as never}>
      <span className="what">{headline?.name ?? counted}</span>
      <strong className="number">
        {shown.number}
        {unit && <small> {unit}</small>}
      </strong>
      {figure.unit === 'percent' && (
        <span className="meter" aria-hidden="true">
          <i style={{ width: `${Math.min(figure.value, 100)}%` }} />
        </span>
      )}
      {says && <span className="second">{says}</span>}
    </Link>
  );
}
