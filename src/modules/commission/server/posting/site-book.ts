import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import type { DealEvent } from './deal-event.ts';

/** A site's book: where its entries go. Whoever holds the row posts alone on this site. */
export interface SiteBook {
  readonly siteId: Id;
  readonly siteName: string;
  readonly unitId: Id | null;
  readonly pack: string | null;
  readonly openMonth: string;
  readonly closedThrough: string | null;
}

const columns = sql`site_id AS "siteId", site_name AS "siteName", unit_id AS "unitId", pack, open_month AS "openMonth", closed_through AS "closedThrough"`;

/** The site's book, locked until the end of the transaction; opened with the first event's month. */
export async function openBook(ctx: Context, site: DealEvent['site'], month: string): Promise<SiteBook> {
  await ctx.db.run(sql`
    INSERT INTO commission_book (site_id, site_name, unit_id, pack, open_month) VALUES (${site.id}, ${site.name}, ${site.unitId}, ${site.pack}, ${month})
    ON CONFLICT (site_id) DO UPDATE SET site_name = excluded.site_name, unit_id = excluded.unit_id, pack = excluded.pack,
      open_month = CASE WHEN commission_book.closed_through IS NULL AND NOT EXISTS (SELECT 1 FROM commission_settlement s WHERE s.site_id = excluded.site_id)
        THEN least(commission_book.open_month, excluded.open_month) ELSE commission_book.open_month END`);
  return lockBook(ctx, site.id);
}

/** Errors: record.not-found where the site has no book yet. */
export async function lockBook(ctx: Context, siteId: Id): Promise<SiteBook> {
  const book = await ctx.db.maybe<SiteBook>(sql`SELECT ${columns} FROM commission_book WHERE site_id = ${siteId} FOR UPDATE`);
  if (book === undefined) throw fail('record.not-found');
  return book;
}

/** A closed month, or one that waits for finance, is passed over (RE-32). */
export const postingMonth = (book: SiteBook, day: string): string => (day.slice(0, 7) < book.openMonth ? book.openMonth : day.slice(0, 7));

/** `2026-12` + 1 → `2027-01`. */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
