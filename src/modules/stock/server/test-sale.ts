import type { TestApp, TestPerson } from '#app/test-app.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { type MadeProject, makeProject } from './make-project.ts';

type Person = TestPerson & { readonly id: string };

/** A company with a small project and the people of a sale. */
export interface SaleScene {
  readonly app: TestApp;
  readonly project: MadeProject;
  readonly lin: Person;
  readonly zhao: Person;
  readonly finance: Person;
  readonly manager: Person;
}

export async function makeScene(app: TestApp): Promise<SaleScene> {
  const installed = await app.admin.post('/policy-packs/install', { key: 'first-visit' });
  if (installed.status !== 201) throw new Error(installed.text);
  const manager = await app.person({ username: 'sun.li', name: '孙莉', roles: ['salesManager'] });
  const project = await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => makeProject(ctx, { name: '云栖里', code: 'YQL', pack: 'first-visit', buildings: 1, floors: 6, ownerId: manager.id }));
  return {
    app, project, manager, lin: await app.person({ username: 'lin.yue', name: '林悦', roles: ['salesperson'] }), zhao: await app.person({ username: 'zhao.ming', name: '赵明', roles: ['salesperson'] }),
    finance: await app.person({ username: 'qian.fang', name: '钱芳', roles: ['finance'] }),
  };
}

let serial = 0;

export async function newCustomer(person: TestPerson, name?: string): Promise<string> {
  serial += 1;
  const made = await person.post('/customers', { kind: 'person', name: name ?? `客户${serial}`, _acceptDuplicate: true });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body['id']);
}

/** A unit by floor and place; each test takes its own. */
export const unitAt = ({ project }: SaleScene, floor: number, position: number): string => project.unitIds[(floor - 1) * 4 + position - 1] ?? '';

export interface Sale {
  readonly hold: string;
  readonly subscription: string;
  readonly price: string;
}

export const draftFor = (price: string, more: Record<string, unknown> = {}, firstDueOn = '2026-03-20') => ({
  buyers: '陈小姐、李先生', discount: '1000.00', deposit: '50000.00', phone: '13800138000', address: '青岛市市南区香港中路 10 号', postcode: '266071',
  instalments: [
    { dueOn: firstDueOn, label: '首期', amount: '300000.10' }, { dueOn: '2026-09-20', label: '尾款', amount: (Number(price) - 1000 - 300_000.1).toFixed(2) },
  ], ...more,
});

export async function expectMade(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** A hold with its filed subscription. */
export async function fileSale(person: TestPerson, unit: string, customer: string, firstDueOn?: string): Promise<Sale> {
  const hold = String((await expectMade(person.post('/stock/holds', { saleUnit: unit, customer, kind: 'reservation' })))['id']);
  const price = String((await person.get(`/stock/units/${unit}`)).body['price']);
  const made = await expectMade(person.post(`/stock/holds/${hold}/subscription`, draftFor(price, {}, firstDueOn)));
  return { hold, subscription: String(made['id']), price: (Number(price) - 1000).toFixed(2) };
}

export const pay = (person: TestPerson, hold: string, kind: string, amount: string) =>
  person.post('/stock/receipts', { hold, kind, amount, method: 'transfer', receivedOn: '2026-03-02', payer: '陈小姐' });

/** A sale up to the signed contract. */
export async function signSale(scene: SaleScene, unit: string, firstDueOn?: string): Promise<Sale & { readonly deal: string }> {
  const sale = await fileSale(scene.lin, unit, await newCustomer(scene.lin), firstDueOn);
  await expectMade(scene.lin.post(`/stock/subscriptions/${sale.subscription}/sign`));
  await expectMade(pay(scene.finance, sale.hold, 'reservationDeposit', '50000.00'));
  const made = await expectMade(scene.lin.post(`/stock/subscriptions/${sale.subscription}/contract`, { contractNumber: 'HT-001', dealOn: '2026-03-02' }));
  return { ...sale, deal: String(made['id']) };
}
