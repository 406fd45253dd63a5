import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { peekCertificate } from '../line/peek-certificate.ts';
import { imapOfLine, loadMailbox } from '../queries/mailbox-rows.ts';

/**
 * Trusts the certificate that a mailbox's server shows now, and no other one, when it is the one that the administrator
 * saw (SEC-33). Errors: record.not-found, record.invalid when the server shows another one or none.
 */
export async function pinCertificate(ctx: Context, id: Id, sha256: string): Promise<void> {
  const box = await loadMailbox(ctx.db, id);
  if (!box) throw fail('record.not-found');
  const seen = await peekCertificate(imapOfLine(box));
  if (seen?.sha256 !== sha256) throw fail('record.invalid', { count: 1 }, [{ path: 'sha256', code: 'not-found', params: { value: '' } }]);
  await keep(ctx, id, seen);
}

/** Trusts known authorities only, as for any mailbox. Errors: record.not-found. */
export async function dropPin(ctx: Context, id: Id): Promise<void> {
  if (!(await loadMailbox(ctx.db, id))) throw fail('record.not-found');
  await keep(ctx, id, null);
}

async function keep(ctx: Context, id: Id, pin: { readonly sha256: string; readonly pem: string } | null): Promise<void> {
  await ctx.db.run(sql`
    UPDATE mailbox SET imap_pin = ${pin?.sha256 ?? null}, imap_pin_pem = ${pin?.pem ?? null}, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${id}`);
  await writeAudit(ctx, [{ action: 'update', object: 'mailbox', recordId: id, detail: { certificate: pin?.sha256 ?? null } }]);
}
