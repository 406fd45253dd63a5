import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

interface Hit { object: string; id: string; title: string; second: string | null; match: { kind: string } }

let app: TestApp;
let beer = '';
const search = async (q: string, person: Pick<TestPerson, 'get'> = app.admin, more = ''): Promise<Hit[]> => {
  const answer = await person.get<{ data: Hit[] }>(`/search?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data;
};
const titles = async (q: string, person?: Pick<TestPerson, 'get'>) => (await search(q, person)).map((hit) => hit.title);

beforeAll(async () => {
  app = await startTestApp();
  const made = await app.admin.post<{ id: string }>('/customers', {
    name: '青岛啤酒股份有限公司', shortName: '青岛啤酒', externalCode: '600600', phone: '0532-85711119',
  });
  expect(made.status, made.text).toBe(201);
  beer = made.body.id;
  for (const name of ['青岛港国际股份有限公司', '海信视像科技股份有限公司', 'TCL 科技集团', '山东青岛特产商行']) await app.admin.post('/customers', { name });
  await app.admin.post('/contacts', { customer: beer, name: '单雪松', phone: '13969870588', jobTitle: '采购经理' });
});
afterAll(() => app.close());

test.each([
  ['青岛啤', 'name'], ['岛啤', 'name'], ['qdpj', 'initials'], ['qingdaopijiu', 'pinyin'], ['1119', 'phone'], ['600600', 'code'],
  ['青島啤酒', 'name'], ['青岛 啤酒', 'name'], ['青岛pj', 'name'], ['QDPJ', 'initials'], ['053285711119', 'phone'],
])('%s finds 青岛啤酒 by %s', async (q, kind) => {
  const [first] = await search(q);
  expect(first).toMatchObject({ object: 'customer', id: beer, title: '青岛啤酒股份有限公司', match: { kind } });
});

test('a hit says what tells it from others', async () => {
  expect((await search('青岛啤酒'))[0]?.second).toBe('潜在 · 沈一舟');
  const [contact] = await search('shanxuesong');
  expect(contact).toMatchObject({ object: 'contact', title: '单雪松', second: '青岛啤酒股份有限公司', match: { kind: 'pinyin' } });
});

test('whole names come before beginnings, those before the rest', async () => {
  expect(await titles('qingdao')).toEqual(['青岛港国际股份有限公司', '青岛啤酒股份有限公司', '山东青岛特产商行']);
  expect((await titles('青岛啤酒'))[0]).toBe('青岛啤酒股份有限公司');
  expect(await titles('tcl')).toEqual(['TCL 科技集团']);
  expect(await titles('青')).toEqual(['青岛港国际股份有限公司', '青岛啤酒股份有限公司']);
  expect(await titles('qd')).toContain('青岛啤酒股份有限公司');
  expect(await titles('不存在的名字')).toEqual([]);
  expect(await titles('  ')).toEqual([]);
  expect(await titles("100%_\\'")).toEqual([]);
});

test('only what the person may read, and masked phones only by their last four or whole', async () => {
  const person = await app.person({ username: 'search-own', roles: ['salesperson'] });
  expect(await titles('青岛', person)).toEqual([]);
  const market = await app.person({ username: 'search-market', roles: ['marketing'] });
  expect(await titles('85711', market)).toEqual([]);
  expect(await titles('85711')).toEqual([]);
  const full = "INSERT INTO role_field (role, object, field, view, edit) SELECT 'administrator', 'customer', f, 'full', true FROM unnest(ARRAY['phone', 'altPhone']) f";
  await app.services.database.run({ text: full, values: [] } as never);
  app.services.events.announce({ kind: 'invalidate', what: 'access' });
  expect(await titles('85711')).toEqual(['青岛啤酒股份有限公司']);
  expect(await titles('85711', market)).toEqual([]);
  expect(await titles('0588', market)).toEqual(['单雪松']);
});

test('some objects only, and objects that administrators made', async () => {
  const object = await app.admin.post<{ key: string; plural: string }>('/admin/objects', { label: { one: { 'zh-CN': '展会', en: 'Exhibition' } } });
  expect(object.status, object.text).toBe(201);
  const made = await app.admin.post(`/${object.body.plural}`, { name: '青岛国际啤酒节' });
  expect(made.status, made.text).toBe(201);
  expect((await search('啤酒节', app.admin)).map((hit) => hit.object)).toEqual([object.body.key]);
  expect((await search('青岛', app.admin, '&objects=contact')).length).toBe(0);
});
