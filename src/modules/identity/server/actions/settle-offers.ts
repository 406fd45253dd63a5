import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { type RoleLine, covers, withLines } from '../role-lines.ts';
import type { roleOffersAnswer } from '../answers/role.answers.ts';
import type { BaseServices } from '../own-action.ts';
import { lockRights } from '../queries/people-facts.ts';
import { listRoles, readRole } from '../queries/list-roles.ts';
import { updateRole } from './save-role.ts';

const openOffers = (ctx: Context): Promise<(RoleLine & { role: string })[]> =>
  ctx.db.rows(sql`SELECT role, line, value FROM role_offer WHERE state = 'open' ORDER BY role, line, value`);

/** What this version brings for roles that the company changed, and has not decided on; what a role does by now is no offer. */
export async function listOffers(ctx: Context): Promise<Answered<typeof roleOffersAnswer>> {
  const offers = await openOffers(ctx);
  if (offers.length === 0) return { data: [] };
  const roles = await listRoles(ctx);
  return {
    data: roles.flatMap((role) => {
      const lines = offers.filter((offer) => offer.role === role.key && !covers(role, offer)).map(({ line, value }) => ({ line, value }));
      return lines.length === 0 ? [] : [{ role: role.key, label: role.label, people: role.people, lines }];
    }),
  };
}

/**
 * Adds offered lines to a role, or decides to do without them; either is on record. Errors: record.not-found for a role or a
 * line that is not on offer, and those of changing a role.
 */
export async function settleOffers(services: BaseServices, ctx: Context, key: string, { take, leave }: { readonly take: readonly RoleLine[]; readonly leave: readonly RoleLine[] }): Promise<void> {
  await lockRights(ctx);
  const role = await readRole(ctx, key);
  for (const [lines, state] of [[take, 'taken'], [leave, 'declined']] as const) {
    for (const { line, value } of lines) {
      const settled = await ctx.db.run(sql`
        UPDATE role_offer SET state = ${state}, settled_at = ${ctx.now.toISOString()}, settled_by = ${authorOf(ctx)}
        WHERE role = ${key} AND line = ${line} AND value = ${value} AND state = 'open'`);
      if (settled === 0) throw fail('record.not-found');
    }
  }
  if (take.length > 0) {
    const { rights, grants, fields } = withLines(role, take);
    await updateRole(services, ctx, key, { rights: [...rights], grants: { ...grants }, fields: { ...fields } }, undefined);
  }
  if (leave.length > 0) await writeAudit(ctx, [{ action: 'update', object: 'role', detail: { key, declined: leave } }]);
}
