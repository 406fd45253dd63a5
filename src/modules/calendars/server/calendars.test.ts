import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addWorkingTime } from '#kernel/working-time/working-time.ts';
import { identityModule } from '#modules/identity/server/identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from '#modules/identity/server/test-server.ts';
import { organisationModule } from '#modules/organisation/server/organisation.public.ts';
import type { CalendarContent } from '../rules/calendar-content.ts';
import { addCalendarListener } from './calendar-listeners.ts';
import { calendarsModule } from './calendars.module.ts';
import { calendarOfUnit, calendarVersion } from './queries/calendar-of-unit.ts';

let app: TestServer;
let admin: Browser;
let root: string;
let company: string;

const heard: { id: string; reason: string; due: string }[] = [];
let refusal: Error | undefined;
// Stands in for the clocks of service: it computes a deadline anew inside the transaction.
addCalendarListener({
  onCalendarChange: async (ctx, id, { reason }) => {
    const { calendar } = await calendarOfUnit(ctx, null);
    heard.push({ id, reason, due: addWorkingTime(calendar, new Date('2026-03-02T01:00:00Z'), 12 * 3600).toISOString() });
    if (refusal) throw refusal;
  },
});

type Shown = CalendarContent & { id: string; version: number; name: string; units: { id: string }[] };
const content = async (id: string) => (await admin.call('GET', `/working-calendars/${id}/content`)).body as unknown as Shown;
const correct = (id: string, body: Record<string, unknown>, version?: number) =>
  admin.call('PATCH', `/working-calendars/${id}`, { reason: '按公司通知', ...body }, version === undefined ? {} : { 'if-match': `"${version}"` });

beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule, calendarsModule]);
  admin = await setUp(app);
  root = ((await admin.call('GET', '/org-units')).body['data'] as { id: string }[])[0]?.id ?? '';
  company = ((await admin.call('GET', '/working-calendars')).body['data'] as { id: string }[])[0]?.id ?? '';
});
afterAll(() => app.stop());
beforeEach(() => { heard.length = 0; refusal = undefined; });

test('the set-up makes the company calendar: office hours with the published holidays, for everybody', async () => {
  const made = await content(company);
  expect(made).toMatchObject({ name: '公司工作日历', timeZone: 'Asia/Shanghai', version: 1, units: [{ id: root, isCompany: true }] });
  expect(made.week).toEqual(['09:00-12:00, 13:30-18:00', ...Array.from({ length: 4 }, () => '09:00-12:00, 13:30-18:00'), '', '']);
  const days = new Map(made.days.map((day) => [day.date, day]));
  expect(days.get('2026-02-17')).toEqual({ date: '2026-02-17', kind: 'holiday', name: '春节', hours: null });
  expect(days.get('2026-02-28')).toEqual({ date: '2026-02-28', kind: 'makeUp', name: '春节', hours: null });
  expect(await calendarOfUnit({ db: app.services.database }, null)).toMatchObject({ id: company, version: 1 });
  expect((await admin.call('GET', `/working-calendars/${company}/versions`)).body['data']).toMatchObject([{ version: 1, reason: '系统初始设置', changes: [] }]);
});

test('a correction is a new version with who and why, and what depends on it is computed in the same transaction', async () => {
  const before = await content(company);
  const day = { date: '2026-03-03', to: { kind: 'special', name: '盘点', hours: '9:00-11:00' } };
  const saved = await correct(company, { days: [day], reason: '年度盘点，下午停业' }, before.version);
  expect(saved).toMatchObject({ status: 200, body: { version: before.version + 1 } });
  // Monday 7.5 h, Tuesday 2 h, so 12 h end on Wednesday at 11:30.
  expect(heard).toEqual([{ id: company, reason: '年度盘点，下午停业', due: '2026-03-04T03:30:00.000Z' }]);
  const versions = (await admin.call('GET', `/working-calendars/${company}/versions`)).body['data'] as Record<string, unknown>[];
  expect(versions[0]).toMatchObject({
    version: before.version + 1, reason: '年度盘点，下午停业', by: { name: expect.any(String) },
    changes: [{ what: 'day', key: '2026-03-03', from: null, to: { date: '2026-03-03', kind: 'special', name: '盘点', hours: '09:00-11:00' } }],
  });
  const db = { db: app.services.database };
  expect((await calendarVersion(db, company, before.version)).calendar.days['2026-03-03']).toBeUndefined();
  expect((await calendarOfUnit(db, root)).calendar.days['2026-03-03']).toMatchObject({ kind: 'special' });
  expect((await correct(company, { days: [{ date: '2026-03-03', to: null }] })).status).toBe(200);
});

test('two who correct at once: the second is shown what changed, and nothing is lost', async () => {
  const { version } = await content(company);
  const answers = await Promise.all(['2026-04-20', '2026-04-21'].map((date) => correct(company, { days: [{ date, to: { kind: 'holiday', name: '厂庆' } }] }, version)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  expect((await content(company)).version).toBe(version + 1);
  expect((await correct(company, {}, version + 1)).body).toMatchObject({ version: version + 1 });
});

test('a listener that refuses takes the whole correction back, also what was read of it', async () => {
  const before = await content(company);
  refusal = new Error('no');
  expect((await correct(company, { week: before.week.map(() => '00:00-24:00') })).status).toBe(500);
  refusal = undefined;
  expect(await content(company)).toEqual(before);
  expect((await correct(company, { days: [{ date: '2026-05-18', to: { kind: 'holiday', name: '搬迁' } }] })).status).toBe(200);
  const { calendar } = await calendarOfUnit({ db: app.services.database }, null);
  expect(calendar.week[0]).toHaveLength(2);
  expect(calendar.days['2026-05-18']).toEqual({ kind: 'holiday', name: '搬迁' });
});

test('a deadline that is being written is never missed: the correction waits for it', async () => {
  const order: string[] = [];
  const { database } = app.services;
  const waiting = () => database.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.locktype = 'advisory' AND l.objid = 7413082 AND NOT l.granted`);
  let correction: Promise<unknown> | undefined;
  await database.transaction(async (db) => {
    await calendarOfUnit({ db }, root, { isKept: true });
    correction = correct(company, { days: [{ date: '2026-07-06', to: { kind: 'holiday', name: '检修' } }] }).then(() => order.push('corrected'));
    await expect.poll(async () => (await waiting()).n, { timeout: 20_000 }).toBe(1);
    order.push('written');
  });
  await correction;
  expect(order).toEqual(['written', 'corrected']);
});

test.each([
  [{ week: ['9-12', '', '', '', '', '', ''] }, 'week.0', 'not-hours'],
  [{ week: ['09:00-12:00, 11:00-13:00', '', '', '', '', '', ''] }, 'week.0', 'not-hours'],
  [{ week: ['', '', '', '', '', '', ''] }, 'week', 'no-working-hours'],
  [{ timeZone: 'Mars/Base' }, 'timeZone', 'not-a-time-zone'],
  [{ days: [{ date: '2026-06-01', to: { kind: 'special', hours: 'x' } }] }, 'days.2026-06-01.hours', 'not-hours'],
  [{ days: [{ date: '2026-06-06', to: { kind: 'makeUp', hours: '' } }] }, 'days.2026-06-06.hours', 'required'],
])('what makes no calendar is refused in its place: %j', async (body, path, code) => {
  expect((await correct(company, body)).body).toMatchObject({ code: 'record.invalid', errors: [{ path, code }] });
});

test('a reason is required', async () => {
  expect((await correct(company, { reason: ' ', week: [] })).status).toBe(400);
});

test('holidays of a year are shown as a difference, then taken over as shown', async () => {
  const made = (await admin.call('POST', '/working-calendars', { name: '新日历', timeZone: 'Asia/Shanghai' })).body as unknown as Shown;
  const preview = (body: Record<string, unknown>) => admin.call('POST', `/working-calendars/${made.id}/holidays-preview`, body);
  const shown = (await preview({ year: 2025 })).body as { changes: { key: string; to: { date: string } }[]; unchanged: number };
  // 28 days off and 5 make-up days.
  expect(shown.changes).toHaveLength(33);
  expect(shown.unchanged).toBe(0);
  expect((await content(made.id)).days).toEqual([]);
  const days = shown.changes.map(({ to: { date, ...to } }) => ({ date, to }));
  expect((await correct(made.id, { days })).status).toBe(200);
  expect((await preview({ year: 2025 })).body).toMatchObject({ changes: [], unchanged: 33, issues: [] });
  expect((await preview({ year: 2090 })).body).toMatchObject({ changes: [], unchanged: 0 });
  const list = '日期,类型,名称,时间\n2027年1月1日,放假,元旦\n2027/1/2,调休上班,元旦,09:00-12:00\n2027-13-01,放假,错\n2027-01-04,度假,错\n2027-01-05,特殊,盘点,晚上';
  expect((await preview({ text: list })).body).toMatchObject({
    changes: [{ key: '2027-01-01' }, { key: '2027-01-02', to: { kind: 'makeUp', hours: '09:00-12:00' } }, { key: '2027-01-05' }],
    issues: [{ path: 'lines.4', code: 'not-a-date' }, { path: 'lines.5', code: 'not-a-choice' }, { path: 'days.2027-01-05.hours', code: 'not-hours' }],
  });
});

test('the nearest calendar above a unit wins; giving one away tells what the former had computed', async () => {
  const unit = async (name: string, parent: string) => String((await admin.call('POST', '/org-units', { name, kind: 'branch', parent })).body['id']);
  const branch = await unit('夜班分公司', root);
  const team = await unit('夜班一组', branch);
  const night = (await admin.call('POST', '/working-calendars', { name: '全天候', timeZone: 'Asia/Shanghai', week: Array.from({ length: 7 }, () => '24h') })).body as unknown as Shown;
  const assign = (id: string, calendar: string | null) => admin.call('PUT', `/working-calendars/units/${id}`, { calendar, reason: '夜班排班' });
  const of = async (id: string) => (await calendarOfUnit({ db: app.services.database }, id)).id;
  expect(await of(team)).toBe(company);
  expect((await assign(branch, night.id)).status).toBe(204);
  expect(heard.map(({ id }) => id)).toEqual([company]);
  expect([await of(branch), await of(team), await of(root)]).toEqual([night.id, night.id, company]);
  expect((await admin.call('GET', '/working-calendars/units')).body['data']).toMatchObject([{ unit: { id: root } }, { unit: { id: branch }, calendar: { id: night.id } }]);
  expect((await admin.call('DELETE', `/working-calendars/${night.id}`)).body).toMatchObject({ code: 'record.in-use' });
  expect((await assign(root, null)).body).toMatchObject({ errors: [{ path: 'calendar', code: 'required' }] });
  expect((await assign(team, branch)).body).toMatchObject({ errors: [{ path: 'calendar', code: 'not-found' }] });
  expect((await assign(branch, null)).status).toBe(204);
  expect(await of(team)).toBe(company);
  expect((await admin.call('DELETE', `/working-calendars/${night.id}`)).status).toBe(204);
  expect((await correct(night.id, { name: '没有了' })).status).toBe(404);
});

test('everybody reads calendars, only who keeps the settings corrects them', async () => {
  await admin.call('POST', '/users', { username: 'reader', name: '阅读', unit: root, roles: ['salesperson'], password: strongPassword, mustChangePassword: false });
  const reader = app.browser();
  await reader.call('POST', '/auth/login', { username: 'reader', password: strongPassword });
  expect((await reader.call('GET', `/working-calendars/${company}/content`)).status).toBe(200);
  expect((await reader.call('PATCH', `/working-calendars/${company}`, { reason: '试试', name: '我的' })).body).toMatchObject({ code: 'auth.forbidden' });
  expect((await reader.call('POST', `/working-calendars/${company}/holidays-preview`, { year: 2025 })).status).toBe(403);
  expect((await reader.call('PUT', `/working-calendars/units/${root}`, { calendar: company, reason: '试试' })).status).toBe(403);
});

test('a version is never changed, not even by hand', async () => {
  await expect(app.services.database.run(sql`UPDATE working_calendar_version SET reason = 'x'`)).rejects.toThrow('never changed');
});

test('a company from before this room gets its calendar at the next start, once', async () => {
  const { database } = app.services;
  await database.run(sql`DELETE FROM unit_calendar`);
  expect((await admin.call('GET', '/working-calendars/units')).body['data']).toEqual([]);
  await Promise.all([calendarsModule.start?.(app.services), calendarsModule.start?.(app.services)]);
  expect((await admin.call('GET', '/working-calendars/units')).body['data']).toMatchObject([{ unit: { id: root }, calendar: { name: '公司工作日历' } }]);
  expect((await admin.call('GET', '/working-calendars')).body['data']).toHaveLength(2);
});
