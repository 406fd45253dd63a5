import sql from 'sql-template-tag';
import { hashPassword, isSetupNeeded, setUpCompany } from '#modules/identity/server/identity.public.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { loadDemo } from '../../demo/load-demo.ts';

/** `ZHIKE_DEMO=1`: an empty system becomes the demo company; the password of its people is printed once (SEC-1). */
export async function ensureDemo(services: Services): Promise<void> {
  if (!(await isSetupNeeded({ db: services.database }))) return;
  const isChinese = services.defaultLocale === 'zh-CN';
  const { password, people } = await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    const userId = await setUpCompany(ctx, {
      username: 'admin', name: isChinese ? '管理员' : 'Administrator', passwordHash: '', companyName: isChinese ? '云栖实业' : 'Yunqi Industries',
      locale: services.defaultLocale, timeZone: services.timeZone,
    });
    const loaded = await loadDemo(ctx, services);
    await ctx.db.run(sql`UPDATE app_user SET password_hash = ${await hashPassword(loaded.password)} WHERE id = ${userId}`);
    return loaded;
  });
  const words = isChinese
    ? `演示公司已就绪：${people + 1} 人，用户名 admin、boss1、manager1、sales1 等，密码均为 ${password}（只显示这一次）`
    : `The demo company is ready: ${people + 1} people such as admin, boss1, manager1, sales1, all with the password ${password} (shown only once)`;
  process.stdout.write(`\n${words}\n\n`);
}
