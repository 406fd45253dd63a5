import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { fillText } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type MacroStep, readMacroSteps } from '../../rules/macro.ts';
import { type CaseRow, isOver, takeCase } from '../case-rows.ts';
import { addMessage } from '../cases/add-message.ts';
import { handOnCase, waitForCustomer } from '../cases/move-case.ts';

/**
 * Does all that a macro says to one case, or nothing of it (SE-10). Errors: record.not-found, record.wrong-state for a case
 * that is over, record.invalid for a macro that cannot be read, and whatever its acts refuse.
 */
export async function runMacro(ctx: Context, caseId: Id, macroId: Id): Promise<{ readonly done: number }> {
  const row = await takeCase(ctx, caseId);
  if (isOver(row.state)) throw fail('record.wrong-state');
  const macro = await ctx.db.maybe<{ steps: unknown }>(sql`SELECT steps FROM case_macro WHERE id = ${macroId} AND is_active AND deleted_at IS NULL`);
  if (!macro) throw fail('record.not-found');
  const steps = readMacroSteps(macro.steps);
  if (!steps) throw fail('record.invalid', { count: 1 }, [{ path: 'steps', code: 'wrong-type' }]);
  const words = await mergeWords(ctx, row);
  for (const step of steps) await doStep(ctx, row, step, words);
  return { done: steps.length };
}

type Words = Readonly<Record<string, string>>;

async function doStep(ctx: Context, row: CaseRow, step: MacroStep, words: Words): Promise<void> {
  switch (step.do) {
    case 'reply':
    case 'note':
      await addMessage(ctx, row.id, { kind: step.do, channel: row.channel, body: fillText(step.text, words) });
      return;
    case 'priority':
      await changeRecord(ctx, 'case', row.id, { priority: step.to });
      return;
    case 'tag': {
      const { tags } = await ctx.db.one<{ tags: readonly string[] }>(sql`SELECT tags FROM service_case WHERE id = ${row.id}`);
      if (!tags.includes(step.tag)) await changeRecord(ctx, 'case', row.id, { tags: [...tags, step.tag] });
      return;
    }
    case 'handOn':
      await handOnCase(ctx, row.id, step.to, null);
      return;
    case 'wait':
      await waitForCustomer(ctx, row.id, fillText(step.reason, words));
  }
}

/** What stands for {customer}, {number}, {agent} and {due}; a blank for what is not known. */
async function mergeWords(ctx: Context, row: CaseRow): Promise<Words> {
  const { customer, due } = await ctx.db.one<{ customer: string | null; due: string | null }>(sql`
    SELECT coalesce(cu.name, c.reporter_name) AS customer, to_char(c.due_at AT TIME ZONE ${ctx.timeZone}, 'YYYY-MM-DD HH24:MI') AS due
    FROM service_case c LEFT JOIN customer cu ON cu.id = c.customer_id WHERE c.id = ${row.id}`);
  return { customer: customer ?? '', number: row.number, agent: ctx.actor.name, due: due ?? '' };
}
