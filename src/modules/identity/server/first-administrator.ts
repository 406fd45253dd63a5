import type { Config } from '#platform/config/config.ts';
import { StartError } from '#platform/config/start-error.ts';
import type { Services } from '#platform/runtime/services.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { Failure } from '#kernel/failure.ts';
import { issueText } from '#kernel/issue-texts.ts';
import { identityTexts } from '../identity.texts.ts';
import { isSetupNeeded, setUpCompany } from './actions/set-up-company.ts';
import { hashPassword, requireStrongPassword } from './credentials/passwords.ts';
import { normaliseUsername } from './queries/find-account.ts';

/**
 * Creates the administrator named in ZHIKE_ADMIN_USERNAME and ZHIKE_ADMIN_PASSWORD when nobody has an account yet
 * (PL-2, SEC-1); otherwise does nothing. Answers whether it did. Throws a StartError for a password that is too weak.
 */
export async function ensureFirstAdministrator(
  services: Services, config: Pick<Config, 'adminUsername' | 'adminPassword'>,
): Promise<boolean> {
  const { adminUsername, adminPassword } = config;
  if (adminUsername === undefined || adminPassword === undefined || !(await isSetupNeeded({ db: services.database }))) return false;
  const username = normaliseUsername(adminUsername);
  await requireStrongPassword(adminPassword, { profile: 'nist', words: [username] }).catch((error: unknown) => {
    throw weakPassword(error);
  });
  const passwordHash = await hashPassword(adminPassword);
  const locale = services.defaultLocale;
  await runAction(services, { actor: systemActor(services) }, (ctx) => setUpCompany(ctx, {
    username, name: username, passwordHash, companyName: identityTexts.t(locale, 'company'), locale, timeZone: services.timeZone,
  })).catch((error: unknown) => {
    // Another server of the same company was quicker.
    if (!(error instanceof Failure) || error.code !== 'auth.setup-done') throw error;
  });
  return true;
}

function weakPassword(error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  const [issue] = error.issues;
  const reason = (locale: 'zh-CN' | 'en'): string => (issue === undefined ? '' : issueText(locale, issue));
  return new StartError(
    `ZHIKE_ADMIN_PASSWORD 不够安全：${reason('zh-CN')}。请换一个更长、更少见的密码后再启动。`,
    `ZHIKE_ADMIN_PASSWORD is too easy to guess: ${reason('en')}. Choose a longer, less common one and start again.`,
  );
}
