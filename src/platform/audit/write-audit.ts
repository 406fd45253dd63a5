import sql, { type Sql, join, raw } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../context/context.ts';

/** `{ field: [from, to] }`. Sensitive values come as ciphertext; masked ones in full, since history masks on reading. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

export interface AuditFacts {
  /** `create`, `update`, `sign-in`, `reveal`, `export` … */
  readonly action: string;
  readonly object?: string;
  readonly recordId?: Id;
  readonly customerId?: Id | null;
  readonly version?: number;
  readonly changes?: Changes;
  /** Changes that only the database knows yet, as jsonb: they join the others. */
  readonly given?: Sql;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** False for a refused attempt. */
  readonly isOk?: boolean;
}

/** Writes entries in the transaction of the change itself (PL-50). */
export async function writeAudit(ctx: Context, facts: readonly AuditFacts[]): Promise<void> {
  if (facts.length === 0) return;
  const now = ctx.now.toISOString();
  const { actor } = ctx;
  // Who looks as somebody else answers for what is written meanwhile (downloads), not the person seen (UX-14).
  const { id: doer, name } = actor.viewedBy ?? { id: actor.userId, name: actor.name };
  const seenAs = actor.viewedBy && { viewedAs: actor.userId };
  const rows = facts.map(
    (f) => sql`(${ctx.newId()}, ${now}, ${actor.kind === 'system' ? null : doer}, ${actor.kind}, ${name},
      ${ctx.ip}, ${ctx.requestId}, ${f.action}, ${f.object ?? null}, ${f.recordId ?? null}, ${f.customerId ?? null},
      ${f.version ?? null}, ${changesSql(f)}, ${f.detail || seenAs ? JSON.stringify({ ...f.detail, ...seenAs }) : null},
      ${f.isOk ?? true})`,
  );
  await ctx.db.run(sql`INSERT INTO audit_entry (${raw(AUDIT_COLUMNS)}) VALUES ${join(rows)}`);
}

function changesSql({ changes, given }: AuditFacts): Sql {
  const known = changes ? JSON.stringify(changes) : null;
  return given === undefined ? sql`${known}` : sql`coalesce(${known}::jsonb, '{}') || ${given}`;
}

export const AUDIT_COLUMNS =
  'id, at, actor_id, actor_kind, actor_name, ip, request_id, action, object, record_id, customer_id, version, changes, detail, ok';
