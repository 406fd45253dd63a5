/** Where a list was left, so that coming back finds the same row (UX-1); lives as long as the page. */
const scrolls = new Map<string, number>();

export const rememberScroll = (list: string, top: number): void => void scrolls.set(list, top);
export const rememberedScroll = (list: string): number => scrolls.get(list) ?? 0;

export interface Neighbours {
  readonly object: string;
  readonly ids: readonly string[];
  /** The address of the list, to go back to. */
  readonly back: string;
}

let neighbours: Neighbours | undefined;

/** The list from which a record was opened: the record page's previous and next. */
export const rememberNeighbours = (found: Neighbours): void => void (neighbours = found);
export const neighboursOf = (object: string): Neighbours | undefined => (neighbours?.object === object ? neighbours : undefined);

const months = new Map<string, string>();

/** The month `YYYY-MM` that an object's calendar showed last. */
export const rememberMonth = (object: string, month: string): void => void months.set(object, month);
export const rememberedMonth = (object: string): string | undefined => months.get(object);
