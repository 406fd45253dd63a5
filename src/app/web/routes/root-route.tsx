import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageWait } from './page-wait.tsx';

export const rootRoute = createRootRoute({
  component: () => (
    <Suspense fallback={<PageWait />}>
      <Outlet />
    </Suspense>
  ),
});
