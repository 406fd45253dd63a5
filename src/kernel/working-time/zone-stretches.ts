import { readOffsetMs } from '../period.ts';

/** Instants in ms, `from` inclusive and `to` exclusive, while the zone's clock stands `offset` ms before UTC. */
export interface ZoneStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

// No zone changes its clock twice within 16 days and is then as before, so equal ends mean no change between.
const BLOCK_MS = 16 * 86_400_000;
const MOST_BLOCKS = 4096;
const known = new Map<string, readonly ZoneStretch[]>();

/** Stretches of equal offset that cover the span, in order; a long one may be given in several pieces. */
export function zoneStretches(timeZone: string, from: number, to: number): readonly ZoneStretch[] {
  const first = Math.floor(from / BLOCK_MS);
  const last = Math.floor((to - 1) / BLOCK_MS);
  if (first === last) return blockOf(timeZone, first);
  const stretches: ZoneStretch[] = [];
  for (let block = first; block <= last; block += 1) stretches.push(...blockOf(timeZone, block));
  return stretches;
}

/** What the zone's clock adds to UTC at an instant, in ms. */
export function offsetAt(timeZone: string, instant: number): number {
  const block = blockOf(timeZone, Math.floor(instant / BLOCK_MS));
  return (block.find((stretch) => instant < stretch.to) ?? block[0])?.offset ?? 0;
}

function blockOf(timeZone: string, index: number): readonly ZoneStretch[] {
  const key = `${timeZone} ${index}`;
  const found = known.get(key);
  if (found) return found;
  const [from, to] = [index * BLOCK_MS, (index + 1) * BLOCK_MS];
  const [before, after] = [readOffsetMs(from, timeZone), readOffsetMs(to - 1000, timeZone)];
  const change = before === after ? to : changeBetween(timeZone, from, to - 1000, before);
  const stretches = [{ from, to: change, offset: before }, { from: change, to, offset: after }].filter((s) => s.from < s.to);
  if (known.size >= MOST_BLOCKS) known.clear();
  known.set(key, stretches);
  return stretches;
}

/** The first whole second at which the offset is another one. */
function changeBetween(timeZone: string, from: number, to: number, before: number): number {
  let [low, high] = [from / 1000, to / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffsetMs(middle * 1000, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}
