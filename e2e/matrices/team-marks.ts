import sql, { type RawValue, join, raw } from 'sql-template-tag';
import type { TestApp } from '#app/test-app.ts';

/** Stands in what is somebody's own: notes, reasons, what they wrote. */
export const MARK = '矩阵暗记';
/** Stands in right answers alone. */
export const KEY = '答案暗记';
/** Why somebody is away. */
export const LEAVE = '病由暗记';

/** What a person has with the service team (SE-40), for one cell each; ids. */
export interface Marked {
  readonly person: string;
  readonly unit: string;
  /** The Monday of a week of the unit that is planned. */
  readonly week: string;
  readonly held: string;
  readonly proof: string;
  readonly absence: string;
  readonly attempt: string;
  readonly place: string;
  readonly session: string;
  readonly empty: string;
  readonly induction: string;
  readonly step: string;
  readonly shift: string;
  readonly asked: string;
  readonly withdrawn: string;
  readonly agreed: string;
  readonly case: string;
}

export interface TeamLists { readonly skill: string; readonly fresh: string; readonly pattern: string; readonly course: string; readonly exam: string; readonly plan: string; readonly caseType: string }

const AT = '2026-01-15T00:00:00Z';
let serial = 0;

async function done(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const { status, text, body } = await pending;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}

/** What the company's team works by: one of each list. */
export async function makeTeamLists({ admin, services }: TestApp): Promise<TeamLists> {
  const [skill, fresh] = [await done(admin.post('/skills', { code: 'held', name: '已有技能' })), await done(admin.post('/skills', { code: 'fresh', name: '新技能' }))];
  await done(admin.post('/team/shift-patterns/load'));
  await done(admin.post('/team/induction-plans/load'));
  await done(admin.post('/service/setup', { pack: 'service-days', unit: null, members: [] }));
  const course = await done(admin.post('/courses', { name: '矩阵课程' }));
  const exam = await done(admin.post('/team/exams', {
    name: '矩阵考试', about: null, course: null, minutes: 30, passMark: 60, maxAttempts: 9, drawCount: null, skill: null, skillLevel: null, state: 'active',
    questions: [{ key: 'say', kind: 'text', text: '怎样安抚客户', options: [], correct: [], points: 4, guide: KEY }],
  }));
  const first = (table: string) => services.database.one<{ id: string }>(sql`SELECT id FROM ${raw(table)} ORDER BY created_at, id LIMIT 1`);
  const [pattern, plan, caseType] = [await first('shift_template'), await first('induction_plan'), await first('case_type')];
  return { skill: String(skill['id']), fresh: String(fresh['id']), pattern: pattern.id, course: String(course['id']), exam: String(exam['id']), plan: plan.id, caseType: caseType.id };
}

const day = (of: number): string => new Date(Date.UTC(2030, 0, 7 + of)).toISOString().slice(0, 10);
const monday = (of: number): string => day(7 * of);

/** Gives the person one of everything, new each time; `mentor`: somebody who is nobody's owner here. */
export async function markTeam(app: TestApp, lists: TeamLists, { person, mentor }: { readonly person: string; readonly mentor: string }): Promise<Marked> {
  serial += 1;
  const db = app.services.database;
  const { unit } = await db.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${person}`);
  const put = async (table: string, values: Readonly<Record<string, RawValue>>, own = true): Promise<string> => {
    const id = app.services.newId();
    const all: Readonly<Record<string, RawValue>> = { id, ...values, created_at: AT, updated_at: AT, ...(own && { owner_id: person, unit_id: unit }) };
    await db.run(sql`INSERT INTO ${raw(table)} (${raw(Object.keys(all).join(', '))}) VALUES (${join(Object.values(all))})`);
    return id;
  };
  await db.run(sql`UPDATE staff_skill SET deleted_at = ${AT} WHERE owner_id = ${person}`);
  await db.run(sql`UPDATE induction SET state = 'done' WHERE owner_id = ${person}`);
  const held = await put('staff_skill', { subject: '已有技能', skill_id: lists.skill, level: 2, valid_from: '2026-01-01', note: MARK });
  const meeting = { subject: '矩阵课程', course_id: lists.course, starts_at: new Date(Date.UTC(2031, 0, serial, 1)).toISOString(), ends_at: new Date(Date.UTC(2031, 0, serial, 2)).toISOString() };
  const session = await put('training_session', meeting, false);
  const induction = await put('induction', { subject: MARK, plan_id: lists.plan, mentor_id: mentor, started_on: '2026-01-05', due_on: '2026-03-05', step_count: 2 });
  const step = await put('induction_step', { induction_id: induction, position: 0, title: MARK, phase: 'class', due_on: '2026-01-06' }, false);
  await put('induction_step', { induction_id: induction, position: 1, title: MARK, phase: 'class', due_on: '2026-01-07' }, false);
  const plan = await put('shift_plan', { subject: '矩阵周', week_start: monday(serial), state: 'published' });
  const shiftOn = (of: number) => put('shift', { subject: '早班', plan_id: plan, template_id: lists.pattern, on_day: day(7 * serial + of), starts_at: `${day(7 * serial + of)}T00:00:00Z`, ends_at: `${day(7 * serial + of)}T08:00:00Z` });
  const swap = async (of: number, state: string) => put('shift_swap', { subject: '早班', shift_id: await shiftOn(of), partner_id: mentor, reason: MARK, state });
  const attempt = await put('exam_attempt', { subject: '矩阵考试', exam_id: lists.exam, edition: 1, number: serial * 10, paper: JSON.stringify([{ key: 'say', options: [] }]), started_at: AT, ends_at: AT, submitted_at: AT, state: 'marking' });
  await db.run(sql`INSERT INTO exam_answer (attempt_id, question, value, turn, saved_at) VALUES (${attempt}, 'say', ${JSON.stringify([MARK])}, 1, ${AT})`);
  return {
    person, unit, week: monday(serial), held, proof: await proofOf(app, held), attempt, session, induction, step,
    absence: await put('staff_absence', { kind: 'sick', from_day: '2030-01-07', to_day: '2039-12-31', note: LEAVE }), place: await put('training_place', { subject: '矩阵课程', session_id: session, note: MARK }),
    empty: await put('training_session', meeting, false), shift: await shiftOn(0), asked: await swap(1, 'asked'), withdrawn: await swap(2, 'asked'), agreed: await swap(3, 'agreed'),
    case: String((await done(app.admin.post('/service/cases', { caseType: lists.caseType, channel: 'web', subject: '矩阵诉求', owner: person })))['id']),
  };
}

/** The certificate of a skill, as a file of its record. */
async function proofOf(app: TestApp, held: string): Promise<string> {
  const answer = await fetch(`${app.url}/api/v1/files?object=staffSkill&record=${held}&name=proof.txt`, {
    method: 'POST', body: MARK, headers: { cookie: app.admin.cookie(), 'content-type': 'application/octet-stream', origin: app.url, 'idempotency-key': held },
  });
  const body: unknown = await answer.json();
  if (typeof body !== 'object' || body === null || !('id' in body)) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return String(body.id);
}
