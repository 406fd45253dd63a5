import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';

/** Says which skills of the company's list a service type asks for; other words on it stay. Errors: record.not-found, auth.forbidden. */
export async function askForSkills(ctx: Context, caseType: Id, codes: readonly string[]): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'caseType'), 'update', caseType);
  const known = new Set((await ctx.db.rows<{ code: string }>(sql`SELECT code FROM skill WHERE deleted_at IS NULL`)).map(({ code }) => code));
  const { skills } = await ctx.db.one<{ skills: string[] }>(sql`SELECT skills FROM case_type WHERE id = ${caseType} FOR UPDATE`);
  await changeRecord(ctx, 'caseType', caseType, { skills: [...new Set([...skills.filter((code) => !known.has(code)), ...codes.filter((code) => known.has(code))])] });
}
