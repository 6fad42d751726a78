import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly says?: ReactNode;
  readonly crumbs?: readonly (readonly [text: string, to: string])[];
  readonly after?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of every page; its title is that of the window, too. */
export function PageHead({ title, says, crumbs = [], after, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 巡察工作平台`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="titles">
        {crumbs.length > 0 && (
          <nav className="crumbs" aria-label="所在位置">
            {crumbs.map(([text, to], index) => (
              <span key={to}>
                {index > 0 && <span className="second"> / </span>}
                <Link to={to as never}>{text}</Link>
              </span>
            ))}
          </nav>
        )}
        <h1>
          {title} {after}
        </h1>
        {says && <p className="second">{says}</p>}
      </div>
      <div className="actions">{children}</div>
    </header>
  );
}
