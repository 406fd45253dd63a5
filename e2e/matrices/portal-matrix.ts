import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { TestPerson } from '#app/test-app.ts';
import { allRoutes } from '#app/platform-routes.ts';
import { serverModules } from '#app/server-modules.ts';
import { doStep, made } from '#modules/service/server/test-desk.ts';
import { type SaleScene, expectMade, fileSale, makeScene, unitAt } from '#modules/stock/server/test-sale.ts';
import { type TestPortal, openTestPortal } from '#modules/portal/server/test-portal.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const MARK = '门户矩阵暗记';

/** Two customers, each with an account, a case, a picture, a signed contract and a document. */
export interface PortalWorld {
  readonly portal: TestPortal;
  readonly one: Side;
  readonly two: Side;
}

interface Side {
  readonly who: TestPerson;
  /** What stands for `:id` in a route, by its path. */
  readonly ids: Readonly<Record<string, string>>;
}

async function makeSide(portal: TestPortal, scene: SaleScene, name: string, floor: number): Promise<Side> {
  const { app } = portal.desk;
  const email = `${name}@matrix.example`;
  const customer = String((await made(scene.lin.post('/customers', { kind: 'company', name: `${MARK}${name}`, email })))['id']);
  const contract = (await fileSale(scene.lin, unitAt(scene, floor, 1), customer)).subscription;
  await expectMade(scene.lin.post(`/stock/subscriptions/${contract}/sign`));
  const uploaded = await fetch(`${app.url}/api/v1/files?object=customer&record=${customer}&name=${name}.txt`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: app.admin.cookie() }, body: MARK });
  const document = ((await uploaded.json()) as { id: string }).id;
  await made(portal.desk.supervisor.call('PUT', `/customers/${customer}/portal/documents/${document}`, { isShown: true }));
  const who = await portal.signIn(email);
  const id = String((await made(who.post('/portal/cases', { key: randomUUID(), caseType: portal.desk.types['建议'], subject: MARK, description: MARK })))['id']);
  const picture = await upload(portal, who, id);
  await made(doStep(app.admin, id, 'handle', { result: '好' }));
  return { who, ids: { '/portal/cases/:id': id, '/portal/cases/:id/messages': id, '/portal/cases/:id/rating': id, '/portal/cases/:id/pictures': id, '/portal/files/:id': String(picture.body['id']), '/portal/contracts/:id/pdf': contract, '/portal/documents/:id': document } };
}

async function upload(portal: TestPortal, who: TestPerson, id: string) {
  const response = await fetch(`${portal.desk.app.url}/api/v1/portal/cases/${id}/pictures?name=a.png&key=${randomUUID()}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: who.cookie() }, body: new Uint8Array(PNG) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function makePortalWorld(): Promise<PortalWorld> {
  const portal = await openTestPortal();
  const scene = await makeScene(portal.desk.app);
  return { portal, one: await makeSide(portal, scene, 'one', 1), two: await makeSide(portal, scene, 'two', 2) };
}

const bodies: Readonly<Record<string, () => unknown>> = {
  '/portal/cases/:id/messages': () => ({ key: randomUUID(), body: '越权' }),
  // Wrong in its content for whoever may: nothing must change before everybody has tried.
  '/portal/cases/:id/rating': () => ({ score: 9, isSolved: true }),
};

/** Rows that another's try must not touch. */
const countRows = (portal: TestPortal): Promise<{ messages: number; pictures: number; ratings: number }> => portal.desk.app.services.database.one(sql`
  SELECT (SELECT count(*)::int FROM case_message) AS messages, (SELECT count(*)::int FROM portal_picture) AS pictures, (SELECT count(*)::int FROM portal_rating) AS ratings`);

async function ask(portal: TestPortal, who: TestPerson, method: string, path: string, id: string): Promise<{ status: number; text: string }> {
  if (path.endsWith('/pictures')) {
    const { status, body } = await upload(portal, who, id);
    return { status, text: JSON.stringify(body) };
  }
  const response = await fetch(`${portal.desk.app.url}/api/v1${path.replace(':id', id)}`, {
    method, headers: { cookie: who.cookie(), ...(method !== 'GET' && { 'content-type': 'application/json' }) }, ...(method !== 'GET' && { body: JSON.stringify(path.endsWith('/rating') ? { score: 1, isSolved: true } : (bodies[path]?.() ?? {})) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Every way of the portal that names something, for its owner, for the other customer and for nobody; a way without a sample is a violation. */
export async function runPortalMatrix({ portal, one, two }: PortalWorld): Promise<{ violations: string[]; cells: number }> {
  const routes = allRoutes(portal.desk.app.services, serverModules, new FieldIndexer(portal.desk.app.services)).filter(({ path }) => path.startsWith('/portal'));
  const violations: string[] = [];
  let cells = 0;
  const nobody = portal.visitor();
  for (const { method, path } of routes.filter((route) => route.path.includes(':'))) {
    if (one.ids[path] === undefined) violations.push(`${method} ${path}: no sample`);
    for (const [owner, other] of [[one, two], [two, one]] as const) {
      const id = owner.ids[path] ?? '';
      const before = await countRows(portal);
      for (const [name, who, expected] of [['other', other.who, 404], ['nobody', nobody, 401]] as const) {
        cells += 1;
        const { status, text } = await ask(portal, who, method, path, id);
        if (status !== expected) violations.push(`${method} ${path} ${name}: ${status}`);
        if (text.includes(MARK)) violations.push(`${method} ${path} ${name}: tells of it`);
      }
      if (JSON.stringify(await countRows(portal)) !== JSON.stringify(before)) violations.push(`${method} ${path}: changed something`);
      cells += 1;
      const own = await ask(portal, owner.who, method, path, id);
      // An answer was not given yet, so a rating is too early: the way is open all the same.
      if (own.status >= 400 && !(path.endsWith('/rating') && own.status === 409)) violations.push(`${method} ${path} own: ${own.status}`);
    }
  }
  for (const { path } of routes.filter((route) => route.method === 'GET' && !route.path.includes(':') && !['/portal/state', '/portal/form'].includes(route.path))) {
    const foreign = Object.values(two.ids);
    const [own, none] = [await one.who.get(path), await nobody.get(path)];
    cells += 2;
    if (own.status !== 200 || none.status !== 401) violations.push(`GET ${path}: ${own.status} ${none.status}`);
    if (foreign.some((id) => own.text.includes(id)) || own.text.includes('two')) violations.push(`GET ${path}: holds what is another’s`);
  }
  return { violations, cells };
}
