import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';
import { endOverrun } from './finish-attempt.ts';

let desk: TestDesk;
let skill: string;
let exam: string;

const option = (key: string, text: string) => ({ key, text });
const questions = [
  { key: 'hours', kind: 'single', text: '早班几点开始', options: [option('a', '八点'), option('b', '九点')], correct: ['a'], points: 2, guide: '暗记一' },
  { key: 'leaks', kind: 'multiple', text: '四个不漏是', options: [option('a', '记录'), option('b', '处理'), option('c', '争论')], correct: ['a', 'b'], points: 2, guide: '' },
  { key: 'first', kind: 'boolean', text: '首问责任人可以中途退出', options: [], correct: ['no'], points: 2, guide: '' },
  { key: 'say', kind: 'text', text: '怎样安抚客户', options: [], correct: [], points: 4, guide: '暗记二' },
];
const draft = { name: '客服上岗考试', about: null, course: null, minutes: 30, passMark: 60, maxAttempts: 2, drawCount: null, skillLevel: 2, state: 'active' };
const right = (turn: number) => [{ question: 'hours', value: ['a'], turn }, { question: 'leaks', value: ['b', 'a'], turn }, { question: 'first', value: ['no'], turn }];
const sit = async (person = desk.agent, id = exam) => String((await made(person.post(`/team/exams/${id}/sit`)))['id']);
const save = (id: string, answers: readonly object[], person = desk.agent) => person.call('PUT', `/team/attempts/${id}/answers`, { answers });
const submit = (id: string, answers: readonly object[] = [], person = desk.agent) => person.post(`/team/attempts/${id}/submit`, { answers });

beforeAll(async () => {
  desk = await openTestDesk({ start: '2026-03-02T09:00:00' });
  skill = String((await made(desk.supervisor.post('/skills', { code: 'desk', name: '客服上岗', validMonths: 12 })))['id']);
  exam = String((await made(desk.supervisor.post('/team/exams', { ...draft, skill, questions })))['id']);
}, 120_000);
afterAll(() => desk.close());

test('right answers and guides reach nobody who sits, by no way (SEC-13)', async () => {
  const attempt = await sit();
  for (const path of [`/team/attempts/${attempt}/paper`, `/team/attempts/${attempt}/result`, '/team/exams', `/exams/${exam}`, `/exams/${exam}/history`, `/exam-attempts/${attempt}`, `/exam-attempts/${attempt}/history`, '/exam-attempts']) {
    const { status, text } = await desk.agent.get(path);
    expect([path, status, /暗记|correct/.test(text.replace('"correct":null', ''))]).toEqual([path, 200, false]);
  }
  expect((await desk.agent.get(`/team/exams/${exam}`)).status).toBe(403);
  expect((await save(attempt, right(1))).text).not.toMatch(/暗记|correct/);
  // Nobody else sits for the examinee, whatever they may change.
  for (const person of [desk.other, desk.supervisor]) expect((await save(attempt, [{ question: 'hours', value: ['b'], turn: 9 }], person)).status).toBeGreaterThanOrEqual(403);
});

test('answers are kept as one goes; a late older one does not undo a newer; marking by the trainer; passing grants the skill', async () => {
  const attempt = await sit();
  await made(save(attempt, [{ question: 'hours', value: ['b'], turn: 5 }, { question: 'say', value: ['先听'], turn: 6 }]));
  await made(save(attempt, [{ question: 'hours', value: ['a'], turn: 7 }, ...right(3).slice(1)]));
  await made(save(attempt, [{ question: 'hours', value: ['b'], turn: 6 }]));
  expect((await desk.agent.get(`/team/attempts/${attempt}/paper`)).body['answers']).toEqual(expect.arrayContaining([{ question: 'hours', value: ['a'] }, { question: 'say', value: ['先听'] }]));
  expect((await save(attempt, [{ question: 'nothing', value: ['a'], turn: 9 }])).status).toBe(400);
  expect([(await submit(attempt)).body, (await submit(attempt)).body]).toEqual([{ state: 'marking' }, { state: 'marking' }]);
  expect((await save(attempt, right(99))).body['code']).toBe('team.exam-over');
  expect((await desk.agent.post(`/team/attempts/${attempt}/mark`, { marks: [{ question: 'say', points: 4, remark: null }] })).status).toBe(403);
  expect((await desk.supervisor.post(`/team/attempts/${attempt}/mark`, { marks: [{ question: 'say', points: 5, remark: null }] })).status).toBe(400);
  expect((await desk.supervisor.post(`/team/attempts/${attempt}/mark`, { marks: [] })).status).toBe(400);
  expect((await made(desk.supervisor.post(`/team/attempts/${attempt}/mark`, { marks: [{ question: 'say', points: 3, remark: '可再具体' }] })))['state']).toBe('passed');
  const result = (await desk.agent.get(`/team/attempts/${attempt}/result`)).body;
  expect(result).toMatchObject({ state: 'passed', score: 90, skill: '客服上岗', areAnswersOpen: true });
  const { held } = (await desk.agent.get<{ held: { skill: string; level: number; validUntil: string; source: string }[] }>('/team/skills')).body;
  expect(held).toMatchObject([{ skill, level: 2, validUntil: '2027-03-02', source: 'exam' }]);
  expect((await desk.agent.post(`/team/exams/${exam}/sit`)).body['code']).toBe('team.no-attempts');
});

test('the server ends the time: what was saved counts, what comes later does not', async () => {
  const attempt = await sit(desk.other);
  await made(save(attempt, right(1).slice(0, 1), desk.other));
  await desk.at('2026-03-02T09:31');
  expect((await save(attempt, right(2), desk.other)).body['code']).toBe('team.exam-over');
  expect((await submit(attempt, right(2), desk.other)).body).toEqual({ state: 'failed' });
  expect((await desk.other.get(`/team/attempts/${attempt}/result`)).body).toMatchObject({ score: 20, areAnswersOpen: false });
  // Left alone, the second attempt is ended by the job, once.
  const second = await sit(desk.other);
  await desk.at('2026-03-02T12:00');
  expect([await endOverrun(desk.app.services), await endOverrun(desk.app.services)]).toEqual([1, 0]);
  const result = (await desk.other.get(`/team/attempts/${second}/result`)).body;
  expect(result).toMatchObject({ state: 'failed', score: 0, areAnswersOpen: true });
  expect((await desk.other.post(`/team/exams/${exam}/sit`)).status).toBe(409);
});

test('an exam that was passed may be sat again when its skill is about to end; changed questions are another edition', async () => {
  await desk.at('2027-02-20T10:00');
  const saved = await made(desk.supervisor.post('/team/exams', { ...draft, id: exam, skill, questions: questions.slice(0, 3) }));
  expect(saved['edition']).toBe(2);
  expect((await made(desk.supervisor.post('/team/exams', { ...draft, id: exam, skill, questions: questions.slice(0, 3), minutes: 20 })))['edition']).toBe(2);
  const attempt = await sit();
  expect((await submit(attempt, right(1))).body).toEqual({ state: 'passed' });
  expect((await desk.agent.get<{ held: { validUntil: string }[] }>('/team/skills')).body.held[0]?.validUntil).toBe('2028-02-20');
  await expect(desk.app.services.database.run(sql`UPDATE exam_edition SET questions = '[]'`)).rejects.toThrow(/edition/);
});

test('a faulty question is refused with its place', async () => {
  const refused = await desk.supervisor.post('/team/exams', { ...draft, name: '空白', skill: null, questions: [{ ...questions[0], correct: [] }] });
  expect([refused.status, refused.body['errors']]).toMatchObject([400, [{ path: 'questions.0.correct', code: 'required' }]]);
  expect((await desk.agent.post('/team/exams', { ...draft, name: '员工出题', skill: null, questions })).status).toBe(403);
});

test('a session: people called, seats kept, attendance noted; a person sees their own', async () => {
  await desk.at('2026-03-02T09:00');
  const course = String((await made(desk.supervisor.post('/courses', { name: '倾听', kind: 'classroom' })))['id']);
  const session = String((await made(desk.supervisor.post('/team/sessions', { course, startsAt: '2026-03-05T01:00:00Z', endsAt: '2026-03-05T03:00:00Z', place: '三楼', trainer: desk.supervisor.id, seats: 1 })))['id']);
  expect((await desk.supervisor.post(`/team/sessions/${session}/people`, { people: [desk.agent.id, desk.other.id] })).status).toBe(413);
  await made(desk.supervisor.post(`/team/sessions/${session}/people`, { people: [desk.agent.id] }));
  interface Sheet { readonly sessions: { state: string; people: { place: string; attendance: string }[] }[] }
  const sheet = async (person = desk.supervisor) => (await person.get<Sheet>(`/team/courses/${course}`)).body.sessions[0];
  const place = (await sheet())?.people[0]?.place;
  expect((await desk.agent.call('PUT', `/team/sessions/${session}/attendance`, { rows: [{ place, attendance: 'attended', note: null }] })).status).toBe(403);
  await made(desk.supervisor.call('PUT', `/team/sessions/${session}/attendance`, { rows: [{ place, attendance: 'attended', note: '积极' }] }));
  expect([(await sheet())?.state, (await sheet(desk.other))?.people, (await sheet(desk.agent))?.people.length]).toEqual(['held', [], 1]);
  expect((await desk.agent.get<{ mine: { attendance: string }[] }>('/team/training')).body.mine).toMatchObject([{ attendance: 'attended' }]);
});
