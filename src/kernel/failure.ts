import type { TextParams } from './texts.ts';

/** Every code with its HTTP status; the words are in failure-texts.ts, one for each code. */
export const failureStatus = {
  'request.invalid': 400,
  'request.unknown-field': 400,
  'request.too-large': 413,
  'request.not-json': 415,
  'request.cross-site': 403,
  'request.too-many': 429,
  'request.idempotency-mismatch': 422,
  'request.timeout': 503,
  'auth.required': 401,
  'auth.wrong-credentials': 401,
  'auth.locked': 429,
  'auth.second-factor-required': 401,
  'auth.second-factor-wrong': 401,
  'auth.fresh-required': 403,
  'auth.forbidden': 403,
  'auth.view-only': 403,
  'auth.password-weak': 400,
  'auth.setup-done': 409,
  'record.not-found': 404,
  'record.stale': 412,
  'record.duplicate': 409,
  'record.in-use': 409,
  'record.wrong-state': 409,
  'record.invalid': 400,
  'record.too-many': 413,
  'policy.not-in-force': 422,
  'policy.facts-missing': 422,
  'policy.faulty': 422,
  'policy.not-ready': 422,
  'policy.own-submission': 403,
  'policy.refused': 409,
  'reception.day-not-open': 409,
  'reception.day-open': 409,
  'reception.nobody-free': 409,
  'reception.not-on-roster': 409,
  'reception.not-on-site': 409,
  'reception.not-due': 409,
  'reception.lunch-duty': 409,
  'stock.unit-taken': 409,
  'stock.instalments': 400,
  'stock.refused': 422,
  'service.not-this-step': 409,
  'service.too-long': 422,
  'service.no-address': 422,
  'service.not-your-step': 403,
  'service.process-faulty': 422,
  'service.process-in-use': 409,
  'service.taken-meanwhile': 409,
  'service.retype-supervisor': 403,
  'fieldwork.overlap': 409,
  'fieldwork.unfit': 409,
  'team.conflicts': 409,
  'team.exam-over': 409,
  'team.no-attempts': 409,
  'team.exam-first': 409,
  'chat.taken': 409,
  'chat.full': 409,
  'chat.blocked': 403,
  'fieldwork.short': 409,
  'fieldwork.newer-checklist': 409,
  'import.not-a-table': 400,
  'import.wrong-state': 409,
  'file.too-large': 413,
  'file.refused': 415,
  'system.not-ready': 503,
  'system.disk-full': 507,
  'system.error': 500,
} as const;

export type FailureCode = keyof typeof failureStatus;

/** One wrong place in a request: a path such as `phone` or `operations.3.name`, and a code from `record-issue` texts. */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly params?: TextParams;
}

/** An expected refusal. The one error handler turns it into RFC 9457 in the caller's language (PL-20). */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly params: TextParams;
  readonly issues: readonly Issue[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, params: TextParams, issues: readonly Issue[], extra: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    this.params = params;
    this.issues = issues;
    this.extra = extra;
  }

  get status(): number {
    return failureStatus[this.code];
  }
}

/** Builds a Failure to be thrown: `throw fail('record.not-found')`. `extra` members are added to the problem document. */
export const fail = (
  code: FailureCode,
  params: TextParams = {},
  issues: readonly Issue[] = [],
  extra: Readonly<Record<string, unknown>> = {},
): Failure => new Failure(code, params, issues, extra);
