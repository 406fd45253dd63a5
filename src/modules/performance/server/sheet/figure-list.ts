import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { FigureKey } from '../../rules/figures.ts';
import type { Span } from '../span.ts';
import { type SourceKey, sourceOf } from './sheet-sources.ts';
import { workedTime } from './worked-time.ts';

type Listed = 'case' | 'serviceOrder' | 'serviceAudit' | 'recognition';

interface ListOf {
  readonly source: SourceKey;
  readonly object: Listed;
  /** Which rows of the source the figure counts, and what each brings to it. */
  readonly counts: Sql;
  readonly value: Sql;
}

const none = sql`NULL::float8`;
const all = sql`true`;

/** What a figure counts: the same rows that the sheet adds up. */
const lists: Readonly<Record<FigureKey, ListOf>> = {
  taken: { source: 'taken', object: 'case', counts: all, value: none }, answered: { source: 'answered', object: 'case', counts: all, value: none },
  closed: { source: 'closed', object: 'case', counts: all, value: none }, fieldOrders: { source: 'orders', object: 'serviceOrder', counts: all, value: none },
  response: { source: 'responded', object: 'case', counts: all, value: sql`x.work` }, solve: { source: 'answered', object: 'case', counts: all, value: sql`x.work` },
  onTime: { source: 'answered', object: 'case', counts: sql`x.on_time IS NOT NULL`, value: sql`x.on_time::int::float8` },
  satisfaction: { source: 'answered', object: 'case', counts: sql`x.satisfaction IS NOT NULL`, value: sql`x.satisfaction` },
  reopened: { source: 'answered', object: 'case', counts: sql`x.reopened`, value: none }, escalated: { source: 'escalated', object: 'case', counts: all, value: none },
  audit: { source: 'audits', object: 'serviceAudit', counts: all, value: sql`x.score` }, praise: { source: 'praises', object: 'recognition', counts: all, value: sql`x.points::float8` },
};

/** What a row is called, for those who may read it; its number is no secret. */
const tables: Readonly<Record<Listed, { readonly join: Sql; readonly number: Sql; readonly title: Sql }>> = {
  case: { join: sql`service_case t`, number: sql`t.number`, title: sql`t.subject` }, serviceOrder: { join: sql`service_order t`, number: sql`t.number`, title: sql`t.subject` },
  serviceAudit: { join: sql`service_audit t`, number: sql`t.number`, title: sql`(SELECT m.name FROM audit_template m WHERE m.id = t.template_id)` },
  recognition: { join: sql`recognition t`, number: sql`''`, title: sql`t.words` },
};

const PAGE = 200;

interface FoundRow {
  readonly id: Id;
  readonly person: string;
  readonly at: string;
  readonly number: string;
  readonly title: string | null;
  readonly mayOpen: boolean;
  readonly value: number | null;
  readonly count: number;
}

/** The cases (orders, audits, praises) that a figure counts, the newest first, a page of them; `count` is the figure's. */
export async function listFigure(ctx: Context, asked: { readonly figure: FigureKey; readonly people: readonly Id[]; readonly span: Span; readonly skip: number }) {
  const { figure, people, span, skip } = asked;
  const { source, object, counts, value } = lists[figure];
  const { join, number, title } = tables[object];
  const isTold = figure !== 'satisfaction' || seesFields(ctx, 'case', 'satisfaction');
  const rows = isTold ? await ctx.db.rows<FoundRow>(sql`
    SELECT t.id, u.name AS person, x.at, ${number} AS number, CASE WHEN m.may THEN ${title} END AS title, coalesce(m.may, false) AS "mayOpen", ${value} AS value, x.count
    FROM (SELECT x.*, count(*) OVER ()::int AS count FROM (${sourceOf(source, { span, people, worked: await workedTime(ctx, span) })}) x WHERE ${counts} ORDER BY x.at DESC, x.id DESC, x.person LIMIT ${PAGE} OFFSET ${skip}) x
    JOIN ${join} ON t.id = x.id JOIN app_user u ON u.id = x.person
    LEFT JOIN LATERAL (SELECT ${predicateSql(ctx, objectDef(ctx, object), 'read', 't')} AS may) m ON true ORDER BY x.at DESC, x.id DESC, x.person`) : [];
  return {
    figure, object, count: rows[0]?.count ?? 0,
    data: rows.map(({ id, person, at, number: code, title: name, mayOpen, value: part }) => ({ id, person, at: isoTime(at), number: code, title: name, mayOpen, value: part })),
  };
}
