import { newId } from '#kernel/ids.ts';
import { kitTexts } from '../texts/kit-texts.ts';
import { currentLocale } from '../texts/locale-provider.tsx';
import { ApiProblem, toProblem } from './api-problem.ts';

export const API_BASE = '/api/v1';

export type QueryValue = string | number | boolean | undefined;

export interface ApiOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly signal?: AbortSignal | undefined;
  /** The version that the person saw; a newer one answers 412 `record.stale`. */
  readonly ifMatch?: number | undefined;
  /** Keeps a repeated POST from acting twice; a new key is made when absent. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Handlers {
  /** Somebody's session ended: go to the sign-in page and come back. */
  onSignedOut(): void;
  /** Asks for the password; true when it was confirmed and the call may be repeated. */
  confirmPassword(): Promise<boolean>;
  onNetwork(isLost: boolean): void;
}

const handlers: Handlers = {
  onSignedOut: () => {},
  confirmPassword: () => Promise.resolve(false),
  onNetwork: () => {},
};

/** The shell says once what happens on a lost session, a sensitive action and a lost network. */
export function setApiHandlers(given: Partial<Handlers>): void {
  Object.assign(handlers, given);
}

export function apiUrl(path: string, query: ApiOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return `${API_BASE}${path}${text ? `?${text}` : ''}`;
}

function requestHeaders(method: string, body: unknown, options: ApiOptions): Headers {
  const headers = new Headers({ ...options.headers, accept: 'application/json', 'accept-language': currentLocale() });
  if (body !== undefined && !(body instanceof Blob)) headers.set('content-type', 'application/json');
  if (body instanceof Blob) headers.set('content-type', 'application/octet-stream');
  if (options.ifMatch !== undefined) headers.set('if-match', `"${options.ifMatch}"`);
  if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? newId());
  return headers;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    handlers.onNetwork(false);
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    handlers.onNetwork(true);
    throw new ApiProblem(0, 'network.lost', kitTexts.t(currentLocale(), 'network.lost'));
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    const detail = kitTexts.t(currentLocale(), 'network.garbled', { status: response.status });
    throw new ApiProblem(response.status, 'network.garbled', detail);
  }
}

async function call<T>(method: string, path: string, body: unknown, options: ApiOptions, isRetry = false): Promise<T> {
  const response = await send(apiUrl(path, options.query), {
    method,
    headers: requestHeaders(method, body, options),
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const answer = await readBody(response);
  // The one place where the answer's shape is taken on trust: the contract tests check it on the server's side.
  if (response.ok) return answer as T;
  const problem = toProblem(response.status, answer);
  if (problem.code === 'auth.required') handlers.onSignedOut();
  if (problem.code === 'auth.fresh-required' && !isRetry && (await handlers.confirmPassword())) {
    return call<T>(method, path, body, options, true);
  }
  throw problem;
}

/** The HTTP API below /api/v1. Every method throws `ApiProblem`; paths begin with `/`. */
export const api = {
  get: <T>(path: string, options: ApiOptions = {}) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options: ApiOptions = {}) => call<T>('POST', path, body, options),
  patch: <T>(path: string, body: unknown, options: ApiOptions = {}) => call<T>('PATCH', path, body, options),
  put: <T>(path: string, body: unknown, options: ApiOptions = {}) => call<T>('PUT', path, body, options),
  del: <T>(path: string, options: ApiOptions = {}) => call<T>('DELETE', path, undefined, options),
};
