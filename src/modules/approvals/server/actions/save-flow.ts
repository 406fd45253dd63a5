import sql from 'sql-template-tag';
import { z } from 'zod';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { majorities } from '../../rules/flow.ts';
import type { flowAnswer } from '../approvals.answers.ts';
import { type ApprovalKinds, kindByKey } from '../kind-registry.ts';
import { activeOf } from '../queries/find-signers.ts';

const id = z.uuid().toLowerCase();

const step = z.strictObject({
  name: z.string().trim().min(1).max(60).nullable().default(null),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('role'), role: z.string().min(1).max(80) }),
    z.strictObject({ kind: z.literal('manager'), levels: z.int().min(1).max(6) }),
    z.strictObject({ kind: z.literal('people'), users: z.array(id).min(1).max(50) }),
    z.strictObject({ kind: z.literal('subject') }),
  ]),
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any') }), z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('vote'), quorum: z.int().min(1).max(50), majority: z.enum(majorities) }),
  ]),
  timeoutHours: z.int().min(1).max(2_160).nullable().default(null),
});

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amountAbove'), amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/) }),
  z.strictObject({ kind: z.literal('unit'), unit: id }),
  z.strictObject({ kind: z.literal('fact'), fact: z.string().min(1).max(80), equals: z.string().max(200) }),
]);

export const flowBody = z.strictObject({
  kind: z.string().max(80), name: z.string().trim().min(1).max(80), position: z.int().min(0).max(1_000).default(0), isActive: z.boolean().default(true),
  allowsOwn: z.boolean().default(false), conditions: z.array(condition).max(10).default([]), steps: z.array(step).min(1).max(10),
});
export type FlowInput = z.infer<typeof flowBody>;

/** Everything that a flow names must exist; throws record.invalid with each place that does not. */
async function checkFlow(ctx: Context, kinds: ApprovalKinds, flow: FlowInput): Promise<void> {
  const kind = kindByKey(kinds, flow.kind);
  const issues: Issue[] = [];
  for (const [index, { by }] of flow.steps.entries()) {
    const path = `steps.${index}.by`;
    if (by.kind === 'role' && (await ctx.db.maybe(sql`SELECT 1 FROM role WHERE key = ${by.role}`)) === undefined) issues.push({ path, code: 'not-found', params: { value: by.role } });
    if (by.kind === 'people' && (await activeOf(ctx, by.users)).length < new Set(by.users).size) issues.push({ path, code: 'not-found', params: { value: '' } });
    if (by.kind === 'subject' && kind.signersOf === undefined) issues.push({ path, code: 'not-allowed' });
  }
  for (const [index, one] of flow.conditions.entries()) {
    const path = `conditions.${index}`;
    if (one.kind === 'unit' && (await ctx.db.maybe(sql`SELECT 1 FROM org_unit WHERE id = ${one.unit} AND deleted_at IS NULL`)) === undefined) {
      issues.push({ path, code: 'not-found', params: { value: one.unit } });
    }
    if (one.kind === 'fact' && !(kind.facts ?? []).some((fact) => fact.key === one.fact)) issues.push({ path, code: 'not-found', params: { value: one.fact } });
  }
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

/** A new flow. Requests under way keep the flow with which they began. */
export async function createFlow(ctx: Context, kinds: ApprovalKinds, flow: FlowInput): Promise<Answered<typeof flowAnswer>> {
  await checkFlow(ctx, kinds, flow);
  return insertFlow(ctx, flow);
}

/** A flow that comes with a module's set-up: it names no roles, people or units that could be missing. The company changes it like its own. */
export const addShippedFlow = async (ctx: Context, flow: z.input<typeof flowBody>): Promise<void> => void (await insertFlow(ctx, flowBody.parse(flow)));

async function insertFlow(ctx: Context, flow: FlowInput): Promise<Answered<typeof flowAnswer>> {
  const newId = ctx.newId();
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO approval_flow (id, kind, name, position, is_active, allows_own, conditions, steps, created_at, created_by, updated_at, updated_by)
    VALUES (${newId}, ${flow.kind}, ${flow.name}, ${flow.position}, ${flow.isActive}, ${flow.allowsOwn}, ${JSON.stringify(flow.conditions)}::jsonb,
      ${JSON.stringify(flow.steps)}::jsonb, ${now}, ${ctx.actor.userId}, ${now}, ${ctx.actor.userId})`);
  await writeAudit(ctx, [{ action: 'create', object: 'approvalFlow', recordId: newId, version: 1, changes: { flow: [null, flow] } }]);
  return { id: newId, ...flow, version: 1 };
}

interface StoredFlow {
  readonly version: number;
  readonly flow: unknown;
}

const lockFlow = async (ctx: Context, flowId: Id): Promise<StoredFlow> => {
  const before = await ctx.db.maybe<StoredFlow>(sql`
    SELECT version, json_build_object('kind', kind, 'name', name, 'position', position, 'isActive', is_active, 'allowsOwn', allows_own,
      'conditions', conditions, 'steps', steps) AS flow FROM approval_flow WHERE id = ${flowId} AND deleted_at IS NULL FOR UPDATE`);
  if (before === undefined) throw fail('record.not-found');
  return before;
};

/** Puts a flow; `version` is the one that was read. Error: record.stale. */
export async function updateFlow(ctx: Context, kinds: ApprovalKinds, flowId: Id, flow: FlowInput, version: number): Promise<Answered<typeof flowAnswer>> {
  const before = await lockFlow(ctx, flowId);
  if (before.version !== version) throw fail('record.stale');
  await checkFlow(ctx, kinds, flow);
  await ctx.db.run(sql`
    UPDATE approval_flow SET kind = ${flow.kind}, name = ${flow.name}, position = ${flow.position}, is_active = ${flow.isActive}, allows_own = ${flow.allowsOwn},
      conditions = ${JSON.stringify(flow.conditions)}::jsonb, steps = ${JSON.stringify(flow.steps)}::jsonb, version = version + 1,
      updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${flowId}`);
  await writeAudit(ctx, [{ action: 'update', object: 'approvalFlow', recordId: flowId, version: version + 1, changes: { flow: [before.flow, flow] } }]);
  return { id: flowId, ...flow, version: version + 1 };
}

/** Takes a flow away; what is under way goes on with it. */
export async function removeFlow(ctx: Context, flowId: Id): Promise<void> {
  const before = await lockFlow(ctx, flowId);
  await ctx.db.run(sql`UPDATE approval_flow SET deleted_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${flowId}`);
  await writeAudit(ctx, [{ action: 'delete', object: 'approvalFlow', recordId: flowId, changes: { flow: [before.flow, null] } }]);
}
