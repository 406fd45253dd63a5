import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { CaseChannel, CaseKind } from '../objects/case.object.ts';

export type CaseState = 'open' | 'waiting' | 'answered' | 'closed' | 'merged' | 'withdrawn';

/** A case under its lock with what its type says. Instants are ISO. */
export interface CaseRow {
  readonly id: Id;
  readonly number: string;
  readonly kind: CaseKind;
  readonly channel: CaseChannel;
  readonly subject: string;
  readonly state: CaseState;
  readonly severity: 'ordinary' | 'major';
  readonly validity: 'unjudged' | 'valid' | 'invalid';
  readonly isLocal: boolean;
  readonly customerId: Id | null;
  readonly contactId: Id | null;
  readonly causeId: Id | null;
  readonly ownerId: Id | null;
  readonly unitId: Id | null;
  readonly queueId: Id | null;
  readonly firstReceiverId: Id | null;
  readonly responsibleId: Id | null;
  readonly processId: Id;
  readonly step: string | null;
  readonly receivedAt: string;
  readonly answeredAt: string | null;
  readonly firstResponseAt: string | null;
  readonly reopenCount: number;
  readonly pack: string;
}

const caseSql = (id: Id): Sql => sql`
    SELECT c.id, c.number, c.kind, c.channel, c.subject, c.state, c.severity, c.validity, c.is_local AS "isLocal", c.customer_id AS "customerId", c.contact_id AS "contactId",
      c.cause_id AS "causeId", c.owner_id AS "ownerId", c.unit_id AS "unitId", c.queue_id AS "queueId", c.first_receiver_id AS "firstReceiverId",
      c.responsible_id AS "responsibleId", c.process_template_id AS "processId", c.step, c.received_at AS "receivedAt", c.answered_at AS "answeredAt",
      c.first_response_at AS "firstResponseAt", c.reopen_count AS "reopenCount", t.pack
    FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = ${id} AND c.deleted_at IS NULL`;

/** The case under its lock: whatever happens to one case happens one after the other. Errors: record.not-found. */
export async function lockCase(ctx: Pick<Context, 'db'>, id: Id): Promise<CaseRow> {
  const row = await ctx.db.maybe<CaseRow>(sql`${caseSql(id)} FOR UPDATE OF c`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** The case as it is, for reading; the caller has asked for the rights. Errors: record.not-found. */
export async function caseOf(ctx: Pick<Context, 'db'>, id: Id): Promise<CaseRow> {
  const row = await ctx.db.maybe<CaseRow>(caseSql(id));
  if (!row) throw fail('record.not-found');
  return row;
}

/** Locks a case that the actor may change. Errors: record.not-found, auth.forbidden. */
export async function takeCase(ctx: Context, id: Id): Promise<CaseRow> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'update', id);
  return lockCase(ctx, id);
}

export const isOver = (state: CaseState): boolean => state === 'closed' || state === 'merged' || state === 'withdrawn';
