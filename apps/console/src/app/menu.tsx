import { Link, useLocation } from '@tanstack/react-router';
import { useRights } from '../api/hooks.js';
import { callOf } from '../api/names.js';
import { stages } from './pages.js';
import type { Page } from './stage.js';

/** By stage of work, and only what one may open. */
export function Menu() {
  const { may } = useRights();
  const { pathname } = useLocation();
  const isOpen = ({ title, needs }: Page) => title !== undefined && (!needs || may(callOf(needs).permission));
  return (
    <>
      <div className="brand">
        <span className="mark" aria-hidden="true">
          巡
        </span>
        巡察工作平台
      </div>
      <nav className="menu" aria-label="各项工作">
        {stages
          .map(({ title, pages }) => ({ title, pages: pages.filter(isOpen) }))
          .filter(({ pages }) => pages.length > 0)
          .map(({ title, pages }) => (
            <section key={title}>
              <h2>{title}</h2>
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

function isAt(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
