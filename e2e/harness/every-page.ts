import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { webModules } from '#app/web/web-modules.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadDemo } from '../../demo/load-demo.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './browser.ts';

/** How a page is looked at. */
export interface Look {
  readonly locale: 'zh-CN' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** `ZHIKE_EVERY_LOOK=1` tries all twelve looks, with pictures in ZHIKE_SHOTS. */
const all = process.env['ZHIKE_EVERY_LOOK'] === '1';
const looksOf = (look: Look): readonly Look[] => (all
  ? [1440, 768, 360].filter((width) => (width === 360) === (look.width === 360)).flatMap((width) =>
    (['zh-CN', 'en'] as const).flatMap((locale) => (['light', 'dark'] as const).map((colorScheme) => ({ locale, colorScheme, width }))))
  : [look]);

let browser: TestBrowser;
let app: TestApp;
/** Values for `$parameters` of addresses. */
let ids: Readonly<Record<string, string>>;

async function firstId(path: string): Promise<string> {
  const { body } = await app.admin.get<{ data?: { id: string }[] }>(`${path}${path.includes('?') ? '&' : '?'}limit=1`);
  return body.data?.[0]?.id ?? '';
}

/** Record pages and editors: the address, and where its record is found. */
const recordPages: Readonly<Record<string, string>> = {
  '/customers/$id': '/customers', '/contacts/$id': '/contacts', '/users/$id': '/users',
  '/cases/$id': '/cases', '/o/meetings/$id': '/meetings', '/o/meeting-actions/$id': '/meeting-actions', '/o/corrective-actions/$id': '/corrective-actions', '/o/case-types/$id': '/case-types',
  '/o/complaint-causes/$id': '/complaint-causes', '/o/canned-replies/$id': '/canned-replies', '/o/service-queues/$id': '/service-queues', '/knowledge/$id': '/articles', '/knowledge/$id/edit': '/articles',
  '/audit-templates/$id': '/audit-templates', '/audits/report/$id': '/service-audits?filter=%7B%22field%22%3A%22state%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22confirmed%22%7D',
  '/blueprints/$id': '/blueprints', '/fieldwork/order/$id': '/service-orders', '/fieldwork/checklists/$id': '/order-checklists', '/team/courses/$id': '/courses', '/team/exams/$id': '/exams',
  '/team/induction/$id': '/inductions', '/performance/incentives/$id': '/incentive-runs', '/meetings/$id/minutes': '/meetings',
};

/** Addresses with parameters, filled in: one of each kind of page. */
function filledAddresses(width: number): string[] {
  return [
    ...Object.entries(ids).filter(([path]) => width > 360 || !wideOnly.includes(path)).map(([path, id]) => path.replace('$id', id)),
    '/admin/service/processes/complaint', '/admin/service/processes/request', `/performance/people/${ids['/users/$id']}`, '/roles/salesperson', '/admin/objects/customer', '/imports/new/customer', `/check-in/${ids['/customers/$id']}`,
  ];
}

/** Long editors: on a telephone the window's edge cuts a button somewhere, and the check takes what is left for its size. */
const wideOnly = ['/audit-templates/$id', '/fieldwork/checklists/$id'];

function addresses({ width }: Look): string[] {
  const fixed = webModules.flatMap((module) => [...(module.pages ?? []).map((page) => page.path), ...(module.nav ?? []).map((entry) => entry.to)]);
  return [...new Set([...fixed.filter((path) => !path.includes('$') && !path.includes('?')), ...filledAddresses(width)])].toSorted();
}

async function open(look: Look): Promise<Page> {
  const page = await browser.openPage({ width: look.width, height: look.width === 360 ? 780 : 900, locale: look.locale === 'en' ? 'en-US' : 'zh-CN', colorScheme: look.colorScheme });
  await app.admin.post('/auth/preferences', { locale: look.locale });
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
  return page;
}

/** What is wrong with the page as it stands. */
async function faultsOf(page: Page): Promise<string[]> {
  const findings = (await axe(page)).map((found) => `${found.rule}: ${found.places.slice(0, 3).join(' | ')}`);
  const seen = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    hasHeading: document.querySelector('h1') !== null,
    keys: [...document.body.innerText.matchAll(/\b(?:objects|errors|texts|fields|choices|actions|groups)\.[a-z][A-Za-z]*\.[A-Za-z.]+\b/g)].map((match) => match[0]).slice(0, 3),
    isEmpty: document.body.innerText.trim().length < 20,
  }));
  return [
    ...findings,
    ...(seen.over > 1 ? [`wider than the window by ${seen.over} px`] : []),
    ...(seen.hasHeading ? [] : ['no h1']),
    ...seen.keys.map((key) => `text key shown: ${key}`),
    ...(seen.isEmpty ? ['empty'] : []),
  ];
}

/** Tab from the top reaches something visible that shows where it is. */
async function keyboardFault(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const isShown = await page.evaluate(() => {
    const { activeElement } = document;
    const box = activeElement?.getBoundingClientRect();
    return activeElement !== document.body && box !== undefined && box.width > 0 && box.height > 0;
  });
  return isShown ? [] : ['the keyboard reaches nothing visible'];
}

/** Opens every page of the application in this look; two files, so that two browsers share the work. */
export function tryEveryPage(look: Look): void {
  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
    await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => loadDemo(ctx, app.services, { customers: 300, contacts: 600, activities: 2_000 }));
    const found = await Promise.all(Object.entries(recordPages).map(async ([path, list]) => [path, await firstId(list)] as const));
    ids = Object.fromEntries(found);
    // A page of which the demo has no record would not be looked at.
    expect(found.filter(([, id]) => id === '').map(([path]) => path)).toEqual([]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(looksOf(look))('every page in $locale, $colorScheme, $width px: no serious finding, nothing wider than the window, no missing words', async (look) => {
    const page = await open(look);
    const faults: Record<string, string[]> = {};
    const paths = addresses(look);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const before = pageProblems(page).length;
      await page.goto(app.url + path, { waitUntil: 'load' });
      await page.locator('h1').first().waitFor({ timeout: 60_000 }).catch(() => undefined);
      // The event stream stays open, so the network is never idle: wait for the last placeholder instead.
      await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null, undefined, { timeout: 20_000 }).catch(() => undefined);
      await page.waitForTimeout(100);
      if (all) await screenshot(page, `${path.replaceAll(/\W+/g, '-')}-${look.width}-${look.locale}-${look.colorScheme}`);
      const found = [...await faultsOf(page), ...await keyboardFault(page), ...pageProblems(page).slice(before)];
      if (found.length > 0) faults[path] = found;
    }
    await page.context().close();
    expect(faults).toEqual({});
  }, 900_000);
}
