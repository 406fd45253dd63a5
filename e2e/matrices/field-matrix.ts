import { objectActions } from '#meta/object.ts';
import type { TestApp, TestPerson } from '#app/test-app.ts';

/** A field of the customer with a value that occurs nowhere else, and the marks of it that must never be seen. */
export interface Canary {
  readonly field: string;
  readonly value: unknown;
  readonly marks: readonly string[];
}

export const canaries: readonly Canary[] = [
  { field: 'industry', value: '金丝雀行业', marks: ['金丝雀行业'] },
  { field: 'grade', value: 'star3', marks: ['"star3"'] },
  { field: 'source', value: 'exhibition', marks: ['"exhibition"'] },
  { field: 'tags', value: ['金丝雀标签'], marks: ['金丝雀标签'] },
  { field: 'phone', value: '13877778888', marks: ['13877778888'] },
  { field: 'altPhone', value: '13866665555', marks: ['13866665555'] },
  { field: 'email', value: 'canary.secret@example.com', marks: ['canary.secret', 'canary.s'] },
  { field: 'website', value: 'https://canary.example.com', marks: ['canary.example'] },
  { field: 'address', value: { region: '370211', street: '金丝雀路 7 号' }, marks: ['金丝雀路', '370211'] },
  { field: 'place', value: { lat: 36.074321, lng: 120.391234 }, marks: ['36.074321', '120.391234'] },
  { field: 'uscc', value: '91350100M000100Y43', marks: ['91350100M000100Y43'] },
  { field: 'legalRepresentative', value: '金丝雀', marks: ['"金丝雀"'] },
  { field: 'registeredCapital', value: { amount: '77443322.11', currency: 'CNY' }, marks: ['77443322'] },
  { field: 'birthday', value: '1987-06-05', marks: ['1987-06-05'] },
  { field: 'bankName', value: '金丝雀支行', marks: ['金丝雀支行'] },
  { field: 'bankAccount', value: '6217000199998877', marks: ['6217000199998877'] },
  { field: 'invoiceAddress', value: '金丝雀开票路', marks: ['金丝雀开票路'] },
  { field: 'invoicePhone', value: '053288887766', marks: ['053288887766'] },
  { field: 'nextContactAt', value: '2031-03-04T05:06:07.000Z', marks: ['2031-03-04'] },
  { field: 'notes', value: '金丝雀备注', marks: ['金丝雀备注'] },
];

export interface FieldWorld {
  readonly app: TestApp;
  readonly person: TestPerson & { readonly id: string };
  readonly customer: string;
}

const role = 'prober';
const everything = Object.fromEntries(objectActions.map((action) => [action, 'all' as const]));
const grants = { customer: everything, contact: everything, activity: everything, need: everything, customerRelation: everything, user: { read: 'all' }, orgUnit: { read: 'all' } };

export async function makeFieldWorld(app: TestApp): Promise<FieldWorld> {
  const made = await app.admin.post('/roles', { key: role, label: { 'zh-CN': '探查', en: 'Prober' }, grants });
  if (made.status !== 201) throw new Error(made.text);
  const person = await app.person({ username: 'prober', roles: [role] });
  const values = Object.fromEntries(canaries.map((canary) => [canary.field, canary.value]));
  const customer = await app.admin.post('/customers', { name: '字段矩阵公司', ...values });
  if (customer.status !== 201) throw new Error(customer.text);
  const id = String(customer.body.id);
  // A change and its way back, so that the history holds the value on both sides.
  await app.admin.patch(`/customers/${id}`, { notes: '换过' });
  await app.admin.patch(`/customers/${id}`, { notes: values.notes });
  return { app, person, customer: id };
}

/** Hides or masks one field for the prober; in force with the next request (SEC-14). */
export async function setView(world: FieldWorld, field: string, view: 'hidden' | 'masked' | 'full'): Promise<void> {
  const answer = await world.app.admin.patch(`/roles/${role}`, { fields: { customer: { [field]: { view, edit: view !== 'hidden' } } } });
  if (answer.status !== 200) throw new Error(answer.text);
}

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const mine = (id: string) => encode({ field: 'id', op: 'eq', value: id });

interface Channel {
  readonly name: string;
  readonly ask: (world: FieldWorld, canary: Canary) => Promise<{ status: number; text: string }>;
  /** The channel names the field: it must be refused as unknown when hidden. */
  readonly isNaming?: boolean;
  /** Naming it is refused when masked as well: comparing or ordering would betray it bit by bit. */
  readonly isOracle?: boolean;
}

const exportOf = (world: FieldWorld, columns: readonly string[]) =>
  world.person.post('/exports', { object: 'customer', format: 'csv', columns, filter: { field: 'id', op: 'eq', value: world.customer } });

/** Every way out of the system (SEC-13, SEC-27). */
export const channels: readonly Channel[] = [
  { name: 'read', ask: (w) => w.person.get(`/customers/${w.customer}`) },
  { name: 'read with references', ask: (w) => w.person.get(`/customers/${w.customer}?include=*`) },
  { name: 'list', ask: (w) => w.person.get(`/customers?filter=${mine(w.customer)}`) },
  { name: 'history', ask: (w) => w.person.get(`/customers/${w.customer}/history`) },
  { name: 'timeline', ask: (w) => w.person.get(`/customers/${w.customer}/timeline`) },
  { name: 'overview', ask: (w) => w.person.get(`/customers/${w.customer}/overview`) },
  { name: 'search', ask: (w) => w.person.get(`/search?q=${encodeURIComponent('字段矩阵')}`) },
  { name: 'update answer', ask: (w) => w.person.patch(`/customers/${w.customer}`, { shortName: `简称${Math.floor(performance.now())}`, _acceptDuplicate: true }) },
  { name: 'stale write', ask: (w) => w.person.patch(`/customers/${w.customer}`, { shortName: '旧' }, { 'if-match': '"1"' }) },
  { name: 'duplicates', ask: (w) => w.person.post('/customers/duplicates', { values: { kind: 'company', name: '字段矩阵公司' } }) },
  { name: 'merge preview', ask: (w) => w.person.get(`/customers/${w.customer}/merge-preview?with=${w.customer}`) },
  { name: 'named in fields', isNaming: true, ask: (w, c) => w.person.get(`/customers?fields=${c.field}&filter=${mine(w.customer)}`) },
  { name: 'filter', isNaming: true, ask: (w, c) => w.person.get(`/customers?filter=${encode({ field: c.field, op: 'isNull', value: false })}`) },
  { name: 'filter along a reference', isNaming: true, ask: (w, c) => w.person.get(`/contacts?filter=${encode({ field: `customer.${c.field}`, op: 'isNull', value: false })}`) },
  { name: 'prefix filter', isNaming: true, isOracle: true, ask: (w, c) => w.person.get(`/customers?filter=${encode({ field: c.field, op: 'startsWith', value: '1' })}`) },
  { name: 'order filter', isNaming: true, isOracle: true, ask: (w, c) => w.person.get(`/customers?filter=${encode({ field: c.field, op: 'gt', value: '1' })}`) },
  { name: 'sort', isNaming: true, isOracle: true, ask: (w, c) => w.person.get(`/customers?sort=${c.field}`) },
  { name: 'group', isNaming: true, isOracle: true, ask: (w, c) => w.person.get(`/customers/summary?groupBy=${c.field}`) },
  { name: 'measure', isNaming: true, isOracle: true, ask: (w, c) => w.person.get(`/customers/summary?measures=sum:${c.field}`) },
  { name: 'export', isNaming: true, ask: (w, c) => exportOf(w, ['name', c.field]) },
  { name: 'export of the rest', ask: (w) => exportOf(w, ['name', 'code']) },
  { name: 'saved view', isNaming: true, ask: (w, c) => w.person.post('/views', {
    object: 'customer', name: `视图${c.field}`, visibility: 'private', definition: { mode: 'table', columns: ['name'], filter: { field: c.field, op: 'isNull' }, sort: [] },
  }) },
];

/** Answers what leaked: a mark of the value in any answer, or a named hidden field that was not refused. */
export async function runFieldMatrix(world: FieldWorld, view: 'hidden' | 'masked'): Promise<{ violations: string[]; cells: number }> {
  const violations: string[] = [];
  let cells = 0;
  for (const canary of canaries) {
    await setView(world, canary.field, view);
    for (const channel of channels) {
      cells += 1;
      const answer = await channel.ask(world, canary);
      const mark = canary.marks.find((m) => answer.text.includes(m) || answer.text.includes(JSON.stringify(m).slice(1, -1)));
      if (mark !== undefined) violations.push(`${view} ${canary.field} in ${channel.name}: ${mark}`);
      const mustRefuse = view === 'hidden' ? channel.isNaming : channel.isOracle;
      if (mustRefuse && answer.status !== 400) violations.push(`${view} ${canary.field} in ${channel.name}: answered ${answer.status}`);
      if (!mustRefuse && answer.status >= 500) violations.push(`${view} ${canary.field} in ${channel.name}: failed with ${answer.status}`);
    }
    violations.push(...(view === 'hidden' ? await hiddenWrites(world, canary) : []));
  }
  await setView(world, 'notes', 'full');
  return { violations, cells };
}

/** A hidden field cannot be written either, and the refusal says no more than for a field that does not exist. */
async function hiddenWrites(world: FieldWorld, canary: Canary): Promise<string[]> {
  const wrong: string[] = [];
  const refused = async (name: string, pending: Promise<{ status: number; text: string }>) => {
    const answer = await pending;
    if (answer.status !== 400) wrong.push(`hidden ${canary.field} in ${name}: ${answer.status}`);
  };
  await refused('update', world.person.patch(`/customers/${world.customer}`, { [canary.field]: canary.value }));
  await refused('create', world.person.post('/customers', { name: '不应出现', [canary.field]: canary.value }));
  await refused('reveal', world.person.post(`/customers/${world.customer}/reveal`, { field: canary.field, reason: '矩阵' }));
  const bulk = await world.person.post<{ results?: { status: number }[] }>('/customers/bulk', { operations: [{ op: 'update', id: world.customer, values: { [canary.field]: canary.value } }] });
  if (bulk.body.results?.[0]?.status !== 400) wrong.push(`hidden ${canary.field} in bulk: ${bulk.text.slice(0, 80)}`);
  const meta = await world.person.get<{ objects?: { key: string; fields: { key: string }[] }[] }>('/meta');
  const fields = meta.body.objects?.find((object) => object.key === 'customer')?.fields ?? [];
  if (fields.some((field) => field.key === canary.field)) wrong.push(`hidden ${canary.field} in meta`);
  const openapi = await world.person.get<{ components?: { schemas?: Record<string, { properties?: Record<string, unknown> }> } }>('/openapi.json');
  if (canary.field in (openapi.body.components?.schemas?.Customer?.properties ?? {})) wrong.push(`hidden ${canary.field} in openapi`);
  const byPhone = canary.field === 'phone' ? await world.person.get<{ data?: unknown[] }>('/search?q=8888') : undefined;
  if (byPhone?.text.includes(world.customer)) wrong.push('hidden phone found by its last digits');
  return wrong;
}
