/** What a sheet counts: `cases` and the like are counted, `seconds` are a time, `share` is a part of what is counted, `mean` a mean. */
export const figureKeys = [
  'taken', 'answered', 'closed', 'fieldOrders', 'response', 'solve', 'onTime', 'satisfaction', 'reopened', 'escalated', 'audit', 'praise',
] as const;
export type FigureKey = (typeof figureKeys)[number];
export const isFigureKey = (value: unknown): value is FigureKey => figureKeys.some((key) => key === value);

/** How a figure is said, and which direction is good; null: neither. */
export const figureNature: Readonly<Record<FigureKey, { readonly measure: 'count' | 'seconds' | 'share' | 'mean'; readonly good: 'more' | 'less' | null }>> = {
  taken: { measure: 'count', good: null }, answered: { measure: 'count', good: null }, closed: { measure: 'count', good: null }, fieldOrders: { measure: 'count', good: null },
  response: { measure: 'seconds', good: 'less' }, solve: { measure: 'seconds', good: 'less' },
  onTime: { measure: 'share', good: 'more' }, satisfaction: { measure: 'mean', good: 'more' }, reopened: { measure: 'share', good: 'less' },
  escalated: { measure: 'count', good: 'less' }, audit: { measure: 'mean', good: 'more' }, praise: { measure: 'count', good: 'more' },
};

/** One figure of somebody's sheet. Times in seconds; a share between 0 and 1. */
export interface Figure {
  /** How many cases (orders, audits, praises) the list behind the figure holds. */
  readonly count: number;
  /** Count, median working time, share or mean; null where there is nothing to say. */
  readonly value: number | null;
  /** Of times: the 90th percentile, and both by the clock. */
  readonly p90: number | null;
  readonly clock: number | null;
  readonly clockP90: number | null;
  /** Of shares: what the share is of. */
  readonly of: number | null;
}

export type Sheet = Readonly<Record<FigureKey, Figure>>;

const nothing: Figure = { count: 0, value: null, p90: null, clock: null, clockP90: null, of: null };
const counted: Figure = { ...nothing, value: 0 };
const empty = (key: FigureKey): Figure => (figureNature[key].measure === 'count' ? counted : nothing);

/** A whole sheet of the figures that were found; the others say that nothing was counted. */
export const sheetOf = (found: Partial<Sheet>): Sheet => {
  const of = (key: FigureKey): Figure => found[key] ?? empty(key);
  return {
    taken: of('taken'), answered: of('answered'), closed: of('closed'), fieldOrders: of('fieldOrders'), response: of('response'), solve: of('solve'),
    onTime: of('onTime'), satisfaction: of('satisfaction'), reopened: of('reopened'), escalated: of('escalated'), audit: of('audit'), praise: of('praise'),
  };
};

/** Whether anything was counted at all. Audits of the unit alone make nobody appear. */
export const isActive = (sheet: Sheet): boolean => figureKeys.some((key) => key !== 'audit' && sheet[key].count > 0);

/** Below so many people a median would tell what a colleague has (SEC-13). */
export const FEWEST_FOR_MEDIAN = 3;

/** The median of each figure over people; null where fewer than three have it. */
export function mediansOf(sheets: readonly Sheet[]): Readonly<Record<FigureKey, number | null>> {
  const of = (key: FigureKey): number | null => {
    const values = sheets.flatMap((sheet) => sheet[key].value ?? []).toSorted((a, b) => a - b);
    if (values.length < FEWEST_FOR_MEDIAN) return null;
    const [low, high] = [values[Math.floor((values.length - 1) / 2)], values[Math.ceil((values.length - 1) / 2)]];
    return low === undefined || high === undefined ? null : (low + high) / 2;
  };
  return {
    taken: of('taken'), answered: of('answered'), closed: of('closed'), fieldOrders: of('fieldOrders'), response: of('response'), solve: of('solve'),
    onTime: of('onTime'), satisfaction: of('satisfaction'), reopened: of('reopened'), escalated: of('escalated'), audit: of('audit'), praise: of('praise'),
  };
}
