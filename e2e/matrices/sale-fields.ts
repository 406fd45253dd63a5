import sql from 'sql-template-tag';
import { TEST_PASSWORD, type TestApp, type TestPerson } from '#app/test-app.ts';
import { objectActions } from '#meta/object.ts';
import { makePlan, makeSale, type Sale, saleCanaries, saleMonth } from './sale-world.ts';

/** A field of a sale with the marks that betray its value. */
export interface SaleCanary {
  readonly object: keyof typeof saleCanaries;
  readonly field: string;
  readonly mark: string;
}

export const canariesOfSale: readonly SaleCanary[] = Object.entries(saleCanaries).flatMap(([object, values]) =>
  Object.entries(values).map(([field, mark]) => ({ object: objectOf(object), field, mark })));

function objectOf(key: string): keyof typeof saleCanaries {
  if (!(key in saleCanaries)) throw new Error(key);
  return key as keyof typeof saleCanaries;
}

export interface SaleFields {
  readonly app: TestApp;
  readonly prober: TestPerson & { readonly id: string };
  readonly sale: Sale;
}

const role = 'saleProber';
const objects = [...Object.keys(saleCanaries), 'customer', 'project', 'building', 'priceList', 'site', 'user', 'orgUnit'];

/** A prober who may read and export everything of a sale that is another's. */
export async function makeSaleFields(app: TestApp): Promise<SaleFields> {
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  await app.admin.post('/policy-packs/install', { key: 'first-visit' });
  await makePlan(app);
  const everything = Object.fromEntries(objectActions.map((action) => [action, 'all' as const]));
  const made = await app.admin.post('/roles', { key: role, label: { 'zh-CN': '探查', en: 'Prober' }, grants: Object.fromEntries(objects.map((object) => [object, everything])) });
  if (made.status !== 201) throw new Error(made.text);
  const { id: unit } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const id = async (username: string, key: string) => (await app.person({ username, roles: [key], unit })).id;
  const place = { owner: await id('owner', 'salesperson'), respondent: await id('respondent', 'salesperson'), finance: await id('bookkeeper', 'finance'), unit };
  return { app, prober: await app.person({ username: 'prober', roles: [role], unit }), sale: await makeSale(app, place) };
}

export async function setSaleView({ app }: SaleFields, { object, field }: SaleCanary, view: 'hidden' | 'masked'): Promise<void> {
  const answer = await app.admin.patch(`/roles/${role}`, { fields: { [object]: { [field]: { view, edit: false } } } });
  if (answer.status !== 200) throw new Error(answer.text);
}

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value));

interface Channel {
  readonly name: string;
  readonly ask: (world: SaleFields, canary: SaleCanary) => Promise<{ readonly status: number; readonly text: string }>;
  /** It names the field, which is refused as unknown when hidden. */
  readonly isNaming?: boolean;
}

const pluralOf = ({ app }: SaleFields, { object }: SaleCanary): string => app.services.registry().object(object)?.plural ?? '';
const recordOf = ({ sale }: SaleFields, { object }: SaleCanary): string => sale[object];

/** What the declarations give every object. */
const declared: readonly Channel[] = [
  { name: 'read', ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}/${recordOf(w, c)}?include=*`) },
  { name: 'list', ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}`) },
  { name: 'history', ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}/${recordOf(w, c)}/history`) },
  { name: 'timeline of the customer', ask: (w) => w.prober.get(`/customers/${w.sale.customer}/timeline`) },
  { name: 'overview of the customer', ask: (w) => w.prober.get(`/customers/${w.sale.customer}/overview`) },
  { name: 'search', ask: (w) => w.prober.get(`/search?q=${encodeURIComponent('销控客户')}`) },
  { name: 'fields', isNaming: true, ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}?fields=${c.field}`) },
  { name: 'filter', isNaming: true, ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}?filter=${encode({ field: c.field, op: 'isNull', value: false })}`) },
  { name: 'sort', isNaming: true, ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}?sort=${c.field}`) },
  { name: 'measure', isNaming: true, ask: (w, c) => w.prober.get(`/${pluralOf(w, c)}/summary?measures=sum:${c.field}`) },
  { name: 'export', isNaming: true, ask: (w, c) => w.prober.post('/exports', { object: c.object, format: 'csv', columns: [c.field] }) },
];

/** The rooms' own pages. */
export const rooms: readonly Channel[] = [
  { name: 'unit', ask: (w) => w.prober.get(`/stock/units/${w.sale.saleUnit}`) },
  { name: 'board', ask: (w) => w.prober.get(`/stock/board/${w.sale.project}`) },
  { name: 'sale', ask: (w) => w.prober.get(`/stock/subscriptions/${w.sale.subscription}`) },
  { name: 'payments', ask: (w) => w.prober.get('/stock/payments') },
  { name: 'dispute file', ask: (w) => w.prober.get(`/disputes/${w.sale.dispute}/file`) },
  { name: 'account', ask: (w) => w.prober.get(`/commission/accounts/${w.sale.owner}?month=${saleMonth}`) },
  { name: 'figure', ask: (w) => w.prober.get(`/commission/accounts/${w.sale.owner}/figures/month?month=${saleMonth}&currency=CNY`) },
  { name: 'team', ask: (w) => w.prober.get(`/commission/team?month=${saleMonth}`) },
  { name: 'deal ledger', ask: (w) => w.prober.get(`/commission/deals/${w.sale.subscription}`) },
  { name: 'why', ask: (w) => w.prober.get(`/commission/entries/${w.sale.commissionEntry}/why`) },
  { name: 'settlement', ask: (w) => w.prober.get(`/commission/settlements/${w.sale.site}/${saleMonth}`) },
];

export const saleChannels: readonly Channel[] = [...declared, ...rooms];

/** Answers what leaked: the value in an answer, or a hidden field that could be named. */
export async function runSaleFields(world: SaleFields, view: 'hidden' | 'masked', canaries = canariesOfSale): Promise<{ violations: string[]; cells: number }> {
  const violations: string[] = [];
  let cells = 0;
  for (const canary of canaries) {
    await setSaleView(world, canary, view);
    for (const channel of saleChannels) {
      cells += 1;
      const { status, text } = await channel.ask(world, canary);
      const place = `${view} ${canary.object}.${canary.field} in ${channel.name}`;
      if (text.includes(canary.mark)) violations.push(`${place}: ${status}`);
      if (view === 'hidden' && channel.isNaming === true && status !== 400) violations.push(`${place}: answered ${status}`);
      if (status >= 500) violations.push(`${place}: failed`);
    }
  }
  return { violations, cells };
}
