import type { WebModule } from '#kit/module/web-module.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { webModules } from '../web-modules.ts';
import { signedInRoute } from './signed-in-route.tsx';

const listPage = lazyRouteComponent(() => import('../pages/list-page.tsx'));
const recordPage = lazyRouteComponent(() => import('../pages/record-page.tsx'));

const at = (path: string, component: typeof listPage, object?: string) =>
  createRoute({ getParentRoute: () => signedInRoute, path, component, staticData: object === undefined ? {} : { object } });

function recordRoutes(module: WebModule) {
  return Object.entries(module.addresses ?? {}).flatMap(([object, address]) => [
    at(address, listPage, object),
    at(`${address}/$id`, recordPage, object),
  ]);
}

/** Routes of every module's pages and objects, and the generic `/o/<plural>` pages for all others. */
export function moduleRoutes() {
  const pages = webModules.flatMap((m) => m.pages ?? []).map((page) => at(page.path, lazyRouteComponent(page.load)));
  return [...webModules.flatMap(recordRoutes), ...pages, at('/o/$plural', listPage), at('/o/$plural/$id', recordPage)];
}
