import { randomUUID } from 'node:crypto';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import type { Route } from '#platform/http/route.ts';
import { TEST_PASSWORD, type TestPerson } from '#app/test-app.ts';
import type { MatrixWorld } from './matrix-world.ts';

/** Fills the path with names and ids that belong to nothing. */
const addressOf = (route: Route): string =>
  route.path.replace(':plural', 'customers').replace(':seq', '1').replace(/:([a-zA-Z]+)/g, () => randomUUID());

interface Answer { readonly status: number; readonly code: string }

async function ask(world: MatrixWorld, route: Route, cookie: string): Promise<Answer> {
  const stop = new AbortController();
  const hasBody = route.method !== 'GET';
  const response = await fetch(`${world.app.url}/api/v1${addressOf(route)}`, {
    method: route.method, signal: stop.signal,
    headers: {
      ...(cookie !== '' && { cookie }),
      ...(hasBody && { 'content-type': route.isUpload ? 'application/octet-stream' : 'application/json' }),
    },
    ...(hasBody && { body: route.isUpload ? 'x' : '{}' }),
  });
  // An event stream never ends: the status is enough.
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
  const body = isProblem ? ((await response.json()) as { code: string }) : { code: '' };
  if (!isProblem) stop.abort();
  return { status: response.status, code: body.code };
}

function mayCall(role: string, route: Route): boolean | 'any' {
  const ready = readyRoles.find((r) => r.key === role);
  const { access } = route;
  if (typeof access === 'string') return 'any';
  if ('right' in access) return ready?.rights.includes(access.right) ?? false;
  return (ready?.grants[access.object]?.[access.action] ?? ready?.grants['*']?.[access.action]) !== undefined;
}

/** Every route for nobody and for each role: who may not call it hears so before anything else (SEC-11). */
export async function runRouteMatrix(world: MatrixWorld, routes: readonly Route[]): Promise<{ violations: string[]; cells: number }> {
  const violations: string[] = [];
  let cells = 0;
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const nobody = await ask(world, route, '');
    cells += 1;
    if (route.access !== 'public' && nobody.status !== 401) violations.push(`anonymous ${name}: ${nobody.status}`);
    for (const [role, person] of world.people) {
      const allowed = mayCall(role, route);
      if (allowed === 'any') continue;
      cells += 1;
      const answer = await askSignedIn(world, route, person, role);
      const isRefused = answer.status === 403 && answer.code === 'auth.forbidden';
      if (allowed && isRefused) violations.push(`${role} ${name}: refused`);
      if (!allowed && !isRefused) violations.push(`${role} ${name}: ${answer.status} ${answer.code}`);
    }
  }
  return { violations, cells };
}

/** Some routes end sessions; the next question is asked signed in all the same. */
async function askSignedIn(world: MatrixWorld, route: Route, person: TestPerson, role: string): Promise<Answer> {
  const answer = await ask(world, route, person.cookie());
  if (answer.status !== 401) return answer;
  await person.post('/auth/login', { username: `role-${role.toLowerCase()}`, password: TEST_PASSWORD });
  return ask(world, route, person.cookie());
}
