import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfWeek } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { spanOfShift } from '#modules/team/rules/shift-times.ts';
import { shippedInduction } from '#modules/team/library/shipped-induction.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import { deskQuestions } from './team-exam.ts';

export interface TeamDemo { readonly unit: Id; readonly supervisor: Id; readonly agents: readonly Id[] }

const DAY = 86_400_000;
const patterns = [
  { name: '早班', shortName: '早', starts: '08:00', ends: '16:00', colour: 'qing' }, { name: '中班', shortName: '中', starts: '14:00', ends: '22:00', colour: 'hu' }, { name: '夜班', shortName: '夜', starts: '22:00', ends: '08:00', colour: 'ju' },
] as const;

const missed = ['no-leaks', 'promise'] as const;

interface Maker { readonly ctx: Context; readonly dice: Dice; readonly began: Date; readonly today: string; readonly people: TeamDemo }
/** Written by the supervisor when the demo's company began with it. */
const record = ({ dice, began, people }: Maker, values: Readonly<Record<string, unknown>>) => ({ id: dice.id(began), at: began, author: people.supervisor, values });

/** The service team of the demo: skills of which some end, four weeks of shifts, courses, an exam with results, a newcomer (SE-40). */
export async function loadTeam(ctx: Context, dice: Dice, people: TeamDemo): Promise<void> {
  const maker: Maker = { ctx, dice, people, began: new Date(ctx.now.getTime() - 60 * DAY), today: localDate(ctx.now, ctx.timeZone) };
  const skills = await makeSkills(maker);
  await makeShifts(maker);
  const courses = await makeCourses(maker);
  await makeExam(maker, skills[0] ?? '', courses[0] ?? '');
  await makeInduction(maker);
}

async function makeSkills(maker: Maker): Promise<readonly Id[]> {
  const { ctx, people, today } = maker;
  const skills = [['desk', '客服上岗', false], ['complaint', '投诉处理', false], ['electric', '电工作业', true], ['english', '英语接待', false]].map(([code, name, needsCertificate]) => record(maker, { code, name, needsCertificate, validMonths: 12, state: 'active' }));
  await insertRecords(ctx, 'skill', skills);
  // Days from today to the last one: some far, one near, one over.
  const ends = [300, 21, 5, -6, 180, 90];
  const held = people.agents.flatMap((owner, at) => skills.slice(0, 2 + (at % 3)).map((skill, place) => record(maker, {
    subject: skill.values.name, skill: skill.id, level: 1 + ((at + place) % 5), certificateNumber: skill.values.needsCertificate === true ? `DG-2025-${String(at + 1).padStart(3, '0')}` : null, validFrom: addDays(today, -200),
    validUntil: addDays(today, place === 0 ? 200 + at : (ends[(at + place) % ends.length] ?? 90)), source: 'entered', owner, unit: people.unit,
  })));
  await insertRecords(ctx, 'staffSkill', held);
  return skills.map(({ id }) => id);
}

/** The week before last to the one after next, everybody five shifts in turn; the last week is a draft. */
async function makeShifts(maker: Maker): Promise<void> {
  const { ctx, people, today, began } = maker;
  const templates = patterns.map((pattern, position) => record(maker, { ...pattern, breakMinutes: 45, position, state: 'active' }));
  await insertRecords(ctx, 'shiftTemplate', templates);
  const cover = Array.from({ length: 7 }, (_, weekday) => [{ template: templates[0]?.id, weekday, heads: weekday < 5 ? 2 : 1 }, { template: templates[1]?.id, weekday, heads: 1 }]).flat();
  const { name } = await ctx.db.one<{ name: string }>(sql`SELECT name FROM org_unit WHERE id = ${people.unit}`);
  // The desk of the demo answers round the clock, so its cases are not held to the plan.
  await insertRecords(ctx, 'shiftUnit', [record(maker, { subject: name, isPlanned: false, cover, owner: people.supervisor, unit: people.unit })]);
  await ctx.db.run(sql`UPDATE shift_unit SET cover = ${JSON.stringify(cover)} WHERE unit_id = ${people.unit}`);
  for (const [at, week] of [-7, 0, 7, 14].map((days) => addDays(startOfWeek(today), days)).entries()) {
    const isDraft = at === 3;
    const plan = record(maker, { subject: `${name} ${week}`, weekStart: week, state: isDraft ? 'draft' : 'published', publishedAt: isDraft ? null : began.toISOString(), owner: people.supervisor, unit: people.unit });
    await insertRecords(ctx, 'shiftPlan', [plan]);
    const entries = people.agents.flatMap((owner, place) => Array.from({ length: 5 }, (_, turn) => ({ owner, day: addDays(week, (turn + place) % 7), template: templates[(Math.floor(place / 2) + at) % 2] ?? templates[0] })));
    for (const { owner, day, template } of entries) if (template) await ctx.db.run(sql`INSERT INTO shift_entry (plan_id, user_id, on_day, template_id) VALUES (${plan.id}, ${owner}, ${day}, ${template.id}) ON CONFLICT DO NOTHING`);
    if (isDraft) continue;
    await insertRecords(ctx, 'shift', entries.flatMap(({ owner, day, template }) => {
      if (!template) return [];
      const { from, to } = spanOfShift(patterns.find((pattern) => pattern.name === template.values.name) ?? patterns[0], day, ctx.timeZone);
      return [record(maker, { subject: `${String(template.values.name)} ${day}`, plan: plan.id, template: template.id, onDay: day, startsAt: from.toISOString(), endsAt: to.toISOString(), breakMinutes: 45, state: 'on', owner, unit: people.unit })];
    }));
  }
}

async function makeCourses(maker: Maker): Promise<readonly Id[]> {
  const { ctx, people } = maker;
  const courses = [['倾听与答复', 'classroom', '先听完、复述确认、再说明；情景对练。', 4], ['投诉处理实务', 'onTheJob', '从受理到回访，跟办三件真实投诉。', 12]].map(([name, kind, about, hours]) => record(maker, { name, kind, about, hours, state: 'active' }));
  await insertRecords(ctx, 'course', courses);
  const sessions = courses.flatMap((course, at) => [-20 + at * 4, 6 + at * 3].map((days) => {
    const start = new Date(Date.parse(`${addDays(maker.today, days)}T01:00:00Z`));
    return record(maker, { subject: course.values.name, course: course.id, startsAt: start.toISOString(), endsAt: new Date(start.getTime() + 2 * 3_600_000).toISOString(), place: '三楼培训室', trainer: people.supervisor, seats: 20, state: days < 0 ? 'held' : 'planned' });
  }));
  await insertRecords(ctx, 'trainingSession', sessions);
  const came = ['attended', 'attended', 'attended', 'excused', 'absent'];
  await insertRecords(ctx, 'trainingPlace', sessions.flatMap((session) => people.agents.map((owner, at) => record(maker, {
    subject: session.values.subject, session: session.id, attendance: session.values.state === 'held' ? came[at % came.length] : 'invited', owner, unit: people.unit,
  }))));
  return courses.map(({ id }) => id);
}

async function makeExam(maker: Maker, skill: Id, course: Id): Promise<void> {
  const { ctx, people, began } = maker;
  const exam = record(maker, { name: '客服上岗考试', about: '开卷，合格后可独立接待客户。', course, minutes: 30, passMark: 60, maxAttempts: 3, drawCount: null, skill, skillLevel: 2, questionCount: deskQuestions.length, edition: 1, state: 'active' });
  await insertRecords(ctx, 'exam', [exam]);
  await ctx.db.run(sql`INSERT INTO exam_edition (exam_id, edition, questions, created_at) VALUES (${exam.id}, 1, ${JSON.stringify(deskQuestions)}, ${began.toISOString()})`);
  const paper = JSON.stringify(deskQuestions.map(({ key, kind, options }) => ({ key, options: kind === 'boolean' ? ['yes', 'no'] : options.map((each) => each.key) })));
  // One of them has still to sit it.
  const sat = people.agents.slice(1).map((owner, at) => {
    const started = new Date(ctx.now.getTime() - (30 - at) * DAY);
    const isPassed = at % 4 !== 2;
    return record(maker, {
      subject: '客服上岗考试 #1', exam: exam.id, number: 1, edition: 1, startedAt: started.toISOString(), endsAt: new Date(started.getTime() + 1_800_000).toISOString(), submittedAt: new Date(started.getTime() + 1_200_000).toISOString(),
      state: isPassed ? 'passed' : 'failed', score: isPassed ? 100 : 40, owner, unit: people.unit,
    });
  });
  await insertRecords(ctx, 'examAttempt', sat, () => ({ paper: JSON.parse(paper) as unknown }));
  for (const attempt of sat) {
    // 20 of 50 points where it was not passed.
    for (const { key, correct } of attempt.values.state === 'passed' ? deskQuestions : deskQuestions.filter((question) => missed.every((each) => each !== question.key))) {
      await ctx.db.run(sql`INSERT INTO exam_answer (attempt_id, question, value, turn, saved_at) VALUES (${attempt.id}, ${key}, ${JSON.stringify(correct)}, 1, ${String(attempt.values.submittedAt)})`);
    }
  }
}

async function makeInduction(maker: Maker): Promise<void> {
  const { ctx, people, today } = maker;
  const [newcomer, mentor] = people.agents;
  if (newcomer === undefined || mentor === undefined) return;
  const { name, about, steps } = shippedInduction['zh-CN'];
  const plan = record(maker, { name, about, steps, stepCount: steps.length, state: 'active' });
  await insertRecords(ctx, 'inductionPlan', [plan]);
  await ctx.db.run(sql`UPDATE induction_plan SET steps = ${JSON.stringify(steps)} WHERE id = ${plan.id}`);
  const startedOn = addDays(today, -35);
  const dueOf = (day: number): string => addDays(startedOn, Math.floor((day - 1) / 5) * 7 + ((day - 1) % 5));
  const { person } = await ctx.db.one<{ person: string }>(sql`SELECT name AS person FROM app_user WHERE id = ${newcomer}`);
  const isDone = (day: number): boolean => day <= 22;
  const induction = record(maker, { subject: `${person} · ${name}`, plan: plan.id, mentor, startedOn, dueOn: dueOf(65), state: 'running', stepCount: steps.length, doneCount: steps.filter(({ day }) => isDone(day)).length, owner: newcomer, unit: people.unit });
  await insertRecords(ctx, 'induction', [induction]);
  await insertRecords(ctx, 'inductionStep', steps.map((step, position) => record(maker, {
    title: step.title, about: step.about, phase: step.phase, dueOn: dueOf(step.day), induction: induction.id, position, state: isDone(step.day) ? 'done' : 'open',
    signedAt: isDone(step.day) ? new Date(Date.parse(`${dueOf(step.day)}T08:00:00Z`)).toISOString() : null, signedBy: isDone(step.day) ? mentor : null, note: step.day === 22 ? '笔试 86 分，模拟接待语速可再放慢。' : null,
  })));
  await ctx.db.run(sql`INSERT INTO record_share (id, object, record_id, user_id, level, created_at) VALUES (${ctx.newId()}, 'induction', ${induction.id}, ${mentor}, 'read', ${maker.began.toISOString()})`);
}
