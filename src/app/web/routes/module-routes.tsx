import type { WebModule } from '#kit/module/web-module.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { webModules } from '../web-modules.ts';
import { signedInRoute } from './signed-in-route.tsx';

const listPage = lazyRouteComponent(() => import('../pages/list-page.tsx'));
const recordPage = lazyRouteComponent(() => import('../pages/record-page.tsx'));

const at = (path: string, component: typeof listPage, object?: string) =>
  createRoute({ getParentRoute: () => signedInRoute, path, component, staticData: object === undefined ? {} : { object } });

/** `taken`: addresses that a module draws itself, in place of the generic pages. */
function recordRoutes(module: WebModule, taken: ReadonlySet<string>) {
  return Object.entries(module.addresses ?? {}).flatMap(([object, address]) => [
    ...(taken.has(address) ? [] : [at(address, listPage, object)]),
    ...(taken.has(`${address}/$id`) ? [] : [at(`${address}/$id`, recordPage, object)]),
  ]);
}

/** Routes of every module's pages and objects, and the generic `/o/<plural>` pages for all others. */
export function moduleRoutes() {
  const own = webModules.flatMap((m) => m.pages ?? []);
  const taken = new Set(own.map((page) => page.path));
  const pages = own.map((page) => at(page.path, lazyRouteComponent(page.load)));
  return [...webModules.flatMap((module) => recordRoutes(module, taken)), ...pages, at('/o/$plural', listPage), at('/o/$plural/$id', recordPage)];
}
