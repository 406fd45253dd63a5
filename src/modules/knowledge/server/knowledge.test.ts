import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, TEST_PASSWORD, startTestApp } from '#app/test-app.ts';

type Person = TestPerson & { readonly id: string };
type Body = Record<string, unknown>;

let now = new Date('2026-03-02T01:00:00.000Z');
let app: TestApp;
let agent: Person;
let supervisor: Person;
let seller: Person;

async function made(pending: Promise<{ status: number; text: string; body: Body }>): Promise<Body> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
const write = async (title: string, body: string, more: Body = {}): Promise<string> =>
  String((await made(agent.post('/knowledge/articles', { title, body, locale: 'zh-CN', visibility: 'internal', category: 'fault', ...more })))['id']);
const article = async (id: string, by: TestPerson = agent, view = 'published') => (await by.get(`/knowledge/articles/${id}?view=${view}`)).body;
const found = async (q: string, by: TestPerson = agent) => (await by.get<{ data: { title: string }[] }>(`/knowledge/articles?q=${encodeURIComponent(q)}`)).body.data.map(({ title }) => title);

/** Submits and has it decided by whoever is asked. */
async function decide(id: string, opinion: 'approve' | 'reject' = 'approve'): Promise<void> {
  await made(agent.post(`/knowledge/articles/${id}/submit`));
  const { id: request } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM approval WHERE subject_id = ${id} AND state = 'open'`);
  await made(supervisor.post(`/approvals/${request}/${opinion}`, opinion === 'reject' ? { opinion: '再改改' } : {}));
}
const publish = async (title: string, body: string, more: Body = {}): Promise<string> => {
  const id = await write(title, body, more);
  await decide(id);
  return id;
};

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  const company = (await app.admin.get<{ data: { id: string }[] }>('/org-units')).body.data[0]?.id;
  const unit = String((await made(app.admin.post('/org-units', { name: '客服部', kind: 'department', parent: company })))['id']);
  supervisor = await app.person({ username: 'boss7', name: '顾安', roles: ['serviceSupervisor'], unit });
  agent = await app.person({ username: 'agent7', name: '林晚', roles: ['serviceAgent'], unit });
  seller = await app.person({ username: 'seller7', name: '周帆', roles: ['salesperson'], unit });
  await app.services.database.run(sql`UPDATE org_unit SET manager_id = ${supervisor.id} WHERE id = ${unit}`);
});
afterAll(() => app.close());

test('a draft is published by approval; readers see the published version until the next one is approved (SE-34)', async () => {
  const id = await write('电梯异响的处理', '<p>先看导轨润滑<script>alert(1)</script></p>');
  expect(await found('电梯')).toEqual([]);
  expect((await seller.get(`/knowledge/articles/${id}`)).status).toBe(404);
  expect((await seller.post('/knowledge/articles', { title: '我也写', body: '<p>某</p>', locale: 'zh-CN', visibility: 'internal' })).status).toBe(403);
  expect((await agent.patch(`/articles/${id}`, { state: 'published' })).status).toBeGreaterThanOrEqual(400);
  await decide(id);
  expect(await article(id, seller)).toMatchObject({ title: '电梯异响的处理', body: '<p>先看导轨润滑</p>', state: 'published', number: 1, publishedNumber: 1 });
  const edit = { title: '电梯异响怎么办', body: '<p>先停梯再看导轨</p>', locale: 'zh-CN', visibility: 'internal', category: 'fault', number: 1, note: '先停梯' };
  expect((await agent.call('PUT', `/knowledge/articles/${id}`, edit)).body).toEqual({ number: 2 });
  expect((await agent.call('PUT', `/knowledge/articles/${id}`, edit)).body['code']).toBe('record.stale');
  expect([(await article(id, seller))['title'], (await article(id, seller, 'draft'))['title'], (await article(id, agent, 'draft'))['title']]).toEqual(['电梯异响的处理', '电梯异响的处理', '电梯异响怎么办']);
  await decide(id, 'reject');
  expect(await article(id, agent, 'draft')).toMatchObject({ state: 'draft', number: 2, publishedNumber: 1 });
  await decide(id);
  expect((await article(id, seller))['title']).toBe('电梯异响怎么办');
  const { data } = (await agent.get<{ data: { number: number; note: string; by: string; body: string }[] }>(`/knowledge/articles/${id}/versions`)).body;
  expect(data).toMatchObject([{ number: 2, note: '先停梯', by: '林晚', body: '<p>先停梯再看导轨</p>' }, { number: 1, note: '', by: '林晚' }]);
  expect((await seller.get(`/knowledge/articles/${id}/versions`)).status).toBe(404);
  await expect(app.services.database.run(sql`UPDATE article_version SET title = 'x' WHERE article_id = ${id}`)).rejects.toThrow('not changed');
  expect((await agent.post('/knowledge/articles', { title: '空', body: '<p> </p>', locale: 'zh-CN', visibility: 'internal' })).status).toBe(400);
});

test('what was submitted is what is approved: it cannot be changed meanwhile', async () => {
  const id = await write('门禁卡补办', '<p>带身份证到前台</p>');
  await made(agent.post(`/knowledge/articles/${id}/submit`));
  expect((await agent.call('PUT', `/knowledge/articles/${id}`, { title: '别的', body: '<p>别的</p>', locale: 'zh-CN', visibility: 'public', number: 1, note: '' })).body['code']).toBe('record.wrong-state');
  expect((await agent.post(`/knowledge/articles/${id}/submit`)).body['code']).toBe('record.wrong-state');
});

test('found by words anywhere, in any order, and by the pinyin of the title', async () => {
  await publish('水管漏水先关阀门', '<p>再报修，保留照片</p>');
  for (const q of ['漏水', '照片 阀门', 'shuiguan', 'sglsxgfm', '阀门']) expect(await found(q, seller), q).toEqual(['水管漏水先关阀门']);
  expect(await found('漏水 地板')).toEqual([]);
  expect(await found('100%')).toEqual([]);
});

test('one vote a person, the last one counts; one view a reader and day', async () => {
  const id = await publish('暖气不热', '<p>先排气</p>');
  for (const isUseful of [true, true, false]) await made(seller.post(`/knowledge/articles/${id}/vote`, { isUseful }));
  await made(agent.post(`/knowledge/articles/${id}/vote`, { isUseful: true }));
  expect(await article(id, seller)).toMatchObject({ useful: 1, useless: 1, vote: false });
  for (const person of [seller, seller, agent]) await made(person.post(`/knowledge/articles/${id}/view`));
  expect((await article(id))['views']).toBe(2);
  await made(supervisor.post(`/knowledge/articles/${id}/retire`));
  expect((await seller.post(`/knowledge/articles/${id}/vote`, { isUseful: true })).status).toBe(404);
  expect(await found('暖气')).toEqual([]);
});

test('anybody reads what is public and only that; one vote each without being known', async () => {
  const anybody = app.anonymous();
  const open = await publish('缴费方式', '<p>微信或到前台</p>', { visibility: 'public' });
  const inside = await publish('缴费减免口径', '<p>经理批准</p>');
  expect((await anybody.get<{ data: { title: string }[] }>(`/knowledge/public?q=${encodeURIComponent('缴费')}`)).body.data.map(({ title }) => title)).toEqual(['缴费方式']);
  expect((await anybody.get(`/knowledge/public/${inside}`)).status).toBe(404);
  expect((await anybody.post(`/knowledge/public/${inside}/vote`, { isUseful: true })).status).toBe(404);
  for (const isUseful of [true, false, true]) await made(anybody.post(`/knowledge/public/${open}/vote`, { isUseful }));
  expect(await article(open)).toMatchObject({ useful: 1, useless: 0 });
  const voters = await app.services.database.rows<{ voter: string }>(sql`SELECT voter FROM article_vote WHERE article_id = ${open}`);
  expect(voters[0]?.voter).toMatch(/^anon:[\w-]{43}:[\w-]{43}$/);
  // Made public in a draft only: nobody outside sees it before it is approved.
  await made(agent.call('PUT', `/knowledge/articles/${inside}`, { title: '缴费减免口径', body: '<p>经理批准</p>', locale: 'zh-CN', visibility: 'public', number: 1, note: '' }));
  expect((await anybody.get(`/knowledge/public/${inside}`)).status).toBe(404);
});

test('not reviewed for a year: on the list until somebody looked at it', async () => {
  const id = await publish('旧制度', '<p>去年的</p>');
  const stale = async () => (await agent.get<{ stale: { title: string }[] }>('/knowledge/desk')).body.stale.map(({ title }) => title);
  expect(await stale()).not.toContain('旧制度');
  now = new Date('2027-03-10T01:00:00.000Z');
  for (const [username, person] of [['agent7', agent], ['boss7', supervisor]] as const) await made(person.post('/auth/login', { username, password: TEST_PASSWORD }));
  expect(await stale()).toContain('旧制度');
  expect((await article(id))['isStale']).toBe(true);
  await made(agent.post(`/knowledge/articles/${id}/review`));
  expect(await stale()).not.toContain('旧制度');
});

test('what was looked for is marked as it stands, and the excerpt begins there (SE-34)', async () => {
  await publish('排水泵檢修', `<p>${'先断电，挂牌。'.repeat(30)}再查浮球阀，阀卡住就更换。</p>`);
  const search = async (q: string) => (await agent.get<{ data: { title: string; excerpt: string; hits: string[] }[] }>(`/knowledge/articles?q=${encodeURIComponent(q)}`)).body.data[0];
  const byText = await search('浮球阀');
  expect(byText?.excerpt).toMatch(/^….*浮球阀/);
  expect(byText?.hits).toEqual(['浮球阀']);
  expect((await search('检修'))?.hits).toEqual(['檢修']);
  expect((await search('paishui'))?.hits).toEqual([]);
});

test('what readers look for in vain is shown to those who write, and leaves the list when an article is published (SE-34)', async () => {
  now = new Date('2026-05-04T01:00:00Z');
  for (const [username, person] of [['boss7', supervisor], ['agent7', agent], ['seller7', seller]] as const) await made(person.post('/auth/login', { username, password: TEST_PASSWORD }));
  const missing = async () => (await agent.get<{ missing: { id: string; words: string; asked: number; isPublic: boolean }[] }>('/knowledge/desk')).body.missing.map(({ words, asked, isPublic }) => ({ words, asked, isPublic }));
  const miss = (q: string, by: TestPerson = agent) => made(by.post('/knowledge/missing', { q }));
  await miss('充电桩');
  await miss('充电桩');
  await miss('充电桩', seller);
  await miss('浮球阀');
  await miss('a');
  await made(app.anonymous().post('/knowledge/public/missing', { q: 'Visitor WiFi' }));
  await made(app.anonymous().post('/knowledge/public/missing', { q: 'ＶＩＳＩＴＯＲ wifi' }));
  expect(await missing()).toEqual([{ words: '充电桩', asked: 2, isPublic: false }, { words: 'Visitor WiFi', asked: 1, isPublic: true }]);
  await publish('电动车充电桩怎样用', '<p>扫码，插枪。</p>');
  expect(await missing()).toEqual([{ words: 'Visitor WiFi', asked: 1, isPublic: true }]);
  const { missing: rows } = (await agent.get<{ missing: { id: string }[] }>('/knowledge/desk')).body;
  expect((await seller.post(`/knowledge/missing/${rows[0]?.id ?? ''}/settle`)).status).toBe(403);
  await made(agent.post(`/knowledge/missing/${rows[0]?.id ?? ''}/settle`));
  expect(await missing()).toEqual([]);
});

test('one line may vote and miss so often a day and no more (SEC-24)', async () => {
  const id = await publish('收发快递', '<p>在门岗。</p>', { visibility: 'public' });
  const vote = (agentName: string) => app.anonymous().post(`/knowledge/public/${id}/vote`, { isUseful: true }, { 'user-agent': agentName });
  for (let one = 0; one < 60; one += 1) expect((await vote(`reader ${one}`)).status).toBe(204);
  expect((await vote('one more')).body['code']).toBe('request.too-many');
  await made(agent.post(`/knowledge/articles/${id}/vote`, { isUseful: true }));
});
