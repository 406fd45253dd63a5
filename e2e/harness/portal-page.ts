import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPortal } from '#modules/portal/server/test-portal.ts';
import { axe } from './browser.ts';

/** A picture as large as a telephone's, drawn by the page itself, for a file input. */
export const picture = async (page: Page, name: string) => {
  const text = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2_000, height: 1_500 });
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 200; i += 1) {
      if (pen) pen.fillStyle = `hsl(${(i * 47) % 360} 60% 50%)`;
      pen?.fillRect((i * 97) % 2_000, (i * 61) % 1_500, 250, 190);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') };
};

/** Asks for a code on the page that is open, reads its mail and enters it. */
export async function enterCode(portal: TestPortal, on: Page, email: string): Promise<void> {
  await on.getByLabel('邮箱').fill(email);
  expect(await axe(on)).toEqual([]);
  const before = portal.smtp.mails.length;
  await on.getByRole('button', { name: '获取验证码' }).click();
  await on.getByText('验证码很快会到').waitFor();
  await expect.poll(() => portal.smtp.mails.slice(before).some(({ to }) => to.includes(email)), { timeout: 90_000 }).toBe(true);
  const at = portal.smtp.mails.findIndex(({ to }, index) => index >= before && to.includes(email));
  await on.getByLabel('六位验证码').fill(await portal.codeIn(at));
  await on.getByRole('button', { name: '登录' }).click();
}

/** What the telephone keeps of reports, drafts and visits, as JSON. */
export const keptOn = (on: Page): Promise<string> => on.evaluate(() => new Promise<string>((resolve) => {
  const opening = indexedDB.open('zhike-portal', 1);
  opening.addEventListener('success', () => {
    const all = opening.result.transaction('reports').objectStore('reports').getAll();
    all.addEventListener('success', () => resolve(JSON.stringify(all.result)));
  });
}));
