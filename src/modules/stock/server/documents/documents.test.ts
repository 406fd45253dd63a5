import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { startTestApp } from '#app/test-app.ts';
import { type SaleScene, expectMade, fileSale, makeScene, newCustomer, pay, unitAt } from '../test-sale.ts';
import { wordingSource } from './document-source.ts';
import { printPdf } from './print-pdf.ts';

let scene: SaleScene;
beforeAll(async () => {
  scene = await makeScene(await startTestApp({ clock: () => new Date('2026-03-02T02:00:00.000Z') }));
});
afterAll(() => scene.app.close());

async function download(path: string, person = scene.lin): Promise<{ pages: string[]; bytes: Buffer; type: string | null; status: number }> {
  const answer = await fetch(`${scene.app.url}/api/v1${path}`, { headers: { cookie: person.cookie() } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) return { pages: [], bytes, type: null, status: answer.status };
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return { pages: text.map((page) => page.replaceAll(/\s+/gu, '')), bytes, type: answer.headers.get('content-type'), status: 200 };
}

test('a subscription prints four marked copies in Chinese with its fonts inside, and says nothing else once signed', async () => {
  const sale = await fileSale(scene.lin, unitAt(scene, 1, 1), await newCustomer(scene.lin));
  const { pages, bytes, type } = await download(`/stock/subscriptions/${sale.subscription}/pdf`);
  expect(type).toBe('application/pdf');
  const whole = pages.join('\n');
  for (const mark of ['第一联·客户留存', '第二联·财务留存', '第三联·销售部留存', '第四联·销售部留存']) expect(whole.split(mark)).toHaveLength(pages.length / 4 + 1);
  for (const words of ['认购书', '陈小姐、李先生', '云栖里', '1-101', '青岛市市南区香港中路10号', '266071', '13800138000', '300,000.10', '定金50,000.00元', '林悦', '云栖实业']) expect(whole).toContain(words);
  expect(bytes.toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC-Regular/);
  expect(bytes.toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC-Bold/);
  expect(bytes.length).toBeLessThan(400_000);
  await expectMade(scene.lin.post(`/stock/subscriptions/${sale.subscription}/sign`));
  await expectMade(scene.app.admin.call('PUT', '/stock/templates/subscription', { content: '# 新认购书\n{buyers}', number: 0 }));
  expect((await download(`/stock/subscriptions/${sale.subscription}/pdf`)).pages.join('\n')).toContain('香港中路');
  const other = await fileSale(scene.lin, unitAt(scene, 1, 2), await newCustomer(scene.lin));
  expect((await download(`/stock/subscriptions/${other.subscription}/pdf`)).pages.join('\n')).toContain('新认购书陈小姐');
  expect((await download(`/stock/subscriptions/${sale.subscription}/pdf`, scene.zhao)).status).toBe(404);
});

test('a receipt prints its number and the amount in words', async () => {
  const sale = await fileSale(scene.lin, unitAt(scene, 1, 3), await newCustomer(scene.lin));
  const receipt = await expectMade(pay(scene.finance, sale.hold, 'reservationDeposit', '50000'));
  const { pages } = await download(`/stock/receipts/${String(receipt['id'])}/pdf`, scene.finance);
  for (const words of ['收据', String(receipt['number']), '伍万元整', '50,000.00', '大定', '转账', '钱芳']) expect(pages.join('')).toContain(words);
});

test('a template keeps its versions: an unknown placeholder, a stale version and another role are refused', async () => {
  const current = await scene.app.admin.get('/stock/templates/receipt');
  expect((await scene.app.admin.call('PUT', '/stock/templates/receipt', { content: '{amont}', number: 0 })).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'content', message: '找不到“{amont}”' }] });
  expect((await scene.lin.get('/stock/templates/receipt')).status).toBe(403);
  await expectMade(scene.app.admin.call('PUT', '/stock/templates/receipt', { content: String(current.body['content']), number: 0 }));
  expect((await scene.app.admin.call('PUT', '/stock/templates/receipt', { content: 'x', number: 0 })).body['code']).toBe('record.stale');
});

test('nothing in a value is markup', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await printPdf(wordingSource('# 标题 #pagebreak()\n*a* _b_ $x$ "q" \\ #read("/etc/passwd")\n| 甲 | [*x*] |', '#evil')))), { mergePages: true });
  for (const words of ['#pagebreak()', '*a* _b_ $x$', '#read("/etc/passwd")', '[*x*]', '#evil']) expect(text).toContain(words);
});
