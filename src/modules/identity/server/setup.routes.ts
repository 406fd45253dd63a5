import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { locales } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { openSession } from './actions/open-session.ts';
import { isUsername } from './actions/save-user.ts';
import { isSetupNeeded, setUpCompany } from './actions/set-up-company.ts';
import { beginAddressAttempt, forgiveAttempt } from './credentials/attempts.ts';
import { isDemoLoaded } from './queries/is-demo-loaded.ts';
import { loadActor } from './load-actor.ts';
import { isLoopback } from './credentials/networks.ts';
import { dropActors, ownAction } from './own-action.ts';
import { hashPassword, requireStrongPassword } from './credentials/passwords.ts';
import { normaliseUsername } from './queries/find-account.ts';
import { setSessionCookie } from './credentials/tokens.ts';
import { setUpAnswer, setupAnswer } from './answers/account.answers.ts';

/** Loads the demo company in the transaction of the set-up; given by the application, which knows the demo. */
export type DemoLoader = (ctx: Context, services: Services) => Promise<{ readonly password: string }>;

const body = z.strictObject({
  username: z.string().max(200).transform(normaliseUsername).refine(isUsername),
  name: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(1024),
  companyName: z.string().trim().min(1).max(120),
  locale: z.enum(locales).default('zh-CN'),
  secret: z.string().max(200).optional(),
  demo: z.boolean().default(false),
});

/** Asked for when the page is opened from another computer; the same in every process, different in every company. */
export const setupSecret = (secrets: Secrets): string => secrets.blindIndex('first administrator', 'setup').slice(0, 24);

/** Whether the person sits at this machine: no proxy before us, no foreign name that was pointed at us. */
function isAtThisMachine(request: FastifyRequest): boolean {
  const { headers } = request;
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded'].some((name) => headers[name] !== undefined);
  return isLoopback(request.ip) && !isForwarded && ['localhost', '127.0.0.1', '[::1]'].includes(request.hostname);
}

const people = (ctx: Context): Promise<{ username: string; name: string; title: string | null; roles: string[] }[]> => ctx.db.rows(sql`
  SELECT u.username, u.name, u.title, ARRAY(SELECT r.label->>${ctx.locale} FROM user_role ur JOIN role r ON r.key = ur.role WHERE ur.user_id = u.id) AS roles
  FROM app_user u WHERE u.is_active AND u.deleted_at IS NULL AND u.password_hash IS NOT NULL ORDER BY regexp_replace(u.username, '\\D', '', 'g'), u.created_at DESC, u.id LIMIT 50`);

/** First run (PL-2, SEC-1). */
export function setupRoutes(services: Services, loadDemo: DemoLoader | undefined): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', path: '/setup', access: 'public', kind: 'query', tag: 'setup',
      summary: 'Whether the first administrator is still to be created', answer: setupAnswer,
      handle: async (ctx, { request }) => {
        const isNeeded = await isSetupNeeded(ctx);
        const isSecretNeeded = isNeeded && !isAtThisMachine(request);
        const hasDemo = loadDemo !== undefined;
        const isDemo = !isNeeded && (await isDemoLoaded(ctx));
        return { isNeeded, isSecretNeeded, hasDemo, ...(isDemo && { people: await people(ctx) }) };
      },
    }),
    defineRoute({
      method: 'POST', path: '/setup', access: 'public', kind: 'query', tag: 'setup', body, status: 201,
      summary: 'Create the company and its first administrator, and sign in', answer: setUpAnswer,
      handle: (ctx, { body, request, reply }) => createFirst(services, ctx, { body, request, reply, loadDemo }),
    }),
    defineRoute({
      method: 'POST', path: '/setup/demo', access: { right: 'admin.users' }, kind: 'query', tag: 'setup', status: 201, isFreshNeeded: true,
      summary: 'Fill a company without records with the demo; the password of its people is answered, this once', answer: z.strictObject({ password: z.string() }),
      handle: (ctx) => fillWithDemo(services, ctx, loadDemo),
    }),
  ];
}

/**
 * Not a job: the password of the demo's people is kept nowhere, so only this answer can carry it. All or nothing; a
 * company with records, deleted ones too, is never mixed with invented ones.
 */
async function fillWithDemo(services: Services, ctx: Context, loadDemo: DemoLoader | undefined): Promise<{ password: string }> {
  const { isEmpty } = await ctx.db.one<{ isEmpty: boolean }>(sql`SELECT NOT EXISTS (SELECT 1 FROM customer) AS "isEmpty"`);
  if (loadDemo === undefined || !isEmpty || (await isDemoLoaded(ctx))) throw fail('record.wrong-state');
  return ownAction(services, ctx, async (tx) => {
    const { password } = await loadDemo(tx, services);
    await writeAudit(tx, [{ action: 'load-demo', object: 'setting' }]);
    dropActors(services, tx);
    return { password };
  });
}

interface FirstInput {
  readonly body: z.infer<typeof body>;
  readonly request: FastifyRequest;
  readonly reply: Parameters<typeof setSessionCookie>[1];
  readonly loadDemo: DemoLoader | undefined;
}

async function createFirst(services: Services, ctx: Context, { body, request, reply, loadDemo }: FirstInput): Promise<{ userId: string; demoPassword?: string }> {
  if (!(await isSetupNeeded(ctx))) throw fail('auth.setup-done');
  if (!isAtThisMachine(request)) await requireSecret(services, ctx, body.secret ?? '');
  if (body.demo && loadDemo === undefined) throw fail('request.invalid', {}, [{ path: 'demo', code: 'invalid' }]);
  await requireStrongPassword(body.password, { profile: 'nist', words: [body.username, body.name, body.companyName] });
  const passwordHash = await hashPassword(body.password);
  const system = systemActor(services);
  const session = await ownAction(services, ctx, async (tx) => {
    const userId = await setUpCompany(tx, { ...body, passwordHash, timeZone: services.timeZone });
    const demo = body.demo ? await loadDemo?.(tx, services) : undefined;
    return { userId, demo, ...(await openSession(tx, userId, request.headers['user-agent'])) };
  }, system);
  const loaded = await loadActor(services.database, ctx.registry, session.userId, ctx.now);
  await ownAction(services, ctx, (tx) => writeAudit(tx, [{
    action: 'sign-in', object: 'session', recordId: session.userId, detail: { session: session.id },
  }]), loaded?.actor);
  setSessionCookie(request, reply, session.token, session.expires);
  return { userId: session.userId, ...(session.demo && { demoPassword: session.demo.password }) };
}

async function requireSecret(services: Services, ctx: Context, given: string): Promise<void> {
  const attempt = await beginAddressAttempt(services, ctx, 'setup');
  const wanted = Buffer.from(setupSecret(services.secrets));
  const shown = Buffer.from(given.trim());
  if (wanted.length !== shown.length || !timingSafeEqual(wanted, shown)) {
    throw fail('request.invalid', {}, [{ path: 'secret', code: 'setup-secret' }]);
  }
  await ownAction(services, ctx, (tx) => forgiveAttempt(tx, attempt));
}
