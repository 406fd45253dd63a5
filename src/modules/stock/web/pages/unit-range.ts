/** As typed: the same unit on every floor from one to another. */
export interface UnitRange {
  readonly prefix: string;
  readonly from: string;
  readonly to: string;
  readonly position: string;
  readonly layout: string;
  readonly area: string;
  readonly grade: string;
  /** CNY of the lowest floor; empty for units without a price. */
  readonly price: string;
  /** CNY more for each floor above. */
  readonly step: string;
}

const MOST_FLOORS = 120;
const isNumber = (text: string): boolean => /^-?\d{1,3}$/.test(text);

/** Whether units can be made of it. */
export function isWhole({ from, to, position, area, grade, price }: UnitRange): boolean {
  const isRange = isNumber(from) && isNumber(to) && Number(from) <= Number(to) && Number(to) - Number(from) < MOST_FLOORS;
  return isRange && /^[1-9]\d?$/.test(position) && Number(area) >= 1 && /^[1-5]$/.test(grade) && (price === '' || Number(price) > 0);
}

/** One unit a floor: `1-` on floors 1 to 3, place 2 → 1-102, 1-202, 1-302; there is no floor 0, and -1 is B1. */
export function unitsOf({ prefix, from, to, position, layout, area, grade, price, step }: UnitRange) {
  const floors = Array.from({ length: Number(to) - Number(from) + 1 }, (_, more) => Number(from) + more).filter((floor) => floor !== 0);
  return floors.map((floor, place) => ({
    code: `${prefix.trim()}${floor < 0 ? `B${-floor}` : floor}${position.padStart(2, '0')}`, floor, position: Number(position), layout: layout.trim(), area: Number(area), grade: Number(grade),
    price: price === '' ? null : (Number(price) + place * Number(step || '0')).toFixed(2),
  }));
}
