import type { Locale } from '#kernel/texts.ts';
import { isJsonObject } from '#kernel/json.ts';
import type { CustomerState } from '../rules/customer-state.ts';

export interface PortalState { readonly isOpen: boolean; readonly isFormOpen: boolean; readonly company: string; readonly isMailReady: boolean }
export interface PublicType { readonly id: string; readonly name: string; readonly kind: string }
export interface PortalMe { readonly email: string; readonly parties: readonly { readonly customer: string; readonly name: string }[]; readonly types: readonly PublicType[] }
export interface PortalFile { readonly id: string; readonly name: string; readonly isPicture: boolean }
export interface PortalCaseRow {
  readonly id: string; readonly number: string; readonly type: string; readonly subject: string; readonly state: CustomerState; readonly receivedAt: string; readonly dueAt: string | null;
}
export interface PortalMessage { readonly id: string; readonly from: 'you' | 'us'; readonly name: string | null; readonly body: string; readonly at: string; readonly files: readonly PortalFile[] }
export interface PortalCase extends PortalCaseRow {
  readonly description: string | null; readonly place: string | null; readonly pictures: readonly PortalFile[]; readonly joinedTo: { readonly id: string; readonly number: string } | null;
  readonly mayWrite: boolean; readonly mayRate: boolean; readonly rating: { readonly score: number; readonly isSolved: boolean } | null; readonly messages: readonly PortalMessage[];
}
export interface FormOffer { readonly token: string; readonly bits: number; readonly types: readonly PublicType[]; readonly company: string }

/** A refusal in the reader's words; status 0: the network is gone. */
export class PortalProblem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, words: string) {
    super(words);
    this.status = status;
    this.code = code;
  }
}

/** Worth another try by itself: the network, a busy or stopped server, a session that ended. */
export const isPassing = (problem: unknown): boolean =>
  problem instanceof PortalProblem && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500);

export type PortalCall = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>;

const wordsOf = (problem: unknown, status: number): string => {
  if (!isJsonObject(problem)) return String(status);
  const errors = Array.isArray(problem['errors']) ? problem['errors'].flatMap((error) => (isJsonObject(error) && typeof error['message'] === 'string' ? [error['message']] : [])) : [];
  return [typeof problem['title'] === 'string' ? problem['title'] : String(status), ...errors].join(' ');
};

/** Calls the server in one language; what comes back is trusted to be as declared. */
export const makePortalCall = (locale: Locale, lost: string): PortalCall => async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const isBytes = body instanceof Blob;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/v1/portal${path}`, {
      method, headers: { 'accept-language': locale, ...(body !== undefined && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }) },
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    throw new PortalProblem(0, 'network.lost', lost);
  }
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new PortalProblem(response.status, isJsonObject(parsed) && typeof parsed['code'] === 'string' ? parsed['code'] : '', wordsOf(parsed, response.status));
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
