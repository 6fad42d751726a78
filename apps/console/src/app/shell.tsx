import { LogoutOutlined, MenuOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { useAsk, useRights, useWho } from '../api/hooks.js';
import { listen } from '../api/live.js';
import { session } from '../api/session.js';
import { Loading } from '../kit/notices.js';
import { valueWord } from '../words/words.js';
import { Menu } from './menu.js';
import { Deadlines } from './deadlines.js';
import { Messages } from './messages.js';
import { Where } from './where.js';

const SignIn = lazy(() => import('./sign-in.js'));
const Palette = lazy(() => import('./palette.js'));
const HelpPanel = lazy(() => import('./help-panel.js'));

/** Whoever is signed out while a page is open signs in above it: what they had begun stays where it is. */
export function Shell() {
  const who = useWho();
  const [isResumed, setResumed] = useState(false);
  const last = useRef(who);
  useEffect(() => void session.resume().finally(() => setResumed(true)), []);
  if (who) last.current = who;
  if (!isResumed) return <Loading text="正在打开…" />;
  if (!last.current)
    return (
      <Suspense fallback={<Loading text="正在打开…" />}>
        <SignIn />
      </Suspense>
    );
  if (who && who.accountId !== last.current.accountId) location.assign('/');
  return (
    <>
      <Inside />
      <Suspense>{!who && <SignIn again={last.current} leave={() => location.assign('/')} />}</Suspense>
    </>
  );
}

function Inside() {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { pathname } = useLocation();
  useLive();
  useEffect(() => setMenuOpen(false), [pathname]);
  useShortcut(() => setPaletteOpen(true));
  useTabLeavesLists();
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <div className="strip" />
      <RehearsalMark />
      <div className="shell">
        <aside className={isMenuOpen ? 'side open' : 'side'} aria-label="主菜单">
          <Menu />
        </aside>
        <button
          type="button"
          className={isMenuOpen ? 'menu-cover open' : 'menu-cover'}
          aria-label="关闭菜单"
          onClick={() => setMenuOpen(false)}
        />
        <div>
          <Bar
            openMenu={() => setMenuOpen(true)}
            find={() => setPaletteOpen(true)}
            explain={() => setHelpOpen(true)}
          />
          <main id="main" tabIndex={-1}>
            <Suspense fallback={<Loading />}>
              <Messages>
                <Outlet />
              </Messages>
            </Suspense>
          </main>
        </div>
      </div>
      <Suspense>
        {isPaletteOpen && <Palette close={() => setPaletteOpen(false)} />}
        {isHelpOpen && <HelpPanel path={pathname} close={() => setHelpOpen(false)} />}
      </Suspense>
    </>
  );
}

interface BarProps {
  readonly openMenu: () => void;
  readonly find: () => void;
  readonly explain: () => void;
}

function Bar({ openMenu, find, explain }: BarProps) {
  return (
    <header className="bar">
      <button type="button" className="icon-button menu-button" aria-label="打开菜单" onClick={openMenu}>
        <MenuOutlined />
      </button>
      <Where />
      <button
        type="button"
        className="icon-button search-button"
        onClick={find}
        aria-label="查找组织、问题、轮次 Ctrl K"
      >
        <SearchOutlined /> <span className="label">查找组织、问题、轮次 Ctrl K</span>
      </button>
      <Deadlines />
      <button type="button" className="icon-button" onClick={explain} aria-label="本页说明">
        <QuestionCircleOutlined />
      </button>
      <Person />
    </header>
  );
}

/** Ctrl-K, as in other programs. */
function useShortcut(open: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

/** Tab leaves a list of choices as it leaves any field; by itself it would tick and untick what the arrows stand on, and stay there. */
function useTabLeavesLists() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Tab' && (event.target as Element).closest('.ant-select')) event.stopPropagation();
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, []);
}

function useLive() {
  const queries = useQueryClient();
  useEffect(() => listen(queries), [queries]);
}

function RehearsalMark() {
  const { data: site } = useAsk('currentSite', {});
  if (site?.mode !== 'rehearsal') return null;
  return (
    <div className="rehearsal" role="note">
      演练站点：这里的记录都是演练，不是实际工作。
    </div>
  );
}

function Person() {
  const who = useWho();
  const { roles } = useRights();
  const name = who?.name ?? '';
  const offices = [...new Set(roles)].map((role) => valueWord('RoleName', role)).join('、');
  return (
    <>
      <Link to={'/me' as never} className="icon-button who">
        <span className="avatar" aria-hidden="true">
          {name.at(0)}
        </span>
        <span className="label">{[name, offices].filter(Boolean).join(' · ')}</span>
        <span className="unseen">我的账号</span>
      </Link>
      <button
        type="button"
        className="icon-button sign-out"
        aria-label="退出登录"
        onClick={() => void session.signOut().then(() => location.assign('/'))}
      >
        <LogoutOutlined />
      </button>
    </>
  );
}
