import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { dropActors } from './own-action.ts';
import { requireManageable } from './queries/people-facts.ts';
import { requireSession } from './require-session.ts';
import { idParams } from './sign-in.routes.ts';
import { nothing } from '#platform/http/answer.ts';
import { delegationsAnswer, madeDelegationAnswer } from './answers/role.answers.ts';

const MAX_DAYS = 366;

const newDelegation = z.strictObject({
  /** Who is absent; oneself unless given. Others only with the right to manage users. */
  from: z.uuid().toLowerCase().optional(),
  to: z.uuid().toLowerCase(),
  fromAt: z.iso.datetime({ offset: true }).optional(),
  untilAt: z.iso.datetime({ offset: true }),
  reason: z.string().trim().max(200).optional(),
});

interface DelegationView {
  readonly id: Id;
  readonly from: { readonly id: Id; readonly name: string };
  readonly to: { readonly id: Id; readonly name: string };
  readonly fromAt: string;
  readonly untilAt: string;
  readonly reason: string | null;
}

/** Looking after an absent person's records until a date: what is theirs counts as the other's own meanwhile (PL-30). */
export function delegationRoutes(services: Services): readonly Route[] {
  const shared = { access: 'signed-in', tag: 'delegations' } as const;
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/delegations', kind: 'query', summary: 'From or to oneself; all with the right to manage users', answer: delegationsAnswer,
      handle: async (ctx) => ({ data: await listDelegations(ctx) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/delegations', kind: 'action', status: 201, isFreshNeeded: true, body: newDelegation,
      summary: 'Let another person look after one’s records until a date', answer: madeDelegationAnswer,
      handle: (ctx, { body }) => delegate(services, ctx, body),
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/delegations/:id', kind: 'action', params: idParams, summary: 'End a delegation now', answer: nothing,
      handle: (ctx, { params }) => {
        requireSession(ctx);
        return endDelegation(services, ctx, params.id);
      },
    }),
  ];
}

const mayManage = (ctx: Context): boolean => ctx.actor.rights.has('admin.users');

function listDelegations(ctx: Context): Promise<DelegationView[]> {
  const self = ctx.actor.userId;
  return ctx.db.rows(sql`
    SELECT d.id, json_build_object('id', f.id, 'name', f.name) AS from, json_build_object('id', t.id, 'name', t.name) AS to,
      to_json(d.from_at) AS "fromAt", to_json(d.until_at) AS "untilAt", d.reason
    FROM delegation d JOIN app_user f ON f.id = d.from_user JOIN app_user t ON t.id = d.to_user
    WHERE d.revoked_at IS NULL AND d.until_at > ${ctx.now.toISOString()}
      AND (${mayManage(ctx)} OR d.from_user = ${self} OR d.to_user = ${self})
    ORDER BY d.from_at, d.id LIMIT 500`);
}

async function delegate(services: Services, ctx: Context, body: z.infer<typeof newDelegation>): Promise<{ id: Id }> {
  const from = body.from ?? ctx.actor.userId;
  if (from !== ctx.actor.userId) {
    if (!mayManage(ctx)) throw fail('auth.forbidden', { right: 'admin.users' });
    // Whoever takes over another's records for themselves reaches as far as that person does.
    await requireManageable(ctx, from);
    if (body.to === ctx.actor.userId && !ctx.actor.rights.has('admin.roles')) {
      throw fail('auth.forbidden', { right: 'admin.roles' }, [{ path: 'to', code: 'beyond-own-rights' }]);
    }
  }
  const fromAt = new Date(body.fromAt ?? ctx.now);
  const untilAt = new Date(body.untilAt);
  const days = (untilAt.getTime() - Math.max(fromAt.getTime(), ctx.now.getTime())) / 86_400_000;
  if (days <= 0 || days > MAX_DAYS) throw fail('request.invalid', {}, [{ path: 'untilAt', code: 'invalid' }]);
  const people = await ctx.db.rows<{ id: Id; is_active: boolean }>(sql`
    SELECT id, is_active FROM app_user WHERE id = ANY(${[from, body.to]}::uuid[]) AND deleted_at IS NULL`);
  const to = people.find((person) => person.id === body.to);
  if (from === body.to || to?.is_active !== true) throw fail('request.invalid', {}, [{ path: 'to', code: 'not-found', params: { value: body.to } }]);
  if (people.length < 2) throw fail('request.invalid', {}, [{ path: 'from', code: 'not-found', params: { value: from } }]);
  const id = ctx.newId();
  await ctx.db.run(sql`
    INSERT INTO delegation (id, from_user, to_user, from_at, until_at, reason, created_at, created_by)
    VALUES (${id}, ${from}, ${body.to}, ${fromAt.toISOString()}, ${untilAt.toISOString()}, ${body.reason ?? null}, ${ctx.now.toISOString()}, ${ctx.actor.userId})`);
  await writeAudit(ctx, [{
    action: 'create', object: 'delegation', recordId: id,
    detail: { from, to: body.to, fromAt: fromAt.toISOString(), untilAt: untilAt.toISOString(), reason: body.reason ?? null },
  }]);
  dropActors(services, ctx);
  return { id };
}

async function endDelegation(services: Services, ctx: Context, id: Id): Promise<void> {
  const self = ctx.actor.userId;
  const ended = await ctx.db.run(sql`
    UPDATE delegation SET revoked_at = ${ctx.now.toISOString()}
    WHERE id = ${id} AND revoked_at IS NULL AND (${mayManage(ctx)} OR from_user = ${self} OR to_user = ${self})`);
  if (ended === 0) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'delete', object: 'delegation', recordId: id }]);
  dropActors(services, ctx);
}
