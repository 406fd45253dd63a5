import { fail } from '#kernel/failure.ts';
import { type Id, isId } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

const LIFETIME_MS = 24 * 3_600_000;

const bindingOf = (ctx: Pick<Context, 'actor'>): string => `duplicate-access:${ctx.actor.userId}`;

/** Names a customer that the person may not see, for a day and for this person only. Two tickets never look alike. */
export const sealTicket = (ctx: Pick<Context, 'actor' | 'secrets' | 'now'>, id: Id): string =>
  ctx.secrets.encrypt(`${id}|${ctx.now.getTime()}`, bindingOf(ctx));

/** The customer of a ticket; throws `request.invalid` for one that is forged, too old or another person's. */
export function openTicket(ctx: Pick<Context, 'actor' | 'secrets' | 'now'>, ticket: string): Id {
  const refused = fail('request.invalid', {}, [{ path: 'ticket', code: 'invalid' }]);
  let plain: string;
  try {
    plain = ctx.secrets.decrypt(ticket, bindingOf(ctx));
  } catch {
    throw refused;
  }
  const [id, at] = plain.split('|');
  if (!isId(id) || !(ctx.now.getTime() - Number(at) < LIFETIME_MS)) throw refused;
  return id;
}
