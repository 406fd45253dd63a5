import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { countsOn } from '../../rules/skill-validity.ts';

export interface TeamNeed {
  readonly people: readonly Id[];
  /** Codes or names of skills. A word that is not on the company's list asks for nothing. */
  readonly skills: readonly string[];
  /** Instants; the same one twice: at that moment. */
  readonly from: Date;
  readonly to: Date;
}

export interface Objection {
  readonly userId: Id;
  readonly kind: 'skill' | 'shift' | 'leave';
  readonly reason: Bilingual;
}

interface HeldRow { readonly userId: Id; readonly skillId: Id; readonly validFrom: string; readonly validUntil: string | null }

/** Why each of these people cannot take it: skills that they lack or that are over, not on shift, on leave (SE-40). Several reasons are several objections. */
export async function objectionsTo(ctx: Pick<Context, 'db' | 'timeZone'>, need: TeamNeed): Promise<readonly Objection[]> {
  if (need.people.length === 0) return [];
  return [...await lackOfSkills(ctx, need), ...await offShift(ctx, need), ...await onLeave(ctx, need)];
}

async function lackOfSkills(ctx: Pick<Context, 'db' | 'timeZone'>, { people, skills, from }: TeamNeed): Promise<readonly Objection[]> {
  const words = [...new Set(skills.map((word) => word.trim().toLowerCase()))].filter((word) => word !== '');
  if (words.length === 0) return [];
  const wanted = await ctx.db.rows<{ id: Id; name: string }>(sql`
    SELECT id, name FROM skill WHERE state = 'active' AND deleted_at IS NULL AND (lower(code) = ANY(${words}) OR lower(name) = ANY(${words})) ORDER BY name`);
  const held = await ctx.db.rows<HeldRow>(sql`
    SELECT owner_id AS "userId", skill_id AS "skillId", valid_from::text AS "validFrom", valid_until::text AS "validUntil" FROM staff_skill
    WHERE owner_id = ANY(${[...people]}::uuid[]) AND skill_id = ANY(${wanted.map(({ id }) => id)}::uuid[]) AND deleted_at IS NULL`);
  const day = localDate(from, ctx.timeZone);
  return people.flatMap((userId) => wanted.flatMap(({ id, name }): Objection[] => {
    const own = held.find((row) => row.userId === userId && row.skillId === id);
    if (own && countsOn(own, day)) return [];
    const isOver = own?.validUntil != null && own.validUntil < day;
    return [{ userId, kind: 'skill', reason: isOver ? { 'zh-CN': `技能已过期：${name}（至 ${own.validUntil ?? ''}）`, en: `skill no longer valid: ${name} (until ${own.validUntil ?? ''})` } : { 'zh-CN': `没有技能：${name}`, en: `lacks the skill ${name}` } }];
  }));
}

/** Only where the person's unit plans shifts and has published some for that day; elsewhere everybody counts. */
async function offShift(ctx: Pick<Context, 'db'>, { people, from, to }: TeamNeed): Promise<readonly Objection[]> {
  const [start, end] = [from.toISOString(), to.toISOString()];
  const off = await ctx.db.rows<{ userId: Id }>(sql`
    SELECT u.id AS "userId" FROM app_user u JOIN shift_unit p ON p.unit_id = u.unit_id AND p.is_planned AND p.deleted_at IS NULL WHERE u.id = ANY(${[...people]}::uuid[])
      AND EXISTS (SELECT 1 FROM shift s WHERE s.unit_id = p.unit_id AND s.state = 'on' AND s.deleted_at IS NULL AND s.starts_at < ${start}::timestamptz + interval '1 day' AND s.ends_at > ${start}::timestamptz - interval '1 day')
      AND NOT EXISTS (SELECT 1 FROM shift s WHERE s.owner_id = u.id AND s.state = 'on' AND s.deleted_at IS NULL AND s.starts_at <= ${start} AND s.ends_at >= ${end})`);
  return off.map(({ userId }) => ({ userId, kind: 'shift', reason: { 'zh-CN': '这个时段不当班', en: 'is not on shift then' } }));
}

async function onLeave(ctx: Pick<Context, 'db' | 'timeZone'>, { people, from, to }: TeamNeed): Promise<readonly Objection[]> {
  const away = await ctx.db.rows<{ userId: Id; until: string }>(sql`
    SELECT owner_id AS "userId", max(to_day)::text AS until FROM staff_absence WHERE owner_id = ANY(${[...people]}::uuid[]) AND deleted_at IS NULL
      AND from_day <= ${localDate(to, ctx.timeZone)} AND to_day >= ${localDate(from, ctx.timeZone)} GROUP BY owner_id`);
  return away.map(({ userId, until }) => ({ userId, kind: 'leave', reason: { 'zh-CN': `请假至 ${until}`, en: `is on leave until ${until}` } }));
}
