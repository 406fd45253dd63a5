export interface ProblemIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal of the server (RFC 9457), or `network.lost` / `network.garbled` when no proper answer came. */
export class ApiProblem extends Error {
  readonly code: string;
  /** One sentence in the person's language that says what to do next. */
  readonly detail: string;
  /** 0 when no answer came. */
  readonly status: number;
  readonly errors: readonly ProblemIssue[];
  /** Every other member: `current` and `yours` of 412, `decision` of a policy's refusal. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, detail: string, errors: readonly ProblemIssue[] = [], extra = {}) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.extra = extra;
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

function readIssues(value: unknown): ProblemIssue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('path' in item)) return [];
    const message = 'message' in item ? String(item.message) : '';
    return [{ path: String(item.path), code: 'code' in item ? String(item.code) : '', message }];
  });
}

/** Reads a problem document; anything else becomes a problem with the status as its code. */
export function toProblem(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null) return new ApiProblem(status, `http.${status}`, `HTTP ${status}`);
  const { code, detail, title, errors, ...extra } = Object.fromEntries(Object.entries(body));
  const words = typeof detail === 'string' ? detail : typeof title === 'string' ? title : `HTTP ${status}`;
  return new ApiProblem(status, typeof code === 'string' ? code : `http.${status}`, words, readIssues(errors), extra);
}
