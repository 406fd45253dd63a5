import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { moduleRoutes } from './routes/module-routes.tsx';
import { PageError } from './routes/page-error.tsx';
import { PageMissing } from './routes/page-missing.tsx';
import { rootRoute } from './routes/root-route.tsx';
import { signedInRoute } from './routes/signed-in-route.tsx';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search['back'] === 'string' ? { back: search['back'] } : {},
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx')),
});

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/setup-page.tsx')),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([signIn, setup, signedInRoute.addChildren(moduleRoutes())]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 30_000,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageMissing,
  // Scroll positions of lists are kept by the list itself, which knows its rows.
  scrollRestoration: false,
});
