import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { doStep, made } from '#modules/service/server/test-desk.ts';
import { sendNotices } from './notices/send-notice.ts';
import { type TestPortal, openTestPortal } from './test-portal.ts';

let portal: TestPortal;
let chen: TestPerson;
beforeAll(async () => {
  portal = await openTestPortal();
  await made(portal.desk.app.admin.call('PUT', '/admin/mail', { host: '127.0.0.1', port: portal.smtp.port, security: 'none', username: null, from: '知客 <desk@example.com>', siteUrl: 'https://service.example.com' }));
  chen = await portal.signIn('chen@harbour.example');
});
afterAll(() => portal.close());

/** The mails about answers that came so far; codes are none of them. */
async function notices(): Promise<{ subject: string; text: string }[]> {
  const parsed = await Promise.all(portal.smtp.mails.map(async (mail) => PostalMime.parse(mail.raw)));
  return parsed.map(({ subject, text }) => ({ subject: subject ?? '', text: text ?? '' })).filter(({ subject }) => subject.includes('FW-'));
}
const send = () => sendNotices(portal.desk.app.services);
const raise = async (type: string) => String((await made(chen.post('/portal/cases', { key: randomUUID(), caseType: portal.desk.types[type], subject: '路灯', description: '不亮' })))['id']);

test('each answer and the end: one mail with a link and nothing of what was said, however often the outbox is emptied', async () => {
  const id = await raise('建议');
  const { admin } = portal.desk.app;
  await made(admin.post(`/service/cases/${id}/messages`, { kind: 'note', body: '内部的话' }));
  await made(doStep(admin, id, 'handle', { result: '已采纳' }));
  await made(doStep(admin, id, 'answer', { reply: '谢谢，机密答复' }));
  await Promise.all([send(), send()]);
  await send();
  await expect.poll(async () => (await notices()).length, { timeout: 60_000 }).toBe(2);
  const mails = await notices();
  const number = String((await admin.get(`/cases/${id}`)).body['number']);
  expect(mails.map(({ subject }) => subject.split(' · ')[0]).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([`${number} 已办结`, `${number} 有了新的答复`].toSorted((a, b) => a.localeCompare(b)));
  for (const { text } of mails) {
    expect(text).toContain(`https://service.example.com/portal/cases/${id}`);
    expect(text).not.toContain('机密答复');
    expect(text).not.toContain('路灯');
  }
});

test('switched off, nothing comes; nor for a case of somebody else, nor what went by mail anyway', async () => {
  const before = (await notices()).length;
  await made(chen.post('/portal/preferences', { isMailOn: false }));
  const id = await raise('建议');
  await made(portal.desk.app.admin.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '一' }));
  await send();
  await made(chen.post('/portal/preferences', { isMailOn: true }));
  expect((await made(chen.get('/portal/me')))['isMailOn']).toBe(true);
  const foreign = String((await made(portal.desk.app.admin.post('/service/cases', { caseType: portal.desk.types['咨询'], channel: 'phone', subject: '别人的' })))['id']);
  await made(portal.desk.app.admin.post(`/service/cases/${foreign}/messages`, { kind: 'reply', body: '二' }));
  await send();
  expect((await notices()).length).toBe(before);
  // Switched off between the answer and its mail.
  await made(portal.desk.app.admin.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '三' }));
  await made(chen.post('/portal/preferences', { isMailOn: false }));
  await send();
  await made(chen.post('/portal/preferences', { isMailOn: true }));
  await made(portal.desk.app.admin.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '四' }));
  await send();
  await expect.poll(async () => (await notices()).length, { timeout: 60_000 }).toBe(before + 1);
});
