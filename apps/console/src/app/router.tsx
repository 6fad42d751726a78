import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Empty, Loading } from '../kit/notices.js';
import { PageBroken } from './page-broken.js';
import { pages } from './pages.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <Empty title="没有这一页" /> });

const routes = pages.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(async () => ({ default: await load() })),
    validateSearch: (search) => search,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: PageBroken,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
