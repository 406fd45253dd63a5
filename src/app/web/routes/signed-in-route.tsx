import { isProblem } from '#kit/api/api-problem.ts';
import { meQuery, setupQuery } from '#kit/api/session.ts';
import { queryClient } from '#kit/api/query-client.ts';
import { metaQuery } from '#kit/records/use-meta.ts';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PageWait } from './page-wait.tsx';
import { rootRoute } from './root-route.tsx';

async function requireSession(back: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(meQuery);
    await queryClient.ensureQueryData(metaQuery);
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    const setup = await queryClient.ensureQueryData(setupQuery);
    if (setup.isNeeded) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: back === '/' ? {} : { back } });
  }
}

/** Everything behind sign-in: fetches the session and the meta document once, then draws the shell. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: ({ location }) => requireSession(location.href),
  pendingComponent: PageWait,
  component: lazyRouteComponent(() => import('../pages/signed-in-layout.tsx')),
});
