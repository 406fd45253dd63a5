import sql from 'sql-template-tag';
import { folderStore } from '#platform/files/file-store.ts';
import { commandScan, noScan } from '#platform/files/malware-scan.ts';
import { filesFolder } from '#platform/files/take-upload.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { sendNotices } from './notices/send-notice.ts';
import { tellOfAnswers } from './notices/tell-customer.ts';
import { portalPaperRoutes } from './papers/portal-papers.routes.ts';
import type { PictureFiles } from './pictures/take-picture.ts';
import { portalCaseRoutes } from './portal-cases.routes.ts';
import { portalPictureRoutes } from './portal-pictures.routes.ts';
import { portalFormRoutes } from './portal-form.routes.ts';
import { formOriginsSetting, formSetting, portalSettings } from './portal-settings.ts';
import { portalSignInRoutes } from './portal-sign-in.routes.ts';
import { CODE_JOB } from './sign-in/ask-code.ts';
import { sendCode } from './sign-in/send-code.ts';
import { customerPortalRoutes } from './staff/customer-portal.routes.ts';

const TIDY_JOB = 'portal.tidy';
const NOTICE_JOB = 'portal.notice';

tellOfAnswers();

const fileRoutes = (files: PictureFiles) => [...portalPictureRoutes(files), ...portalPaperRoutes(files)];

/** The customers' own pages 客户门户 (SE-31): cases by a code that comes by mail, and the open form. */
export const portalModule: ServerModule = {
  name: 'portal',
  settings: portalSettings,
  routes: (services) => [
    ...portalSignInRoutes(services),
    ...portalCaseRoutes(services),
    ...fileRoutes({ services, store: folderStore(filesFolder(services)), scan: services.scanCommand === undefined ? noScan : commandScan(services.scanCommand) }),
    ...portalFormRoutes(services),
    ...customerPortalRoutes,
  ],
  pages: (services) => [
    { path: '/portal', file: 'portal.html', isTree: true },
    { path: '/portal/form', file: 'portal.html', frameAncestors: async () => ((await readSetting(services, formSetting)) ? readSetting(services, formOriginsSetting) : []) },
  ],
  start: (services) => {
    services.jobs.define({
      name: CODE_JOB, attempts: 6,
      handler: async ({ data }) => {
        if (typeof data['code'] === 'string') await sendCode(services, data['code']);
        return 'done';
      },
    });
    services.jobs.define({
      name: NOTICE_JOB, attempts: 6,
      handler: async () => {
        await sendNotices(services);
        return 'done';
      },
    });
    services.jobs.every(NOTICE_JOB, 20);
    services.jobs.define({
      name: TIDY_JOB,
      handler: async () => {
        await tidy(services);
        return 'done';
      },
    });
    services.jobs.every(TIDY_JOB, 6 * 3_600);
    return Promise.resolve();
  },
};

/** Addresses that asked for a code are not kept beyond what the limits need. */
async function tidy({ database: db, clock }: Services): Promise<void> {
  const ago = (days: number): string => new Date(clock().getTime() - days * 86_400_000).toISOString();
  await db.run(sql`DELETE FROM portal_code WHERE created_at < ${ago(1)}`);
  await db.run(sql`DELETE FROM portal_limit WHERE since < ${ago(2)}`);
  await db.run(sql`DELETE FROM portal_notice WHERE created_at < ${ago(30)}`);
  await db.run(sql`DELETE FROM portal_session WHERE expires_at < ${ago(30)}`);
}
