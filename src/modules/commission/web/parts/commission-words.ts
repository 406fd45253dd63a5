import { currencySymbol, groupDigits } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { commissionTexts } from '../../commission.texts.ts';

export const useCommissionTexts = () => useTexts(commissionTexts);

/** `¥ 1 286.50`, always with cents: statements are added up by eye. */
export function sayAmount(amount: string, currency: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  return `${currencySymbol(currency)}\u00a0${groupDigits(`${whole}.${cents.padEnd(2, '0')}`)}`;
}

const kinds = ['accrue', 'split', 'freeze', 'release', 'settle', 'clawBack', 'penalty', 'adjust'] as const;
const accounts = ['person', 'publicFund', 'departmentFund', 'company'] as const;
const states = ['accrued', 'frozen', 'settled'] as const;
const reasons = ['deposit', 'contract', 'payment', 'change', 'refund', 'fact', 'target', 'plan', 'freeze', 'release', 'penalty', 'settle'] as const;

/** The words of kinds, accounts, states and reasons, which come as keys. */
export function useEntryWords() {
  const t = useCommissionTexts();
  const among = <T extends string>(list: readonly T[], value: string): T | undefined => list.find((each) => each === value);
  const kindOf = (value: string): string => { const found = among(kinds, value); return found ? t(`objects.commissionEntry.choices.kind.${found}`) : value; };
  const reasonOf = (value: string): string => { const found = among(reasons, value); return found ? t(`reason.${found}`) : value; };
  return {
    /** Kind and cause, once where both say the same. */
    doing: (kind: string, reason: string): string => (kind === reason ? reasonOf(reason) : `${kindOf(kind)} · ${reasonOf(reason)}`),
    account: (value: string): string => { const found = among(accounts, value); return found ? t(`objects.commissionEntry.choices.account.${found}`) : value; },
    state: (value: string): string => { const found = among(states, value); return found ? t(`objects.commissionEntry.choices.state.${found}`) : value; },
    frozen: (value: string): string => (value === 'dispute' ? t('line.dispute') : value),
    reason: reasonOf,
  };
}

/** `2026-03` ± months. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Sum of decimal texts in cents, without floats showing. */
export const sumAmounts = (amounts: readonly string[]): string => (amounts.reduce((sum, each) => sum + Math.round(Number(each) * 100), 0) / 100).toFixed(2);
