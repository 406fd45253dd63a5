import type { TestOffice, VisitBody } from '#modules/reception/server/registration/test-office.ts';

/** A person on site, in the order of the rotation. */
export type Letter = 'a' | 'b' | 'c' | 'd';
export type Fund = 'publicFund' | 'departmentFund';

/** What a written ruling says where no clause does (7.7, 4, RE-22). */
export interface Ruling {
  readonly outcome: 'agreed' | 'mediated' | 'ruled';
  readonly owner: Letter;
  /** Put to the policy before: facts on which both sides agree. */
  readonly agreedFacts?: Readonly<Record<string, unknown>>;
  readonly percents: Readonly<Partial<Record<Letter, number>>>;
}

/** A sale whose contract is signed and whose price is paid. */
export interface Sale {
  readonly subscription: string;
  /** A larger unit of the same project. */
  readonly larger: string;
  /** Asks for an after-sale change as the salesperson. */
  change(body: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  /** A customer of the salesperson. */
  newCustomer(name: string): Promise<string>;
  /** Finance books a receipt. */
  pay(kind: string, amount: string): Promise<unknown>;
  /** Whoever is above the salesperson approves what waits. */
  approve(): Promise<void>;
}

/** One row of an ownership table: what happens at the desk, and what everybody has of the deal's commission in the end. */
export interface ClauseRow {
  /** The clause that divides the commission: every entry of the ledger cites it. */
  readonly clause: string;
  readonly title: string;
  /** A clause of the table before it, which says as what the visit is treated. */
  readonly through?: string;
  /** Goes through the days up to the deal; answers the visit whose case divides it. */
  readonly play: (office: TestOffice) => Promise<VisitBody>;
  /** What the desk was told of that visit. */
  readonly reception?: { readonly clause: string; readonly receiver: Letter | null; readonly isCounted: boolean };
  /** The deal's day at the site, with a time of day where that matters: `2026-01-31 23:59:30`. */
  readonly dealAt: string;
  /** What happens between the deposit and the contract. */
  readonly beforeContract?: (office: TestOffice, visit: VisitBody) => Promise<unknown>;
  /** What is learnt once the deal is made. */
  readonly afterDeal?: (office: TestOffice, visit: VisitBody) => Promise<void>;
  /** What is asked for once the deal is made and paid (RE-42). */
  readonly afterSale?: (sale: Sale) => Promise<void>;
  /** Cited by what was entered before that; `clause` is cited by what it changed. */
  readonly clauseBefore?: string;
  /** Months of the ledger, where the deal's minute decides. */
  readonly months?: readonly string[];
  readonly ruling?: Ruling;
  /** CNY of a commission of 8 728.91 in all. */
  readonly earns: Readonly<Partial<Record<Letter | Fund, string>>>;
}

/** Of a price of 872 891.00 at 1 %. */
export const WHOLE = '8728.91';

/** Received by A on a day, or by whoever alone is there; confirmed. */
export async function first(office: TestOffice, on: string, body: Record<string, unknown> = {}, present = 'a'): Promise<VisitBody> {
  await office.day(on, present);
  const visit = await office.visit(body);
  await office.confirm(visit);
  return visit;
}

/** Comes on a day, in the presence of these. */
export async function comes(office: TestOffice, on: string, present: string, body: Record<string, unknown> = {}): Promise<VisitBody> {
  await office.day(on, present);
  return office.visit(body);
}
