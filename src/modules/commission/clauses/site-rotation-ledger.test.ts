import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { siteRotationOwnership } from '../../reception/policies/site-rotation/site-rotation-ownership.ts';
import { siteRotationReception } from '../../reception/policies/site-rotation/site-rotation-reception.ts';
import { monthRows } from '../../../../e2e/harness/clauses/boundary-day-rows.ts';
import { type ClauseHouse, makeHouse, playRow } from '../../../../e2e/harness/clauses/clause-house.ts';
import type { ClauseRow } from '../../../../e2e/harness/clauses/clause-row.ts';
import { expectLedger, unproven } from '../../../../e2e/harness/clauses/ledger-proof.ts';
import { siteRotationRows } from '../../../../e2e/harness/clauses/site-rotation-rows.ts';

let app: TestApp;
let house: ClauseHouse;
let clock = new Date('2025-12-01T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
  house = await makeHouse(app, 'site-rotation', (at) => { clock = at; });
});
afterAll(() => app.close());

const named = (rows: readonly ClauseRow[]) => rows.map((row) => [`${row.clause}: ${row.title}`, row] as const);

async function prove(row: ClauseRow): Promise<void> {
  const { office, dealId } = await playRow(house, row);
  await expectLedger(house, office, dealId, row);
}

describe('site-rotation: from registered facts to the ledger (RE-20, RE-30)', () => {
  test('every rule of the tables has a row below', () => {
    expect(unproven([siteRotationOwnership, siteRotationReception], siteRotationRows)).toEqual([]);
  });

  test('the check notices a rule without a row', () => {
    expect(unproven([siteRotationOwnership], siteRotationRows.filter((row) => row.clause !== '5.2'))).toEqual(['ownership 5.2']);
  });

  test.each(named(siteRotationRows))('%s', (_name, row) => prove(row));
});

describe('site-rotation: boundary days, one calendar month', () => {
  test.each(named(monthRows))('%s', (_name, row) => prove(row));
});
