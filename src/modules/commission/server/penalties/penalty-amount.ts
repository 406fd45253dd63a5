import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addMoney, type Money, multiplyMoney, zeroMoney } from '#kernel/money.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { moneyOf } from '../posting/deal-row.ts';

/** What a clause takes of one base amount. */
export interface PenaltyPart {
  readonly base: 'dayPay' | 'monthPay' | 'monthBonus' | 'dealBonus' | 'byManager';
  readonly of: string;
  readonly percent: string;
  readonly amount: string;
}

export interface PenaltyBases {
  /** Pay is known to payroll only, so the manager states it. */
  readonly dayPay?: string | undefined;
  readonly monthPay?: string | undefined;
  readonly userId: Id;
  readonly siteId: Id;
  readonly dealId?: Id | undefined;
  readonly month: string;
  readonly currency: string;
}

/** What a person earned by deals, penalties apart: in a month, or by one deal; never less than nothing. */
async function earned(ctx: Pick<Context, 'db'>, { userId, siteId, month, currency }: PenaltyBases, dealId?: Id): Promise<Money> {
  const { amount } = await ctx.db.one<{ amount: string }>(sql`
    SELECT greatest(coalesce(sum(amount), 0), 0)::text AS amount FROM commission_entry
    WHERE owner_id = ${userId} AND site_id = ${siteId} AND amount_currency = ${currency} AND kind IN ('split', 'clawBack', 'adjust') AND penalty_id IS NULL
      AND (deal_id = ${dealId ?? null} OR (${dealId ?? null}::uuid IS NULL AND month = ${month}))`);
  return moneyOf(amount, currency);
}

/** The parts of a penalty by the clause's shares; names of bases that still have to be stated come as `missing`. */
export async function penaltyParts(ctx: Pick<Context, 'db'>, results: FactValues, bases: PenaltyBases): Promise<{ readonly parts: PenaltyPart[]; readonly missing: string[] }> {
  const parts: PenaltyPart[] = [];
  const missing: string[] = [];
  const take = (base: PenaltyPart['base'], of: Money, percent: number) =>
    parts.push({ base, of: of.amount, percent: String(percent), amount: multiplyMoney(of, `${percent}e-2`).amount });
  for (const base of ['dayPay', 'monthPay'] as const) {
    const percent = shareOf(results, base);
    const stated = bases[base];
    if (percent > 0 && stated === undefined) missing.push(base);
    if (percent > 0 && stated !== undefined) take(base, moneyOf(stated, bases.currency), percent);
  }
  const monthBonus = shareOf(results, 'monthBonus');
  if (monthBonus > 0) take('monthBonus', await earned(ctx, bases), monthBonus);
  const dealBonus = shareOf(results, 'dealBonus');
  if (dealBonus > 0 && bases.dealId === undefined) missing.push('dealId');
  if (dealBonus > 0 && bases.dealId !== undefined) take('dealBonus', await earned(ctx, bases, bases.dealId), dealBonus);
  return { parts, missing };
}

const shareOf = (results: FactValues, name: string): number => (typeof results[name] === 'number' ? results[name] : 0);

export const sumOfParts = (parts: readonly PenaltyPart[], currency: string): Money =>
  parts.reduce((sum, part) => addMoney(sum, { amount: part.amount, currency }), zeroMoney(currency));
