import sql from 'sql-template-tag';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import { teamModule } from '#modules/team/server/team.module.ts';
import type { ObjectAction } from '#meta/object.ts';
import { type Relation, relations } from './matrix-world.ts';
import { isGranted } from './record-matrix.ts';
import { KEY, LEAVE, MARK, type Marked, type TeamLists, makeTeamLists, markTeam } from './team-marks.ts';

type Answer = Promise<{ status: number; text: string }>;
/** Beside the grant: only the person themselves, or everybody but them; `anywhere`: what is nobody's, so that any scope reaches it. */
type Only = 'own' | 'others' | 'nobody' | 'anywhere';

interface Probe {
  readonly way: string;
  readonly object: string;
  readonly action: ObjectAction;
  readonly only?: Only;
  readonly run: (who: TestPerson, of: Marked, lists: TeamLists) => Answer;
}

const gets = (way: string, object: string, path: (of: Marked) => string, only?: Only): Probe => ({ way: `GET ${way}`, object, action: 'read', ...(only && { only }), run: (p, of) => p.get(path(of)) });
const posts = (way: string, [object, action, only]: readonly [string, ObjectAction, Only?], path: (of: Marked, lists: TeamLists) => string, body: (of: Marked, lists: TeamLists) => unknown = () => ({})): Probe =>
  ({ way: `POST ${way}`, object, action, ...(only && { only }), run: (p, of, lists) => p.post(path(of, lists), body(of, lists)) });
const puts = (way: string, [object, action, only]: readonly [string, ObjectAction, Only?], path: (of: Marked, lists: TeamLists) => string, body: (of: Marked, lists: TeamLists) => unknown): Probe =>
  ({ way: `PUT ${way}`, object, action, ...(only && { only }), run: (p, of, lists) => p.call('PUT', path(of, lists), body(of, lists)) });

const held = (of: Marked, lists: TeamLists) => ({ person: of.person, skill: lists.fresh, level: 1, certificateNumber: null, validFrom: '2026-01-01', validUntil: null, note: null });
const exam = (lists: TeamLists) => ({ id: lists.exam, name: '矩阵考试', about: null, course: null, minutes: 30, passMark: 60, maxAttempts: 9, drawCount: null, skill: null, skillLevel: null, state: 'active', questions: [] });
/** A week that nobody planned: taken up by the version it does not have. */
const week = { week: '2029-01-01', version: 99 };
const yes = { isAgreed: true, answer: null };

/** Every way under /team to one person's things, and the records' own; what changes something comes after what reads it. */
const personal: readonly Probe[] = [
  gets('/staff-skills/:id', 'staffSkill', ({ held: id }) => `/staff-skills/${id}`), gets('/staff-skills/:id/history', 'staffSkill', ({ held: id }) => `/staff-skills/${id}/history`),
  gets('/staff-skills/:id/files', 'staffSkill', ({ held: id }) => `/staff-skills/${id}/files`), gets('/files/:id', 'staffSkill', ({ proof }) => `/files/${proof}`),
  gets('/absences/:id', 'absence', ({ absence }) => `/absences/${absence}`), gets('/absences/:id/history', 'absence', ({ absence }) => `/absences/${absence}/history`),
  gets('/shifts/:id', 'shift', ({ shift }) => `/shifts/${shift}`), gets('/shift-swaps/:id', 'shiftSwap', ({ agreed }) => `/shift-swaps/${agreed}`),
  gets('/exam-attempts/:id', 'examAttempt', ({ attempt }) => `/exam-attempts/${attempt}`), gets('/training-places/:id', 'trainingPlace', ({ place }) => `/training-places/${place}`),
  gets('/team/attempts/:id/result', 'examAttempt', ({ attempt }) => `/team/attempts/${attempt}/result`), gets('/team/attempts/:id/paper', 'examAttempt', ({ attempt }) => `/team/attempts/${attempt}/paper`, 'own'),
  gets('/team/inductions/:id', 'induction', ({ induction }) => `/team/inductions/${induction}`), gets('/team/cases/:id/people', 'case', (of) => `/team/cases/${of.case}/people`),
  { ...gets('/team/my-shifts/:id/partners', 'shiftSwap', ({ shift }) => `/team/my-shifts/${shift}/partners`, 'own'), action: 'create' },
  puts('/team/attempts/:id/answers', ['examAttempt', 'create', 'own'], ({ attempt }) => `/team/attempts/${attempt}/answers`, () => ({ answers: [] })),
  posts('/team/attempts/:id/submit', ['examAttempt', 'create', 'own'], ({ attempt }) => `/team/attempts/${attempt}/submit`, () => ({ answers: [] })),
  posts('/team/attempts/:id/mark', ['examAttempt', 'update', 'others'], ({ attempt }) => `/team/attempts/${attempt}/mark`, () => ({ marks: [] })),
  posts('/team/swaps', ['shiftSwap', 'create', 'own'], () => '/team/swaps', ({ shift, person }) => ({ shift, partner: person, partnerShift: null, reason: null })),
  posts('/team/swaps/:id/answer', ['shiftSwap', 'read', 'nobody'], ({ asked }) => `/team/swaps/${asked}/answer`, () => yes),
  posts('/team/swaps/:id/withdraw', ['shiftSwap', 'update', 'own'], ({ withdrawn }) => `/team/swaps/${withdrawn}/withdraw`),
  posts('/team/swaps/:id/decide', ['shiftSwap', 'assign', 'others'], ({ agreed }) => `/team/swaps/${agreed}/decide`, () => ({ isApproved: false, answer: null, isAccepted: false })),
  posts('/team/induction-steps/:id/sign', ['inductionStep', 'update', 'others'], ({ step }) => `/team/induction-steps/${step}/sign`, () => ({ note: null })),
  posts('/team/inductions/:id/change', ['induction', 'update'], ({ induction }) => `/team/inductions/${induction}/change`, () => ({ mentor: null, isCancelled: false })),
  posts('/team/inductions', ['induction', 'create'], () => '/team/inductions', ({ person, session }, { plan }) => ({ person, mentor: session, plan, startedOn: '2026-01-05' })),
  posts('/team/skills/held', ['staffSkill', 'create'], () => '/team/skills/held', held),
  posts('/team/sessions/:id/people', ['trainingPlace', 'create'], ({ session }) => `/team/sessions/${session}/people`, ({ person }) => ({ people: [person] })),
  posts('/team/sessions/:id/people', ['trainingPlace', 'create'], ({ empty }) => `/team/sessions/${empty}/people`, ({ person }) => ({ people: [person] })),
  puts('/team/sessions/:id/attendance', ['trainingPlace', 'update'], ({ session }) => `/team/sessions/${session}/attendance`, ({ place }) => ({ rows: [{ place, attendance: 'attended', note: null }] })),
  { way: 'DELETE /team/skills/held/:id', object: 'staffSkill', action: 'delete', run: (p, of) => p.call('DELETE', `/team/skills/held/${of.held}`) },
];

/** What belongs to a unit: its plan and how it plans. */
const ofUnits: readonly Probe[] = [
  { ...gets('/team/plan', 'shiftPlan', ({ unit }) => `/team/plan?unit=${unit}&week=2031-01-06`), action: 'update' },
  puts('/team/plan', ['shiftPlan', 'update'], () => '/team/plan', ({ unit }) => ({ ...week, unit, entries: [] })),
  posts('/team/plan/copy', ['shiftPlan', 'update'], () => '/team/plan/copy', ({ unit }) => ({ ...week, unit })),
  posts('/team/plan/publish', ['shiftPlan', 'update'], () => '/team/plan/publish', (of) => ({ ...week, unit: of.unit, week: of.week, isAccepted: false })),
  puts('/team/shift-units/:id', ['shiftUnit', 'update'], ({ unit }) => `/team/shift-units/${unit}`, () => ({ isPlanned: false, cover: [] })),
];

/** What is everybody's to read and some people's to write. */
const lists: readonly Probe[] = [
  { ...gets('/team/exams/:id', 'exam', () => '', 'anywhere'), action: 'update', run: (p, _of, { exam: id }) => p.get(`/team/exams/${id}`) },
  { ...gets('/team/courses/:id', 'course', () => '', 'anywhere'), run: (p, _of, { course }) => p.get(`/team/courses/${course}`) },
  gets('/team/skills', 'staffSkill', () => '/team/skills', 'anywhere'), gets('/team/skill-uses', 'caseType', () => '/team/skill-uses', 'anywhere'), gets('/team/my-shifts', 'shift', () => '/team/my-shifts', 'anywhere'),
  gets('/team/training', 'trainingPlace', () => '/team/training', 'anywhere'), gets('/team/exams', 'examAttempt', () => '/team/exams', 'anywhere'), gets('/team/inductions', 'induction', () => '/team/inductions', 'anywhere'),
  posts('/team/exams', ['exam', 'update', 'anywhere'], () => '/team/exams', (_of, { exam: id, ...all }) => exam({ ...all, exam: id })),
  posts('/team/exams/:id/sit', ['examAttempt', 'create', 'anywhere'], (_of, { exam: id }) => `/team/exams/${id}/sit`),
  puts('/team/skill-uses/:id', ['caseType', 'update', 'anywhere'], (_of, { caseType }) => `/team/skill-uses/${caseType}`, () => ({ skills: [] })),
  puts('/team/courses/:id/articles', ['course', 'update', 'anywhere'], (_of, { course }) => `/team/courses/${course}/articles`, () => ({ articles: [] })),
  posts('/team/sessions', ['trainingSession', 'update', 'anywhere'], () => '/team/sessions', (_of, { course }) => ({ course, startsAt: '2030-02-01T01:00:00Z', endsAt: '2030-02-01T02:00:00Z', place: null, trainer: null, seats: null })),
  posts('/team/sessions/:id/cancel', ['trainingSession', 'update', 'anywhere'], ({ empty }) => `/team/sessions/${empty}/cancel`),
  posts('/team/shift-patterns', ['shiftTemplate', 'update', 'anywhere'], () => '/team/shift-patterns', (_of, { pattern: id }) => ({ id, name: '早班', shortName: '早', starts: '08:00', ends: '16:00', breakMinutes: 45, colour: 'qing', state: 'active' })),
  posts('/team/shift-patterns/load', ['shiftTemplate', 'create', 'anywhere'], () => '/team/shift-patterns/load'), posts('/team/induction-plans/load', ['inductionPlan', 'create', 'anywhere'], () => '/team/induction-plans/load'),
  posts('/team/induction-plans', ['inductionPlan', 'update', 'anywhere'], () => '/team/induction-plans', (_of, { plan: id }) => ({ id, name: '矩阵带教', about: null, state: 'active', steps: [{ title: '一', about: '', phase: 'class', day: 1, exam: null }] })),
];

type Reads = (role: string, relation: Relation) => boolean;
const grants = (role: string, object: string, action: ObjectAction, relation: Relation): boolean => isGranted(role, object, action, relation) === true;
const reads = (object: string): Reads => (role, relation) => grants(role, object, 'read', relation);
const mine = (object: string): Reads => (role, relation) => relation === 'own' && grants(role, object, 'read', relation);

/** Lists that hold one person's things, and for whom. */
const holding: readonly (readonly [path: (lists: TeamLists) => string, id: (of: Marked) => string, holds: Reads])[] = [
  [() => '/team/skills', ({ held: id }) => id, reads('staffSkill')], [() => '/team/exams', ({ attempt }) => attempt, reads('examAttempt')], [() => '/team/inductions', ({ induction }) => induction, reads('induction')],
  [({ course }) => `/team/courses/${course}`, ({ place }) => place, reads('trainingPlace')], [() => '/team/training', ({ place }) => place, mine('trainingPlace')],
  [() => '/team/my-shifts', ({ agreed }) => agreed, (role, relation) => mine('shift')(role, relation) && mine('shiftSwap')(role, relation)],
  [() => '/team/my-shifts', ({ absence }) => absence, (role, relation) => mine('shift')(role, relation) && mine('absence')(role, relation)],
  [() => '/absences?limit=200', ({ absence }) => absence, reads('absence')], [() => '/staff-skills?limit=200', ({ held: id }) => id, reads('staffSkill')], [() => '/exam-attempts?limit=200', ({ attempt }) => attempt, reads('examAttempt')],
];

export interface TeamWorld { readonly app: TestApp; readonly lists: TeamLists; readonly near: string; readonly colleague: string; readonly stranger: string; readonly mentor: string }

/** A company with a unit of its own and another one, and somebody in each. */
export async function makeTeamWorld(): Promise<TeamWorld> {
  const app = await startTestApp();
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  const person = async (username: string, unit: string) => (await app.person({ username, roles: ['serviceAgent'], unit })).id;
  return { app, lists: await makeTeamLists(app), near, colleague: await person('colleague', near), stranger: await person('stranger', far), mentor: await person('mentor', far) };
}

/** Ways of the module that no probe goes. */
export function waysLeftOut({ app }: TeamWorld): string[] {
  const gone = new Set([...personal, ...ofUnits, ...lists].map(({ way }) => way));
  return (teamModule.routes?.(app.services) ?? []).map(({ method, path }) => `${method} ${path}`).filter((way) => !gone.has(way));
}

interface Found {
  readonly violations: string[];
  /** `way: mark` where somebody who may was told of it: without these a silence proves nothing. */
  readonly told: Set<string>;
  cells: number;
}

interface Cell { readonly role: string; readonly relation: Relation; readonly who: TestPerson; readonly of: Marked }

function isAllowed({ object, action, only }: Probe, role: string, relation: Relation): boolean {
  if (only === 'anywhere') return isGranted(role, object, action, relation) !== 'none';
  if (only === 'nobody' || (only === 'own' && relation !== 'own') || (only === 'others' && relation === 'own')) return false;
  return grants(role, object, action, relation);
}

/** What is written for somebody out of reach is refused as if they were not there. */
const isRefusal = (status: number, text: string): boolean => status === 403 || status === 404 || (status === 400 && /"path":"(person|people|shift)","code":"not-found"/.test(text));

/** Marks that an answer may not hold, whoever asked: right answers before the end, why somebody is away. */
function mustNotTell(way: string, role: string, relation: Relation): string[] {
  const tellsKey = way === 'GET /team/exams/:id' || (way === 'GET /team/attempts/:id/result' && relation !== 'own' && grants(role, 'examAttempt', 'update', relation));
  const tellsLeave = /absences|my-shifts$/.test(way);
  const tellsKind = tellsLeave || grants(role, 'absence', 'read', relation);
  return [...(tellsKey ? [] : [KEY]), ...(tellsLeave ? [] : [LEAVE]), ...(tellsKind ? [] : ['"sick"', '病'])];
}

async function probeCell(world: TeamWorld, found: Found, { role, relation, who, of }: Cell, probes: readonly Probe[]): Promise<void> {
  for (const probe of probes) {
    found.cells += 1;
    const { status, text } = await probe.run(who, of, world.lists);
    const [at, isRefused] = [`${role} ${probe.way} ${relation}`, isRefusal(status, text)];
    if (isAllowed(probe, role, relation) === isRefused) found.violations.push(`${at}: ${status} ${text.slice(0, 90)}`);
    const marks = [MARK, KEY, LEAVE].filter((mark) => text.includes(mark));
    if (!isRefused) for (const mark of marks) found.told.add(`${probe.way}: ${mark}`);
    const wrong = isRefused ? marks : mustNotTell(probe.way, role, relation).filter((mark) => text.includes(mark));
    for (const mark of wrong) found.violations.push(`${at}: tells ${mark}`);
  }
}

async function listsOfCell(world: TeamWorld, found: Found, { role, relation, who, of }: Cell): Promise<void> {
  for (const [pathOf, idOf, holds] of holding) {
    found.cells += 1;
    const path = pathOf(world.lists);
    const isThere = (await who.get(path)).text.includes(idOf(of));
    if (isThere !== holds(role, relation)) found.violations.push(`${role} ${path} ${relation}: ${isThere ? 'holds it' : 'lacks it'}`);
  }
}

/** Every probe for every role and relation; answers what disagreed with the roles. */
export async function runTeamMatrix(world: TeamWorld, roles: readonly string[] = readyRoles.map(({ key }) => key)): Promise<Found> {
  const found: Found = { violations: [], told: new Set(), cells: 0 };
  for (const role of roles) {
    const who = await world.app.person({ username: `role-${role.toLowerCase()}`, roles: [role], unit: world.near });
    for (const relation of relations) {
      const person = { own: who.id, unit: world.colleague, foreign: world.stranger }[relation];
      const cell = { role, relation, who, of: await markTeam(world.app, world.lists, { person, mentor: world.mentor }) };
      await listsOfCell(world, found, cell);
      await probeCell(world, found, cell, personal);
      await probeCell(world, found, cell, relation === 'own' ? lists : ofUnits);
    }
  }
  return found;
}
