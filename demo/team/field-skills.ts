import sql from 'sql-template-tag';
import { addDays, localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import type { TeamDemo } from './load-team.ts';

/** What service orders ask for beyond the electrician's work, which the desk's list has already. */
const more = [['plumbing', '管道维修', true], ['appliance', '家电维修', true], ['cleaning', '保洁绿化', false]] as const;
/** Who does what, by the place in the team; the certificate of the fourth ends soon. */
const held: readonly (readonly string[])[] = [['electric', 'plumbing'], ['electric', 'plumbing'], ['electric', 'appliance'], ['appliance', 'electric'], ['plumbing', 'appliance'], ['cleaning', 'plumbing']];
const SOON = 3;

/** The field workers' skills, so that the dispatcher sees who fits an order (SE-11, SE-40). */
export async function giveFieldSkills(ctx: Context, dice: Dice, { supervisor }: Pick<TeamDemo, 'supervisor'>): Promise<void> {
  const began = new Date(ctx.now.getTime() - 60 * 86_400_000);
  const today = localDate(ctx.now, ctx.timeZone);
  const record = (values: Readonly<Record<string, unknown>>) => ({ id: dice.id(began), at: began, author: supervisor, values });
  await insertRecords(ctx, 'skill', more.map(([code, name, needsCertificate]) => record({ code, name, needsCertificate, validMonths: 12, state: 'active' })));
  const skills = await ctx.db.rows<{ id: string; code: string; name: string; isCertified: boolean }>(sql`
    SELECT id, code, name, needs_certificate AS "isCertified" FROM skill WHERE deleted_at IS NULL`);
  const workers = await ctx.db.rows<{ id: string; unit: string }>(sql`
    SELECT u.id, u.unit_id AS unit FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.role = 'fieldWorker' WHERE u.deleted_at IS NULL ORDER BY u.username`);
  await insertRecords(ctx, 'staffSkill', workers.flatMap((worker, place) => (held[place % held.length] ?? []).flatMap((code, at) => {
    const skill = skills.find((each) => each.code === code);
    return skill === undefined ? [] : [record({
      subject: skill.name, skill: skill.id, level: 2 + ((place + at) % 3), certificateNumber: skill.isCertified ? `ZY-2026-${String(place * 2 + at + 1).padStart(3, '0')}` : null,
      validFrom: addDays(today, -150), validUntil: addDays(today, place === SOON && at === 0 ? 19 : 215), source: 'entered', owner: worker.id, unit: worker.unit,
    })];
  })));
}
