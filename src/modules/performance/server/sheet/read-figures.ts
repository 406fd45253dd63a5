import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { type Figure, type Sheet, sheetOf } from '../../rules/figures.ts';
import type { Span } from '../span.ts';
import { type SourceAsked, type SourceKey, sourceOf } from './sheet-sources.ts';
import { workedTime } from './worked-time.ts';

type Row = { readonly person: Id | null; readonly month: string } & Readonly<Record<string, unknown>>;

const times = sql`percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY x.work) AS work, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY x.clock) AS clock`;

const measured: Readonly<Record<SourceKey, Sql>> = {
  taken: sql`count(*)::int AS count`, closed: sql`count(*)::int AS count`, orders: sql`count(*)::int AS count`, escalated: sql`count(*)::int AS count`,
  answered: sql`count(*)::int AS count, ${times}, count(x.on_time)::int AS due, count(*) FILTER (WHERE x.on_time)::int AS timely,
    count(x.satisfaction)::int AS rated, avg(x.satisfaction)::float8 AS satisfaction, count(*) FILTER (WHERE x.reopened)::int AS reopened`,
  responded: sql`count(*)::int AS count, ${times}`,
  audits: sql`count(*)::int AS count, avg(x.score)::float8 AS score`,
  praises: sql`count(*)::int AS count, sum(x.points)::int AS points`,
};

const num = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const int = (value: unknown): number => num(value) ?? 0;
const pair = (value: unknown): readonly [number | null, number | null] => (Array.isArray(value) ? [num(value[0]), num(value[1])] : [null, null]);
const plain: Figure = { count: 0, value: null, p90: null, clock: null, clockP90: null, of: null };
const counted = (count: number): Figure => ({ ...plain, count, value: count });
const shared = (count: number, part: number, of: number): Figure => ({ ...plain, count, value: of === 0 ? null : part / of, of });

function timed(row: Row): Figure {
  const [value, p90] = pair(row['work']);
  const [clock, clockP90] = pair(row['clock']);
  return { ...plain, count: int(row['count']), value, p90, clock, clockP90 };
}

const figuresOf: Readonly<Record<SourceKey, (row: Row) => Partial<Sheet>>> = {
  taken: (row) => ({ taken: counted(int(row['count'])) }), closed: (row) => ({ closed: counted(int(row['count'])) }),
  orders: (row) => ({ fieldOrders: counted(int(row['count'])) }), escalated: (row) => ({ escalated: counted(int(row['count'])) }),
  answered: (row) => ({
    answered: counted(int(row['count'])), solve: timed(row), onTime: shared(int(row['due']), int(row['timely']), int(row['due'])),
    satisfaction: { ...plain, count: int(row['rated']), value: num(row['satisfaction']) }, reopened: shared(int(row['reopened']), int(row['reopened']), int(row['count'])),
  }),
  responded: (row) => ({ response: timed(row) }),
  audits: (row) => (row.person === null ? {} : { audit: { ...plain, count: int(row['count']), value: num(row['score']) } }),
  praises: (row) => ({ praise: counted(int(row['count'])) }),
};

/** Sheets by person and month; '' as person is all of them together, '' as month the whole span. */
export interface SheetRows {
  sheet(person: Id, month?: string): Sheet;
}

export interface SheetsAsked {
  readonly span: Span;
  readonly people: readonly Id[];
  readonly byMonth?: boolean;
  /** For the program's own use, whatever the caller may see: a scheme asks the same facts whoever runs it. */
  readonly isWhole?: boolean;
}

/**
 * The figures of people in a span, for each month of it when asked. One set-based statement for each source. What the
 * caller may not see of a case is not told in a figure either (SEC-13).
 */
export async function readSheets(ctx: Context, { span, people, byMonth = false, isWhole = false }: SheetsAsked): Promise<SheetRows> {
  const asked: SourceAsked = { span, people, worked: await workedTime(ctx, span) };
  const month = byMonth ? sql`to_char(x.at AT TIME ZONE ${span.zone}, 'YYYY-MM')` : sql`''`;
  const found = new Map<string, Partial<Sheet>>();
  for (const key of Object.keys(measured).filter(isSource)) {
    const rows = await ctx.db.rows<Row>(sql`
      SELECT x.person, x.month, ${measured[key]} FROM (SELECT x.*, ${month} AS month FROM (${sourceOf(key, asked)}) x) x GROUP BY GROUPING SETS ((x.person, x.month), (x.month))`);
    for (const row of rows) {
      const place = `${row.person ?? ''} ${row.month}`;
      found.set(place, { ...found.get(place), ...figuresOf[key](row) });
    }
  }
  const seesRatings = isWhole || seesFields(ctx, 'case', 'satisfaction');
  return {
    sheet: (person, of = '') => {
      const { satisfaction, ...others } = found.get(`${person} ${of}`) ?? {};
      return sheetOf({ ...others, ...(satisfaction && seesRatings && { satisfaction }) });
    },
  };
}

const isSource = (key: string): key is SourceKey => key in measured;
