import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useRights } from '../api/hooks.js';
import { callOf } from '../api/names.js';
import { stages } from './pages.js';
import type { Page } from './stage.js';

/** By stage of work, and only what one may open. */
export function Menu() {
  const { may } = useRights();
  const { pathname } = useLocation();
  const isOpen = ({ title, needs }: Page) => title !== undefined && (!needs || may(callOf(needs).permission));
  const open = stages
    .map((stage) => ({ ...stage, pages: stage.pages.filter(isOpen) }))
    .filter(({ pages }) => pages.length > 0);
  const nav = useRef<HTMLElement>(null);
  useFetchedAhead(open.flatMap(({ pages }) => pages));
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname, open.length]);
  return (
    <>
      <div className="brand">
        <span className="mark" aria-hidden="true">
          巡
        </span>
        巡察工作平台
      </div>
      <nav className="menu" aria-label="各项工作" ref={nav}>
        {open.map(({ title, icon: Icon, pages }) => (
          <section key={title}>
            <h2>
              <Icon aria-hidden /> {title}
            </h2>
            <ul>
              {pages.map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path as never}
                    {...(isAt(pathname, page.path) ? { 'aria-current': 'page' as const } : {})}
                  >
                    {page.title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}

/** While there is nothing else to do, what the menu leads to is fetched, one after another: a page opens at once. */
function useFetchedAhead(pages: readonly Page[]) {
  const paths = pages.map(({ path }) => path).join(' ');
  useEffect(() => {
    // A browser that does not tell when it is idle fetches a page when it is pointed at.
    if (!('requestIdleCallback' in window)) return undefined;
    const left = [...pages];
    let asked = 0;
    const ask = () => {
      if (left.length > 0) asked = requestIdleCallback(() => void fetchNext());
    };
    const fetchNext = () =>
      left
        .shift()!
        .load()
        .then(ask, () => undefined);
    ask();
    return () => {
      left.length = 0;
      cancelIdleCallback(asked);
    };
  }, [paths]);
}

function isAt(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
