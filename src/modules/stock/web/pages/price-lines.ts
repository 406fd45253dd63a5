import type { BoardUnit } from '../use-stock.ts';

export interface ReadPrices {
  readonly lines: readonly { readonly unit: string; readonly price: string }[];
  /** Units that are held or sold: the list names them, their price stays. */
  readonly kept: number;
  /** Lines that name no unit of the project or no price, as they were written. */
  readonly unknown: readonly string[];
}

const plainCode = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
const priceOf = (text: string): string | undefined => {
  const plain = text.normalize('NFKC').replaceAll(/[\s,¥元]/gu, '');
  return /^\d{1,14}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 ? plain : undefined;
};

/**
 * Units with their prices out of pasted cells or a CSV file: the first cell names the unit, the last one that is a number is
 * its price; a head line is passed over. A unit that stands twice takes its last price.
 */
export function readPrices(text: string, units: readonly BoardUnit[]): ReadPrices {
  const byCode = new Map(units.map((unit) => [plainCode(unit.code), unit]));
  const found = new Map<string, string>();
  const unknown: string[] = [];
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    // Thousands may be grouped by commas, so a tab or semicolon is the better separator where there is one.
    const cells = (/[\t;；]/.test(line) ? line.split(/[\t;；]/) : line.split(/[,，\s]+/)).map((cell) => cell.trim().replaceAll(/^"|"$/gu, ''));
    const unit = byCode.get(plainCode(cells[0] ?? ''));
    const price = cells.slice(1).map(priceOf).findLast((each) => each !== undefined);
    if (unit !== undefined && price !== undefined) found.set(unit.id, price);
    else if (place > 0 || /\d/.test(line)) unknown.push(line);
  }
  const isForSale = new Set(units.filter(({ status }) => status === 'available' || status === 'withdrawn').map(({ id }) => id));
  return { lines: [...found].map(([unit, price]) => ({ unit, price })), kept: [...found.keys()].filter((id) => !isForSale.has(id)).length, unknown };
}

/** A text file of a Chinese spreadsheet is UTF-8 or GB 18030. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
