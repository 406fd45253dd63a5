import { isJsonObject } from '#kernel/json.ts';
import type { Locale } from '#kernel/texts.ts';

/** A refusal in the reader's words; status 0: the network is gone. */
export class GuestProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** The places of the request that are wrong. */
  readonly paths: readonly string[];
  constructor(status: number, code: string, words: string, paths: readonly string[] = []) {
    super(words);
    this.status = status;
    this.code = code;
    this.paths = paths;
  }
}

/** Worth another try by itself: the network, a busy or stopped server, a session that ended. */
export const isPassing = (problem: unknown): boolean =>
  problem instanceof GuestProblem && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500);

export type GuestCall = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>;

const ofErrors = (problem: unknown, part: 'message' | 'path'): string[] =>
  (isJsonObject(problem) && Array.isArray(problem['errors']) ? problem['errors'].flatMap((error) => (isJsonObject(error) && typeof error[part] === 'string' ? [error[part]] : [])) : []);

const wordsOf = (problem: unknown, status: number): string => {
  if (!isJsonObject(problem)) return String(status);
  const errors = ofErrors(problem, 'message');
  return [typeof problem['title'] === 'string' ? problem['title'] : String(status), ...errors].join(' ');
};

interface CallOptions {
  readonly locale: Locale;
  /** What to say when the network is gone. */
  readonly lost: string;
  /** The part of the interface that the page talks with: `/api/v1/portal`. */
  readonly base: string;
  /** Asked at each call. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** Calls the server in one language; what comes back is trusted to be as declared. */
export const makeGuestCall = ({ locale, lost, base, headers }: CallOptions): GuestCall => async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const isBytes = body instanceof Blob;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      method, headers: { 'accept-language': locale, ...headers?.(), ...(body !== undefined && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }) },
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    throw new GuestProblem(0, 'network.lost', lost);
  }
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new GuestProblem(response.status, isJsonObject(parsed) && typeof parsed['code'] === 'string' ? parsed['code'] : '', wordsOf(parsed, response.status), ofErrors(parsed, 'path'));
  return parsed as T;
};

/** A key made here; `randomUUID` is missing where the page came without HTTPS. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
