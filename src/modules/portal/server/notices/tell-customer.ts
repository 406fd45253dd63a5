import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type CaseEvent, addCaseListener } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { accountsSeeing } from '../queries/portal-scope.ts';

/** Answers and ends of cases go into the outbox of the portal (SE-31), in the transaction of the event. */
export const tellOfAnswers = (): void => addCaseListener({ onCaseEvent: noteEvent });

async function noteEvent(ctx: Context, event: CaseEvent): Promise<void> {
  if (event.kind !== 'replied' && event.kind !== 'closed') return;
  // A reply by mail is there already; in a chat they read it as it is written.
  if (event.kind === 'replied' && !(await isForPortal(ctx, event.messageId))) return;
  const { round } = await ctx.db.one<{ round: number }>(sql`SELECT reopen_count AS round FROM service_case WHERE id = ${event.caseId}`);
  for (const account of await accountsSeeing(ctx, event.caseId)) {
    if (account.isMailOn) await noteMail(ctx, { email: account.email, locale: account.locale, account: account.id, caseId: event.caseId, message: event.kind === 'replied' ? (event.messageId ?? null) : null, kind: event.kind === 'replied' ? 'reply' : 'closed', round });
  }
}

const isForPortal = async (ctx: Context, message: Id | undefined): Promise<boolean> =>
  (await ctx.db.maybe(sql`SELECT 1 FROM case_message WHERE id = ${message ?? null}::uuid AND channel NOT IN ('mail', 'chat')`)) !== undefined;

export interface CustomerMail {
  readonly email: string;
  readonly locale: string;
  readonly account: Id | null;
  readonly caseId: Id;
  readonly message: Id | null;
  readonly kind: 'reply' | 'closed' | 'chat';
  readonly round: number;
}

/** Puts one mail into the outbox; once for a message and an address, once for an end and a round. */
export async function noteMail(ctx: Context, mail: CustomerMail): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO portal_notice (id, email, locale, account_id, case_id, message_id, kind, round, created_at)
    VALUES (${ctx.newId()}, ${mail.email}, ${mail.locale}, ${mail.account}, ${mail.caseId}, ${mail.message}, ${mail.kind}, ${mail.round}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
}
