import type { Clause, PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, example, type RuleDraft, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { holdPoint } from '../points/stock-points.ts';

/** Hours and deposits (CNY) of one company's holds. */
export interface HoldTerms {
  readonly clauses: readonly Clause[];
  /** The clause that says nothing of hours, and the reading that does. */
  readonly unpaid: string;
  readonly paid: string;
  readonly reserved: string;
  readonly unpaidHours: number;
  readonly paidHours: number;
  readonly reservedHours: number;
  readonly smallDeposit: number;
  readonly largeDeposit: number;
}

/** The hold policy with these terms: an unpaid hold is short, a paid one longer, a reservation lasts until the contract is due. */
export function makeHoldPolicy(terms: HoldTerms): PolicyModel {
  const once = (hours: number, deposit: number, warnHours: number, mayExtend: string) =>
    ({ hours: String(hours), deposit: String(deposit), warnHours: String(warnHours), mayExtend });
  const { unpaid, paid, reserved, unpaidHours, paidHours, reservedHours, smallDeposit, largeDeposit } = terms;
  const rules: readonly RuleDraft[] = [
    [unpaid, { kind: '"holding"', isPaid: 'false' }, once(unpaidHours, smallDeposit, 2, 'false')],
    [paid, { kind: '"holding"', isPaid: 'true', extensions: '< 1' }, once(paidHours, smallDeposit, 12, 'true')],
    [paid, { kind: '"holding"', isPaid: 'true', extensions: '>= 1' }, once(paidHours, smallDeposit, 12, 'false')],
    [unpaid, { kind: '"reservation"', isPaid: 'false' }, once(unpaidHours, largeDeposit, 2, 'false')],
    [reserved, { kind: '"reservation"', isPaid: 'true', extensions: '< 1' }, once(reservedHours, largeDeposit, 24, 'true')],
    [reserved, { kind: '"reservation"', isPaid: 'true', extensions: '>= 1' }, once(reservedHours, largeDeposit, 24, 'false')],
  ];
  return writePolicy({
    point: holdPoint, label: holdPoint.label, about: holdPoint.about, uses: ['kind', 'isPaid', 'extensions'],
    tables: [writeTable({ name: 'hold', label: holdPoint.label, hitPolicy: 'U', inputs: ['kind', 'isPaid', 'extensions'], outputs: holdPoint.results, rules })],
    clauses: terms.clauses,
    tests: [
      example('unpaid', both('小定未付', 'Small, unpaid'), { kind: 'holding', isPaid: false, extensions: 0 }, unpaid, { hours: unpaidHours, mayExtend: false }),
      example('paid', both('小定已付', 'Small, paid'), { kind: 'holding', isPaid: true, extensions: 0 }, paid, { hours: paidHours, mayExtend: true }),
      example('extended', both('小定已延长一次', 'Small, extended once'), { kind: 'holding', isPaid: true, extensions: 1 }, paid, { mayExtend: false }),
      example('reserved', both('大定已付', 'Large, paid'), { kind: 'reservation', isPaid: true, extensions: 0 }, reserved, { hours: reservedHours, deposit: largeDeposit }),
    ],
  });
}
