import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { firstVisitOwnership } from '../../reception/policies/first-visit/first-visit-ownership.ts';
import { firstVisitReception } from '../../reception/policies/first-visit/first-visit-reception.ts';
import { twoMonthRows } from '../../../../e2e/harness/clauses/boundary-day-rows.ts';
import { type ClauseHouse, contest, makeHouse, playRow, settle } from '../../../../e2e/harness/clauses/clause-house.ts';
import type { ClauseRow } from '../../../../e2e/harness/clauses/clause-row.ts';
import { expectFigures, expectLedger, unproven } from '../../../../e2e/harness/clauses/ledger-proof.ts';
import { firstVisitRows } from '../../../../e2e/harness/clauses/first-visit-rows.ts';

let app: TestApp;
let house: ClauseHouse;
let clock = new Date('2025-12-01T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
  house = await makeHouse(app, 'first-visit', (at) => { clock = at; });
});
afterAll(() => app.close());

const named = (rows: readonly ClauseRow[]) => rows.map((row) => [`${row.clause}: ${row.title}`, row] as const);

async function prove(row: ClauseRow): Promise<void> {
  const { office, dealId } = await playRow(house, row);
  await expectLedger(house, office, dealId, row);
}

describe('first-visit: from registered facts to the ledger (RE-20, RE-30)', () => {
  test('every rule of the tables has a row below', () => {
    expect(unproven([firstVisitOwnership, firstVisitReception], firstVisitRows)).toEqual([]);
  });

  test('the check notices a rule without a row', () => {
    expect(unproven([firstVisitOwnership], firstVisitRows.filter((row) => row.clause !== '3(8)'))).toEqual(['ownership 3(8)']);
  });

  test.each(named(firstVisitRows))('%s', (_name, row) => prove(row));
});

describe('first-visit: boundary days, two calendar months', () => {
  test.each(named(twoMonthRows))('%s', (_name, row) => prove(row));
});

test('the four figures of an account are the sums of the entries that they show (PL-41)', async () => {
  const row = (clause: string) => firstVisitRows.find((each) => each.clause === clause) ?? expect.unreachable();
  const settled = await playRow(house, row('3(8)'));
  clock = new Date('2026-03-05T02:00:00Z');
  await settle(house, settled.office.site.id, '2026-02');
  const open = await playRow(house, row('2(5)'));
  await expectLedger(house, open.office, open.dealId, row('2(5)'));
  await contest(house, (await playRow(house, row('3(3)'))).caseId);
  const { a, b, c, d } = house.sellers;
  for (const [person, colleague] of [[a, b], [b, c], [c, d]] as const) {
    const totals = await expectFigures(person, colleague, '2026-02');
    expect(Number(totals['settled'])).toBeGreaterThan(0);
  }
  expect(Number((await expectFigures(b, a, '2026-01'))['frozen'])).toBe(6983.13);
});
