import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestChat, openTestChat } from '#modules/chat/server/test-chat.ts';
import sql from 'sql-template-tag';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let chat: TestChat;
let browser: TestBrowser;
let site: Server;
let siteUrl: string;
let visitor: Page;
let agent: Page;
let other: Page;
const wait = { timeout: 60_000 };

/** A site of somebody else, with a content policy of its own, that embeds the chat. */
const openSite = (base: string): Promise<Server> => new Promise((resolve) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${base}; frame-src ${base}`);
    response.end(`<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>公司网站</title></head><body><h1>公司网站</h1><script async src="${base}/chat.js"></script></body></html>`);
  }).listen(0, () => resolve(server));
});

async function signedIn(who: TestChat['desk']['agent'], size: { width: number; height: number }): Promise<Page> {
  const page = await browser.openPage(size);
  await page.context().addCookies(who.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: chat.desk.app.url })));
  return page;
}

const talkIn = async (page: Page): Promise<Frame> => {
  const handle = await page.locator('iframe').elementHandle(wait);
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no frame');
  return frame;
};
const say = async (frame: Frame, text: string) => {
  await frame.getByLabel('输入消息').fill(text);
  await frame.getByRole('button', { name: '发送' }).click();
};
const bodies = async (): Promise<string[]> => (await chat.desk.app.services.database.rows<{ body: string }>(sql`SELECT body FROM case_message WHERE channel = 'chat' ORDER BY created_at, id`)).map(({ body }) => body);
const fits = (page: Page | Frame) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

beforeAll(async () => {
  [chat, browser] = await Promise.all([openTestChat(), launchBrowser()]);
  site = await openSite(chat.desk.app.url);
  siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`;
  await chat.set({ chatOrigins: [siteUrl] });
  [agent, other] = await Promise.all([signedIn(chat.desk.agent, { width: 1440, height: 900 }), signedIn(chat.desk.other, { width: 1024, height: 800 })]);
  await Promise.all([agent, other].map((page) => page.goto(`${chat.desk.app.url}/service/chats`)));
  visitor = await browser.openPage({ width: 360, height: 780 });
}, 300_000);
afterAll(async () => {
  await browser.close();
  site.close();
  await chat.close();
});

test('the frame shows in the sites that are named, and the button in none while the chat is closed', async () => {
  const { request } = visitor;
  const page = await request.get(`${chat.desk.app.url}/chat`);
  expect(page.headers()['content-security-policy']).toContain(`frame-ancestors ${siteUrl}`);
  const script = await request.get(`${chat.desk.app.url}/chat.js`);
  expect([script.status(), script.headers()['cross-origin-resource-policy'], script.headers()['content-type']]).toEqual([200, 'cross-origin', expect.stringContaining('javascript')]);
  expect((await script.body()).length).toBeLessThan(15 * 1024);
  // Nothing of it stays behind among the names of the site.
  expect(await script.text()).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\);\s*$/);
  await chat.set({ chatIsOpen: false });
  expect((await request.get(`${chat.desk.app.url}/chat.js`)).status()).toBe(404);
  await chat.set({ chatIsOpen: true });
});

test('an agent says that they are there; a visitor on a telephone opens the chat, is taken and answered', async () => {
  await agent.getByRole('switch', { name: '开始接待' }).click();
  await agent.getByText('接待中').waitFor(wait);
  expect(await axe(agent)).toEqual([]);
  await visitor.goto(siteUrl);
  await visitor.getByRole('button', { name: '在线客服' }).click();
  const frame = await talkIn(visitor);
  await frame.getByText('您好，请问有什么可以帮您？').waitFor(wait);
  await say(frame, '电梯停在十二楼');
  await frame.getByText('下一位就是您，请稍候。').waitFor(wait);
  expect(await fits(frame)).toBe(true);
  await screenshot(visitor, 'chat-visitor-360');
  await other.getByText('电梯停在十二楼').waitFor(wait);
  await agent.getByRole('button', { name: /^接待 访客/ }).click();
  await frame.getByText('林晚 为您服务').waitFor(wait);
  await agent.getByLabel(/^回复访客/).fill('里面有人吗');
  await frame.getByText('林晚正在输入').waitFor(wait);
  await agent.keyboard.press('Enter');
  await frame.getByText('里面有人吗').waitFor(wait);
  await agent.getByText('已读').waitFor(wait);
  await agent.getByRole('button', { name: '常用回复' }).click();
  await agent.getByRole('button', { name: /^已受理/ }).waitFor(wait);
  await agent.keyboard.press('Escape');
  await screenshot(agent, 'chat-desk-1440');
  expect(await axe(agent)).toEqual([]);
});

test('the network is cut in the middle, on both sides, and the page is loaded anew: nothing is lost, nothing is doubled', async () => {
  let frame = await talkIn(visitor);
  await visitor.context().setOffline(true);
  await say(frame, '有一位老人');
  await say(frame, '请快一点');
  await frame.getByText('等待网络').first().waitFor(wait);
  await agent.context().setOffline(true);
  await agent.getByLabel(/^回复访客/).fill('维修工在路上');
  await agent.keyboard.press('Enter');
  await agent.getByText('等待网络').waitFor(wait);
  await visitor.context().setOffline(false);
  await agent.context().setOffline(false);
  await agent.getByText('请快一点').first().waitFor(wait);
  await frame.getByText('维修工在路上').waitFor(wait);
  // The answer to a line is lost on the way: the same key comes again.
  let isLost = false;
  await visitor.route('**/api/v1/chat/visit/lines', async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await say(frame, '他能说话');
  await expect.poll(() => isLost, wait).toBe(true);
  await visitor.reload();
  // Who has a talk finds it loaded again.
  frame = await talkIn(visitor);
  await visitor.getByRole('button', { name: /^在线客服/ }).click();
  await frame.getByText('他能说话').waitFor(wait);
  await expect.poll(() => frame.getByText('正在发送').count(), wait).toBe(0);
  expect(await frame.locator('li .chat-words').allTextContents()).toEqual(['电梯停在十二楼', '里面有人吗', '有一位老人', '请快一点', '维修工在路上', '他能说话'].toSorted(byTime(await bodies())));
  const said = await bodies();
  expect(said.toSorted()).toEqual(['他能说话', '有一位老人', '电梯停在十二楼', '维修工在路上', '请快一点', '里面有人吗'].toSorted());
});

/** In the order in which the server has them. */
const byTime = (order: readonly string[]) => (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);

test('handed on to the colleague in the other window, and ended; the case holds all of it', async () => {
  const frame = await talkIn(visitor);
  await other.getByRole('switch', { name: '开始接待' }).click();
  await agent.getByRole('button', { name: '转交' }).click();
  await agent.getByRole('radio', { name: /周帆/ }).check();
  await agent.getByLabel('交代一句（访客看不到）').fill('已通知维修');
  await agent.getByRole('dialog').getByRole('button', { name: '转交' }).click();
  await frame.getByText('周帆 为您服务').waitFor(wait);
  await other.getByRole('button', { name: /他能说话/ }).click();
  await other.getByLabel(/^回复访客/).fill('老人已经出来了');
  await other.keyboard.press('Enter');
  await frame.getByText('老人已经出来了').waitFor(wait);
  await other.getByRole('button', { name: '结束', exact: true }).click();
  await frame.getByText(/^对话已结束，编号 FW-/).waitFor(wait);
  const { caseId } = await chat.desk.app.services.database.one<{ caseId: string }>(sql`SELECT case_id AS "caseId" FROM chat_conversation`);
  await other.goto(`${chat.desk.app.url}/cases/${caseId}`);
  await other.getByText('已通知维修').waitFor(wait);
  expect(await frame.getByText('已通知维修').count()).toBe(0);
  await other.getByText('老人已经出来了').waitFor(wait);
});

test('outside of hours it says so and takes a message with a way to reach them', async () => {
  await chat.desk.at('2026-03-02T21:00');
  const late = await browser.openPage({ width: 360, height: 780, locale: 'en-US' });
  await late.goto(siteUrl);
  await late.getByRole('button', { name: 'Chat with us' }).click();
  const frame = await talkIn(late);
  await frame.getByText(/^We are closed and open/).waitFor(wait);
  await frame.getByLabel('Message').fill('Please call me about my access card');
  await frame.getByRole('button', { name: 'Send' }).click();
  await frame.getByText('Sent once we know how to reach you').waitFor(wait);
  await frame.getByLabel('Name').fill('Dana');
  await frame.getByRole('button', { name: 'Leave it' }).click();
  await frame.getByText('Fill in a mail address or a phone number.').waitFor(wait);
  await frame.getByLabel('Phone').fill('13900001111');
  await frame.getByRole('button', { name: 'Leave it' }).click();
  await frame.getByText(/^Received under number FW-/).waitFor(wait);
  expect(await fits(frame)).toBe(true);
  await screenshot(late, 'chat-closed-360');
  const rows = await chat.desk.app.services.database.rows<{ name: string; owner: string | null }>(sql`SELECT reporter_name AS name, owner_id AS owner FROM service_case WHERE channel = 'chat' AND reporter_name IS NOT NULL`);
  expect(rows).toEqual([{ name: 'Dana', owner: expect.any(String) }]);
  // Alone, as a page, it says the same and has nothing to find fault with.
  await late.goto(`${chat.desk.app.url}/chat`);
  await late.getByRole('heading', { level: 1 }).waitFor(wait);
  await late.getByLabel('Message').waitFor(wait);
  expect(await axe(late)).toEqual([]);
  expect([...pageProblems(visitor), ...pageProblems(late)].filter((problem) => !/Failed to load resource|ERR_|net::/.test(problem))).toEqual([]);
});
