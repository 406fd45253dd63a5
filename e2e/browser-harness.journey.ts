import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';
import type { TestBrowser } from './harness/browser.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const document = (body: string, head = '') =>
  `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="zh-CN"><head><title>知客</title>${head}</head>
  <body><main><h1>客户</h1>${body}</main></body></html>`)}`;

/** Draws each character alone and returns its pixels as text. */
const drawn = (page: Page, characters: string) =>
  page.evaluate((all) => {
    const canvas = window.document.createElement('canvas');
    canvas.width = canvas.height = 60;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    return [...all].map((character) => {
      pen.clearRect(0, 0, 60, 60);
      pen.font = '40px sans-serif';
      pen.fillText(character, 5, 45);
      return pen.getImageData(0, 0, 60, 60).data.join();
    });
  }, characters);

test('Chinese characters are drawn as themselves, not as boxes', async () => {
  const page = await browser.openPage();
  await page.goto(document('<p>知客 客户 赢单</p>'));
  const characters = '知客户赢单曾沙鑫销售员￥A1';
  const pictures = await drawn(page, `${characters}\u{10fffd}\u{10fffc}`);
  // Two characters that no font has look the same (a box, or nothing); every real one differs from it.
  expect(pictures.at(-1)).toBe(pictures.at(-2));
  expect(new Set(pictures).size).toBe([...characters].length + 1);
  expect(existsSync(await screenshot(page, 'browser-harness'))).toBe(true);
});

test('axe finds a planted fault and nothing on a sound page, under a content policy without inline scripts', async () => {
  const page = await browser.openPage({ width: 390, height: 844 });
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  await page.goto(document('<button type="button">保存</button>', policy));
  expect(await axe(page)).toEqual([]);
  await page.goto(document('<button type="button"></button>', policy));
  expect((await axe(page)).map((finding) => finding.rule)).toEqual(['button-name']);
});

test('a page keeps its own size, language and colour scheme, and its errors are collected', async () => {
  const page = await browser.openPage({ width: 390, height: 844, locale: 'en-US', colorScheme: 'dark' });
  await page.goto(document('<p>知客</p><script>throw new Error("planted")</script>'));
  const seen = await page.evaluate(() => [
    innerWidth,
    navigator.language,
    matchMedia('(prefers-color-scheme: dark)').matches,
  ]);
  expect(seen).toEqual([390, 'en-US', true]);
  expect(pageProblems(page)).toEqual(['error: planted']);
});
