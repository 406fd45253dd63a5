import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';

export interface OpenVersion {
  readonly id: Id;
  readonly policyId: Id;
  readonly number: number;
  readonly status: 'draft' | 'submitted';
  readonly version: number;
  readonly model: PolicyModel;
  readonly point: string;
  readonly activeFrom: string | null;
  readonly submittedBy: Id | null;
}

/** The policy's draft or submitted version, locked until the end of the transaction. Errors: record.not-found. */
export async function lockOpenVersion(ctx: Context, key: string): Promise<OpenVersion> {
  const found = await ctx.db.maybe<OpenVersion>(sql`
    SELECT v.id, v.policy_id AS "policyId", v.number, v.status, v.version, v.model, p.point, v.active_from AS "activeFrom", v.submitted_by AS "submittedBy"
    FROM policy p JOIN policy_version v ON v.policy_id = p.id
    WHERE p.key = ${key} AND v.status IN ('draft', 'submitted') FOR UPDATE OF v`);
  if (found === undefined) throw fail('record.not-found');
  return found;
}

/** A draft made from the newest approved version, or from the one named; one open draft for each policy. Errors: record.duplicate, record.not-found. */
export async function startDraft(ctx: Context, key: string, basedOn?: number): Promise<number> {
  const policy = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM policy WHERE key = ${key} FOR UPDATE`);
  if (policy === undefined) throw fail('record.not-found');
  const versions = await ctx.db.rows<{ number: number; status: string; model: PolicyModel }>(sql`
    SELECT number, status, model FROM policy_version WHERE policy_id = ${policy.id} ORDER BY number DESC`);
  if (versions.some((each) => each.status === 'draft' || each.status === 'submitted')) throw fail('record.duplicate');
  const base = versions.find((each) => (basedOn === undefined ? each.status === 'approved' : each.number === basedOn)) ?? versions[0];
  if (base === undefined || (basedOn !== undefined && base.number !== basedOn)) throw fail('record.not-found');
  const number = (versions[0]?.number ?? 0) + 1;
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO policy_version (id, policy_id, number, status, model, based_on, created_at, created_by, updated_at, updated_by)
    VALUES (${id}, ${policy.id}, ${number}, 'draft', ${JSON.stringify(base.model)}, ${base.number}, ${now}, ${authorOf(ctx)}, ${now}, ${authorOf(ctx)})`);
  await writeAudit(ctx, [{ action: 'create', object: 'policyVersion', recordId: id, detail: { policy: key, number, basedOn: base.number } }]);
  return number;
}

export interface DraftChange {
  readonly model: PolicyModel;
  readonly note?: string | undefined;
  /** The version that the editor read; another one means that somebody else saved meanwhile. */
  readonly version: number;
}

/** Saves the draft as it stands, faults included: nothing is lost while somebody thinks. Errors: record.stale, record.wrong-state. */
export async function saveDraft(ctx: Context, key: string, { model, note, version }: DraftChange): Promise<number> {
  const draft = await lockOpenVersion(ctx, key);
  if (draft.status !== 'draft') throw fail('record.wrong-state');
  if (draft.version !== version) throw fail('record.stale', {}, [], { current: { version: draft.version, model: draft.model }, yours: { model } });
  await ctx.db.run(sql`
    UPDATE policy_version SET model = ${JSON.stringify({ ...model, key, point: draft.point })}, note = COALESCE(${note ?? null}, note), version = version + 1,
      updated_at = ${ctx.now.toISOString()}, updated_by = ${authorOf(ctx)} WHERE id = ${draft.id}`);
  await writeAudit(ctx, [{ action: 'update', object: 'policyVersion', recordId: draft.id, version: version + 1, changes: { model: [draft.model, model] }, detail: { policy: key, number: draft.number } }]);
  return version + 1;
}

/** Gives a draft up; its number is not used again. Errors: record.wrong-state, record.not-found. */
export async function withdrawDraft(ctx: Context, key: string): Promise<void> {
  const draft = await lockOpenVersion(ctx, key);
  if (draft.status !== 'draft') throw fail('record.wrong-state');
  await moveVersion(ctx, draft, key, sql`status = 'withdrawn'`, 'delete');
}

/** Changes the state of an open version, with its audit entry. */
export async function moveVersion(ctx: Context, open: OpenVersion, key: string, set: ReturnType<typeof sql>, action: string, detail: Record<string, unknown> = {}): Promise<void> {
  await ctx.db.run(sql`UPDATE policy_version SET ${set}, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${authorOf(ctx)} WHERE id = ${open.id}`);
  await writeAudit(ctx, [{ action, object: 'policyVersion', recordId: open.id, version: open.version + 1, detail: { policy: key, number: open.number, ...detail } }]);
}
