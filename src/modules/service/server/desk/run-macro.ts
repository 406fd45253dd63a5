import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { fillText } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Answered } from '#platform/http/answer.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';
import { type MacroStep, readMacroSteps } from '../../rules/macro.ts';
import { type CaseRow, caseOf, isOver, takeCase } from '../case-rows.ts';
import { addMessage } from '../cases/add-message.ts';
import { handOnCase, waitForCustomer } from '../cases/move-case.ts';
import type { caseMacrosAnswer } from './desk.answers.ts';

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

/** The macros of the desk as they would act on a case, their texts filled in (SE-10). Errors: record.not-found. */
export async function showMacros(ctx: Context, caseId: Id): Promise<Macros> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', caseId);
  const words = await mergeWords(ctx, await caseOf(ctx, caseId));
  const rows = await ctx.db.rows<{ id: Id; name: string; steps: unknown }>(sql`SELECT id, name, steps FROM case_macro WHERE is_active AND deleted_at IS NULL ORDER BY position, name, id LIMIT 100`);
  const read = rows.map((row) => ({ ...row, acts: readMacroSteps(row.steps) }));
  const people = read.flatMap(({ acts }) => (acts ?? []).flatMap((act) => (act.do === 'handOn' ? [act.to] : [])));
  const named = people.length === 0 ? [] : await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${people}::uuid[])`);
  const names = new Map(named.map((person) => [person.id, person.name]));
  return { data: read.map(({ id, name, acts }) => ({ id, name, isReadable: acts !== undefined, steps: (acts ?? []).map((act) => ({ do: act.do, text: wordsOf(act, words), name: act.do === 'handOn' ? (names.get(act.to) ?? null) : null })) })) };
}

type Macros = Answered<typeof caseMacrosAnswer>;

function wordsOf(act: MacroStep, words: Words): string {
  switch (act.do) {
    case 'reply':
    case 'note': return fillText(act.text, words);
    case 'wait': return fillText(act.reason, words);
    case 'priority': return act.to;
    case 'tag': return act.tag;
    case 'handOn': return '';
  }
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
      await handOnCase(ctx, row.id, step.to);
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
