import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { confirmPassword } from './actions/confirm-password.ts';
import { endSession } from './actions/end-session.ts';
import { signIn } from './actions/sign-in.ts';
import { describeMe } from './queries/describe-me.ts';
import { listSessions } from './queries/list-sessions.ts';
import { requireSession } from './require-session.ts';
import { clearSessionCookie, setSessionCookie } from './credentials/tokens.ts';
import { nothing } from '#platform/http/answer.ts';
import { confirmedAnswer, meAnswer, sessionsAnswer, signedInAnswer } from './answers/account.answers.ts';

const login = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(1024),
  code: z.string().max(40).optional(),
});

export const idParams = z.object({ id: z.uuid().toLowerCase() });

/** Signing in and out, one's own sessions (PL-21). */
export function signInRoutes(services: Services): readonly Route[] {
  const tag = 'auth';
  return [
    defineRoute({
      method: 'POST', path: '/auth/login', access: 'public', kind: 'query', tag, body: login, status: 200,
      summary: 'Sign in; sets the session cookie', answer: signedInAnswer,
      handle: async (ctx, { body, request, reply }) => {
        const session = await signIn(services, ctx, { ...body, agent: request.headers['user-agent'], previous: request.actor });
        setSessionCookie(request, reply, session.token, session.expires);
        return { expiresAt: session.expires.toISOString() };
      },
    }),
    defineRoute({
      method: 'POST', path: '/auth/logout', access: 'public', kind: 'action', tag,
      summary: 'End this session', answer: nothing,
      handle: async (ctx, { request, reply }) => {
        const { actor } = request;
        if (actor?.sessionId !== undefined) await endSession(services, ctx, actor.sessionId);
        clearSessionCookie(request, reply);
      },
    }),
    defineRoute({
      method: 'GET', path: '/auth/me', access: 'signed-in', kind: 'query', tag,
      summary: 'Who is signed in', answer: meAnswer,
      handle: (ctx) => describeMe(ctx),
    }),
    defineRoute({
      method: 'POST', path: '/auth/confirm', access: 'signed-in', kind: 'query', tag,
      body: z.strictObject({ password: z.string().min(1).max(1024) }),
      summary: 'Enter the password again before a sensitive action', answer: confirmedAnswer,
      handle: (ctx, { body }) => confirmPassword(services, ctx, body.password),
    }),
    defineRoute({
      method: 'GET', path: '/auth/sessions', access: 'signed-in', kind: 'query', tag,
      summary: 'One’s own open sessions', answer: sessionsAnswer,
      handle: async (ctx) => {
        requireSession(ctx);
        return { data: await listSessions(ctx, ctx.actor.userId) };
      },
    }),
    defineRoute({
      method: 'DELETE', path: '/auth/sessions/:id', access: 'signed-in', kind: 'action', tag, params: idParams,
      summary: 'End one of one’s own sessions', answer: nothing,
      handle: async (ctx, { params }) => {
        requireSession(ctx);
        if (!(await endSession(services, ctx, params.id))) throw fail('record.not-found');
      },
    }),
  ];
}
