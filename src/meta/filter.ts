/** The operators of PL-20. */
export const operators = [
  'eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'nin', 'contains', 'startsWith', 'isNull', 'between', 'within',
] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
  /** A field key, or one step along a reference: `owner.unit`. */
  readonly field: string;
  readonly op: Operator;
  readonly value?: unknown;
}
export type Filter = Condition | { readonly and: readonly Filter[] } | { readonly or: readonly Filter[] } | { readonly not: Filter };
