import type { Route } from '#platform/http/route.ts';
import { hasKnownAnswer } from '#platform/openapi/record-operations.ts';

/** Routes that answer JSON without an answer schema of their own, and why. */
export const answerExceptions: Readonly<Record<string, string>> = {
  'GET /openapi.json': 'an OpenAPI document, which has a schema of its own',
};

/** Areas whose answers are not declared yet, by the first word of their paths. */
const areaExceptions: Readonly<Record<string, string>> = {
  imports: 'progress of a job, typed by src/platform/transfer on both sides',
  exports: 'progress of a job, typed by src/platform/transfer on both sides',
};

const nameOf = (route: Pick<Route, 'method' | 'path'>): string => `${route.method} ${route.path}`;

/**
 * What keeps the typed client from knowing every answer: a route that answers JSON must declare its `answer` (`nothing`
 * where there is none), unless the exceptions say why not; an exception that is no longer needed is a fault too.
 */
export function undeclaredAnswers(routes: readonly Route[], exceptions: Readonly<Record<string, string>> = answerExceptions): string[] {
  const isOpenArea = (route: Route) => areaExceptions[route.path.split('/')[1] ?? ''] !== undefined;
  const open = routes.filter((route) => !isOpenArea(route) && route.answer === undefined && route.isHijacked !== true && !hasKnownAnswer(route)).map(nameOf);
  const missing = open.filter((name) => exceptions[name] === undefined).map((name) => `${name} does not declare its answer`);
  const idle = Object.keys(exceptions).filter((name) => !open.includes(name)).map((name) => `${name} needs no exception any more`);
  return [...missing, ...idle];
}
