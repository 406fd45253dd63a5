import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { CaseChannel } from '../../objects/case.object.ts';
import { serviceNotices } from '../../service.notices.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { type CaseRow, lockCase } from '../case-rows.ts';
import { resumeClocks, stopClocks } from '../clocks/run-clocks.ts';
import { letSee, peopleOf } from './case-people.ts';
import { takeFiles } from './message-files.ts';

export interface CaseMessageDraft {
  readonly kind: 'incoming' | 'reply' | 'note';
  readonly channel: CaseChannel;
  readonly body: string;
  readonly html?: string | null;
  readonly authorName?: string | null;
  readonly mailId?: Id;
  /** People to call in; they see the case from now on. */
  readonly mentions?: readonly Id[];
  readonly sourceKey?: string;
  /** Files that the writer added to the case before. */
  readonly files?: readonly Id[];
  /** Wakes nobody: the first mail of a new case, or one that a machine wrote. */
  readonly isQuiet?: boolean;
}

/**
 * Adds a message to a case; the caller has asked for the rights. A customer's message wakes a case that waited for them;
 * the first reply stops the clock of the first response. Errors: record.not-found, record.wrong-state for a merged one.
 */
export async function addMessage(ctx: Context, caseId: Id, draft: CaseMessageDraft): Promise<{ readonly id: Id }> {
  const row = await lockCase(ctx, caseId);
  if (row.state === 'merged') throw fail('record.wrong-state');
  const known = draft.sourceKey === undefined ? undefined : await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_message WHERE source_key = ${draft.sourceKey}`);
  if (known) return known;
  const { kind, channel, body } = draft;
  const id = await insertRecord(ctx, 'caseMessage', {
    values: { case: caseId, customer: row.customerId, kind, channel, body, author: kind === 'incoming' ? null : authorOf(ctx), authorName: draft.authorName ?? null },
    columns: { html: draft.html ?? null, mail_id: draft.mailId ?? null, source_key: draft.sourceKey ?? null },
  });
  if (draft.files) await takeFiles(ctx, caseId, id, draft.files);
  if (kind === 'incoming' && draft.isQuiet !== true) await heard(ctx, row, id);
  if (kind === 'reply') await replied(ctx, row, id);
  for (const person of draft.mentions ?? []) {
    await letSee(ctx, caseId, person, 'read');
    await ctx.db.run(sql`INSERT INTO case_watcher (case_id, user_id, since) VALUES (${caseId}, ${person}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
  }
  if ((draft.mentions ?? []).length > 0) await notify(ctx, { to: draft.mentions ?? [], kind: serviceNotices.given, params: { number: row.number, subject: row.subject }, link: { object: 'case', id: caseId } });
  return { id };
}

async function heard(ctx: Context, row: CaseRow, messageId: Id): Promise<void> {
  if (row.state === 'waiting') {
    await changeRecord(ctx, 'case', row.id, { state: 'open' });
    await resumeClocks(ctx, row.id, row.unitId);
  }
  const to = await peopleOf(ctx, row);
  await notify(ctx, { to, kind: serviceNotices.incoming, params: { number: row.number, subject: row.subject }, link: { object: 'case', id: row.id } });
  await tellCaseListeners(ctx, { kind: 'incoming', caseId: row.id, number: row.number, customerId: row.customerId, channel: row.channel, messageId });
}

async function replied(ctx: Context, row: CaseRow, messageId: Id): Promise<void> {
  if (row.firstResponseAt === null) {
    await changeRecord(ctx, 'case', row.id, { firstResponseAt: ctx.now.toISOString() });
    await stopClocks(ctx, row.id, ['firstResponse']);
  }
  await tellCaseListeners(ctx, { kind: 'replied', caseId: row.id, number: row.number, customerId: row.customerId, channel: row.channel, messageId });
}
