import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { loadForUpdate } from '#platform/records/get-record.ts';
import { recordWrite } from '#platform/records/write-record.ts';
import { lastDayOf } from '../../rules/skill-validity.ts';
import { requirePerson } from '../team-people.ts';

export interface HeldSkill {
  readonly person: Id;
  readonly skill: Id;
  readonly level: number;
  readonly certificateNumber: string | null;
  /** ISO days. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly note: string | null;
}

interface SkillRow { readonly name: string; readonly needsCertificate: boolean; readonly validMonths: number | null }

async function skillOf(ctx: Context, id: Id): Promise<SkillRow> {
  const row = await ctx.db.maybe<SkillRow>(sql`SELECT name, needs_certificate AS "needsCertificate", valid_months AS "validMonths" FROM skill WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.invalid', { count: 1 }, [{ path: 'skill', code: 'not-found', params: { value: '' } }]);
  return row;
}

/** Says that somebody holds a skill, or renews it: one row a person and skill (SE-40). Errors: record.invalid, where a certificate is needed too. */
export async function holdSkill(ctx: Context, held: HeldSkill): Promise<{ readonly id: Id }> {
  const person = await requirePerson(ctx, { object: 'staffSkill', action: 'create', id: held.person });
  const skill = await skillOf(ctx, held.skill);
  if (skill.needsCertificate && (held.certificateNumber ?? '') === '') throw fail('record.invalid', { count: 1 }, [{ path: 'certificateNumber', code: 'required' }]);
  if (held.validUntil !== null && held.validUntil < held.validFrom) throw fail('record.invalid', { count: 1 }, [{ path: 'validUntil', code: 'invalid' }]);
  return { id: await writeHeld(ctx, { person: held.person, skill: held.skill, unit: person.unitId }, { ...held, subject: skill.name, source: 'entered', exam: null }) };
}

/** An exam that was passed grants its skill from today; a level held already never falls by it. The caller has asked for the rights. */
export async function grantSkill(ctx: Context, { person, skill, level, exam }: { person: Id; skill: Id; level: number; exam: Id }): Promise<void> {
  const { name, validMonths } = await skillOf(ctx, skill);
  const today = localDate(ctx.now, ctx.timeZone);
  const { unit } = await ctx.db.one<{ unit: Id | null }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${person}`);
  const before = await ctx.db.maybe<{ level: number }>(sql`
    SELECT level FROM staff_skill WHERE owner_id = ${person} AND skill_id = ${skill} AND deleted_at IS NULL AND (valid_until IS NULL OR valid_until >= ${today})`);
  await writeHeld(ctx, { person, skill, unit }, { subject: name, level: Math.max(level, before?.level ?? 0), validFrom: today, validUntil: lastDayOf(today, validMonths), source: 'exam', exam });
}

async function writeHeld(ctx: Context, { person, skill, unit }: { person: Id; skill: Id; unit: Id | null }, given: Readonly<Record<string, unknown>>): Promise<Id> {
  const fields = ['subject', 'level', 'certificateNumber', 'validFrom', 'validUntil', 'note', 'source', 'exam'];
  const values = Object.fromEntries(Object.entries(given).filter(([key]) => fields.includes(key)));
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413089, hashtext(${`${person}/${skill}`}))`);
  const known = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM staff_skill WHERE owner_id = ${person} AND skill_id = ${skill} AND deleted_at IS NULL`);
  if (!known) return insertRecord(ctx, 'staffSkill', { values: { ...values, skill, owner: person, unit } });
  await changeRecord(ctx, 'staffSkill', known.id, values);
  return known.id;
}

/** Takes a skill away; its history stays. Errors: record.not-found, auth.forbidden. */
export async function dropSkill(ctx: Context, id: Id): Promise<void> {
  const def = objectDef(ctx, 'staffSkill');
  await requireRecord(ctx, def, 'delete', id);
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  await ctx.db.run(sql`UPDATE staff_skill SET deleted_at = ${ctx.now.toISOString()}, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}, version = version + 1 WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'delete', recordId: id, version: before.version + 1 });
}
