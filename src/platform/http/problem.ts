import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { ZodError } from 'zod';
import { type Failure, type Issue, Failure as FailureClass, fail } from '#kernel/failure.ts';
import { failureTexts } from '#kernel/failure-texts.ts';
import { issueText } from '#kernel/issue-texts.ts';
import type { Locale } from '#kernel/texts.ts';

/** Turns what zod found into issues; unknown keys get a code of their own (SEC-16). */
export function issuesFromZod(error: ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'unknown' }));
    }
    if (issue.code === 'too_big') return [{ path, code: 'too-big', params: { max: Number(issue.maximum) } }];
    if (issue.code === 'too_small') {
      const isEmpty = issue.origin === 'string' && Number(issue.minimum) === 1;
      return [{ path, code: isEmpty ? 'required' : 'too-small', params: { min: Number(issue.minimum) } }];
    }
    if (issue.code === 'invalid_type' && issue.input === undefined) return [{ path, code: 'required' }];
    return [{ path, code: 'invalid' }];
  });
}

function toFailure(error: unknown): Failure | undefined {
  if (error instanceof FailureClass) return error;
  if (error instanceof ZodError) {
    const issues = issuesFromZod(error);
    const code = issues.some((issue) => issue.code === 'unknown') ? 'request.unknown-field' : 'request.invalid';
    return fail(code, {}, issues);
  }
  if (error instanceof DatabaseError) return fromDatabase(error);
  const code = (error as FastifyError).code;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return fail('request.not-json');
  if (code === 'ENOSPC' || code === 'EDQUOT') return fail('system.disk-full');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fail('request.too-large');
  const status = (error as FastifyError).statusCode;
  if (status !== undefined && status >= 400 && status < 500) return fail('request.invalid');
  return undefined;
}

/** 57014: statement timeout; 53100: its disk is full; 08/57P/53: it is away, restarting or out of room. */
function fromDatabase(error: DatabaseError): Failure | undefined {
  if (error.code === '53100') return fail('system.disk-full');
  if (error.code === '57014') return fail('request.timeout');
  if (error.code?.startsWith('08') || error.code?.startsWith('57P') || error.code?.startsWith('53')) return fail('system.not-ready');
  if (error.code === '22021' || error.code === '22P05') return fail('request.invalid');
  return undefined;
}

const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error && /ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|does not answer|is not queryable/.test(error.message);

/** RFC 9457 in the caller's language; unexpected errors tell only a number to quote (SEC-26). */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, locale: Locale, log: FastifyBaseLogger): void {
  const failure = toFailure(error) ?? fail(isConnectionLoss(error) ? 'system.not-ready' : 'system.error', { requestId: request.id });
  if (failure.status >= 500) log.error({ err: error, requestId: request.id, code: failure.code }, 'request failed');
  const seconds = failure.params.seconds;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  reply
    .code(failure.status)
    .type('application/problem+json')
    .send(problemBody(failure, locale, request.id));
}

export function problemBody(failure: Failure, locale: Locale, requestId: string): Record<string, unknown> {
  return {
    type: `urn:zhike:problem:${failure.code}`,
    title: failureTexts.t(locale, failure.code, failure.params),
    status: failure.status,
    code: failure.code,
    requestId,
    ...(failure.issues.length > 0 && {
      errors: failure.issues.map((issue) => ({ path: issue.path, code: issue.code, message: issueText(locale, issue) })),
    }),
    ...failure.extra,
  };
}
