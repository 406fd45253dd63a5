import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { findField } from '#meta/object.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { sealTicket } from './access-ticket.ts';
import type { Duplicate } from './find-duplicates.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { duplicatesAnswer } from './duplicates.answers.ts';

/** A candidate as a person may see it (UX-8). Out of scope: no id, a shortened name, the unit, a ticket to ask by. */
export type ShownDuplicate = Answered<typeof duplicatesAnswer>['data'][number];

interface Names { id: Id; name: string }

/** The field whose rights decide whether a reason's value may be shown. */
const FIELD_OF_REASON: Readonly<Record<string, string>> = { uscc: 'uscc', phone: 'phone', email: 'email' };

/** Applies the caller's scope and field rights to what the search found (SEC-12, SEC-13). */
export async function presentDuplicates(ctx: Context, found: readonly Duplicate[]): Promise<ShownDuplicate[]> {
  if (found.length === 0) return [];
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const visible = await allowedIds(ctx, def, 'read', found.map(({ id }) => id));
  const [owners, units] = await Promise.all([
    ctx.db.rows<Names>(sql`SELECT id, name FROM app_user WHERE id = ANY(${found.map(({ ownerId }) => ownerId)}::uuid[])`),
    ctx.db.rows<Names>(sql`SELECT id, name FROM org_unit WHERE id = ANY(${found.map(({ unitId }) => unitId)}::uuid[])`),
  ]);
  const unitName = (id: Id | null) => units.find((unit) => unit.id === id)?.name ?? null;
  const mayShow = (code: string): boolean => {
    const field = findField(def, FIELD_OF_REASON[code] ?? '');
    return field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full';
  };
  return found.map((one) => {
    const shared = { score: one.score, isExact: one.isExact, unit: unitName(one.unitId) };
    if (!visible.has(one.id)) {
      return {
        ...shared, ticket: sealTicket(ctx, one.id), name: shortened(one.name), isVisible: false,
        reasons: one.reasons.map(({ code }) => ({ code })),
      };
    }
    return {
      ...shared, id: one.id, name: one.name, isVisible: true, owner: owners.find((owner) => owner.id === one.ownerId) ?? null,
      reasons: one.reasons.map(({ code, detail }) => ({ code, ...(detail !== '' && mayShow(code) && { detail }) })),
    };
  });
}

/** The first characters only: enough to recognise what one typed oneself, too little to copy a list from. */
function shortened(name: string): string {
  const characters = Array.from(name);
  return `${characters.slice(0, characters.length > 3 ? 2 : 1).join('')}***`;
}
