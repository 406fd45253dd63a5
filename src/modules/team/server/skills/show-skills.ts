import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { countsOn } from '../../rules/skill-validity.ts';
import { reachSql, reachesOthers } from '../team-people.ts';
import type { skillBoardAnswer } from './skills.answers.ts';

type Board = Answered<typeof skillBoardAnswer>;
interface HeldRow extends Omit<Board['held'][number], 'isCounting' | 'daysLeft'> { readonly validFrom: string }

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Skills across the people whom the caller may see, with what is still valid (SE-40). Errors: auth.forbidden where a needed field is kept from them. */
export async function showSkills(ctx: Context): Promise<Board> {
  requireFields(ctx, 'staffSkill', 'subject', 'skill', 'level', 'validFrom', 'validUntil');
  const def = objectDef(ctx, 'staffSkill');
  const mayKeep = reachesOthers(ctx, 'staffSkill', 'create');
  const [skills, people, held] = await Promise.all([
    ctx.db.rows<Board['skills'][number]>(sql`SELECT id, code, name, needs_certificate AS "needsCertificate", valid_months AS "validMonths" FROM skill WHERE state = 'active' AND deleted_at IS NULL ORDER BY name, id LIMIT 200`),
    ctx.db.rows<Board['people'][number]>(sql`
      SELECT u.id, u.name, n.name AS unit FROM app_user u LEFT JOIN org_unit n ON n.id = u.unit_id WHERE u.is_active AND u.deleted_at IS NULL
        AND (EXISTS (SELECT 1 FROM staff_skill x WHERE x.owner_id = u.id AND x.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'x')})
          OR (${mayKeep} AND ${reachSql(ctx, 'staffSkill', 'create')} AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object = 'shift' AND g.action = 'read' AND g.scope = 'unit')))
      ORDER BY n.name NULLS LAST, u.name, u.id LIMIT 500`),
    ctx.db.rows<HeldRow>(sql`
      SELECT x.id, x.owner_id AS person, x.skill_id AS skill, x.subject, x.level, x.certificate_number AS "certificateNumber", x.valid_from::text AS "validFrom", x.valid_until::text AS "validUntil", x.source, x.note,
        EXISTS (SELECT 1 FROM file_object f WHERE f.record_id = x.id AND f.deleted_at IS NULL) AS "hasProof"
      FROM staff_skill x WHERE x.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'x')} ORDER BY x.valid_until NULLS LAST, x.id LIMIT 5000`),
  ]);
  const today = localDate(ctx.now, ctx.timeZone);
  const sees = (field: string) => seesFields(ctx, 'staffSkill', field);
  return {
    today, mayKeep, skills, people,
    held: held.map((row) => ({
      ...row, certificateNumber: sees('certificateNumber') ? row.certificateNumber : null, note: sees('note') ? row.note : null,
      isCounting: countsOn(row, today), daysLeft: row.validUntil === null ? null : daysBetween(today, row.validUntil),
    })),
  };
}

/** Where a skill is asked for: service types and queues. */
export const skillUses = (ctx: Pick<Context, 'db'>) => ctx.db.rows<{ id: Id; name: string; skills: string[] }>(sql`SELECT id, name, skills FROM case_type WHERE deleted_at IS NULL AND is_active ORDER BY position, name`);
