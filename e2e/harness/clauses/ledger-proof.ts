import { expect } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { TestOffice } from '#modules/reception/server/registration/test-office.ts';
import type { ClauseHouse } from './clause-house.ts';
import type { ClauseRow } from './clause-row.ts';

interface Entry {
  readonly id: string;
  readonly account: string;
  readonly ownerId: string | null;
  readonly state: string;
  readonly reason: string;
  readonly amount: string;
  readonly month: string;
  readonly clause: string | null;
}

interface Why {
  readonly line: { readonly amount: string };
  readonly working: { readonly plan: { readonly number: number } | null; readonly full: string | null };
  readonly decision: {
    readonly number: number; readonly policyLabel: Readonly<Record<string, string>>;
    readonly explanation: { readonly clause: { readonly key: string; readonly text: string } | null; readonly facts: readonly unknown[]; readonly steps: readonly { readonly clauses: readonly { readonly key: string }[] }[] };
  } | null;
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);
const amountOf = (sum: number): string => (sum / 100).toFixed(2);

/** Sums by a key, in cents, without what comes to nothing. */
function sums(entries: readonly Entry[], key: (entry: Entry) => string): Record<string, string> {
  const totals = new Map<string, number>();
  for (const entry of entries) totals.set(key(entry), (totals.get(key(entry)) ?? 0) + cents(entry.amount));
  return Object.fromEntries([...totals].filter(([, sum]) => sum !== 0).map(([name, sum]) => [name, amountOf(sum)]));
}

/**
 * The end of a row, all of it read as people read it: exact amounts by person, journals that sum to zero, the clause in
 * every entry and in its Why, statements that say what the ledger says (RE-30, RE-32, PL-41).
 */
export async function expectLedger(house: ClauseHouse, office: TestOffice, dealId: string, row: ClauseRow): Promise<void> {
  const { manager } = house;
  const deal = await manager.get<{ hidden: number; lines: Entry[] }>(`/commission/deals/${dealId}`);
  expect(deal.status, deal.text).toBe(200);
  const { lines, hidden } = deal.body;
  expect(hidden).toBe(0);
  const letterOf = (id: string | null) => Object.entries(office.who).find(([, each]) => each === id)?.[0] ?? '?';
  const nameOf = (entry: Entry) => (entry.account === 'person' ? letterOf(entry.ownerId) : entry.account);
  expect(sums(lines.filter((entry) => entry.account !== 'company'), nameOf)).toEqual(row.earns);
  expect(sums(lines, (entry) => entry.reason)).toEqual({});
  for (const entry of lines) await expectWhy(house, entry, row);
  const months = [...new Set(lines.map((entry) => entry.month))];
  if (row.months) expect(months).toEqual(row.months);
  for (const month of months) await expectStatements(house, office, month, lines.filter((entry) => entry.month === month));
}

async function expectWhy({ manager }: ClauseHouse, entry: Entry, { clause: last, clauseBefore = last, through }: ClauseRow): Promise<void> {
  const clause = entry.reason === 'fact' || entry.reason === 'release' ? last : clauseBefore;
  expect(entry.clause).toBe(clause);
  const { body, text } = await manager.get<Why & Record<string, unknown>>(`/commission/entries/${entry.id}/why`);
  const { line, decision, working } = body;
  expect(decision?.explanation.clause?.key, text).toBe(clause);
  expect(decision?.explanation.clause?.text).not.toBe('');
  expect(decision?.explanation.facts).not.toEqual([]);
  expect([line.amount, decision?.number, working.plan?.number]).toEqual([entry.amount, 1, 1]);
  if (through !== undefined) expect(decision?.explanation.steps.flatMap((step) => step.clauses.map(({ key }) => key))).toContain(through);
}

/** The month's statements, and each account's own page, against the entries of the only deal of the site. */
async function expectStatements({ manager }: ClauseHouse, office: TestOffice, month: string, entries: readonly Entry[]): Promise<void> {
  const due = entries.filter((entry) => entry.account !== 'company' && entry.state === 'accrued');
  const run = await manager.get<{ statements: (Entry & { lines: number })[] }>(`/commission/settlements/${office.site.id}/${month}`);
  const keyOf = (entry: Pick<Entry, 'account' | 'ownerId'>) => entry.ownerId ?? entry.account;
  const wanted = sums(due, keyOf);
  expect(Object.fromEntries(run.body.statements.filter(({ amount }) => cents(amount) !== 0).map((each) => [keyOf(each), each.amount]))).toEqual(wanted);
  for (const [account, amount] of Object.entries(wanted)) {
    const page = await manager.get<{ totals: { month: string }[]; lines: Entry[] }>(`/commission/accounts/${account}?month=${month}&site=${office.site.id}`);
    expect(page.body.totals.map((total) => total.month)).toEqual([amount]);
    expect(amountOf(page.body.lines.reduce((sum, each) => sum + cents(each.amount), 0))).toBe(amount);
  }
}

/**
 * Every figure that a person sees is the sum of the entries behind its Why, and each of those answers Why; a colleague
 * who asks for it finds nobody (PL-41, SEC-12). Answers the figures.
 */
export async function expectFigures(person: TestPerson & { readonly id: string }, colleague: TestPerson, month: string): Promise<Record<string, string>> {
  const { body } = await person.get<{ totals: Record<string, string>[] }>(`/commission/accounts/me?month=${month}`);
  const [totals = {}] = body.totals;
  for (const figure of ['month', 'accrued', 'frozen', 'settled']) {
    const query = `figures/${figure}?currency=CNY${figure === 'month' ? `&month=${month}` : ''}`;
    const why = await person.get<{ amount: string; count: number; lines: Entry[] }>(`/commission/accounts/me/${query}`);
    expect(why.status, why.text).toBe(200);
    const { amount, count, lines } = why.body;
    expect([figure, amount, lines.length]).toEqual([figure, totals[figure], count]);
    expect(amountOf(lines.reduce((sum, line) => sum + cents(line.amount), 0))).toBe(amount);
    for (const line of lines.slice(0, 3)) expect((await person.get(`/commission/entries/${line.id}/why`)).status).toBe(200);
    expect((await colleague.get(`/commission/accounts/${person.id}/${query}`)).status).toBe(404);
  }
  return totals;
}

/**
 * Clauses of a pack's tables that too few rows prove: each rule of a table needs a row of its own that cites its clause.
 * The list comes from the policies, so that a new rule without a proof is noticed.
 */
export function unproven(models: readonly PolicyModel[], rows: readonly ClauseRow[]): string[] {
  const proven = rows.map((row) => new Set([row.clause, row.through, row.reception?.clause]));
  const count = (clause: string) => proven.filter((clauses) => clauses.has(clause)).length;
  const missing = models.flatMap((model) => model.tables).flatMap((table) => {
    const clauses = [...new Set(table.rows.map((rule) => rule.clause))];
    return clauses.filter((clause) => count(clause) < table.rows.filter((rule) => rule.clause === clause).length).map((clause) => `${table.name} ${clause}`);
  });
  return [...new Set(missing)];
}
