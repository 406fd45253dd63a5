import { isJsonObject } from '#kernel/json.ts';

export interface KeptPicture {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  /** The server has it. */
  readonly isSent: boolean;
}

export interface ReportWords {
  readonly caseType: string;
  readonly customer: string;
  readonly subject: string;
  readonly text: string;
  readonly place: string;
}

/** A report or a message as this device keeps it, from the first letter until the server has all of it (UX-16). */
export interface KeptReport {
  /** The key that the server knows it by: the same on every try. */
  readonly id: string;
  /** Two who share a telephone keep apart what is theirs. */
  readonly email: string;
  /** The case that it adds to; null: a new one. */
  readonly caseId: string | null;
  readonly words: ReportWords;
  readonly pictures: readonly KeptPicture[];
  /** What the server made of the words: the case and, for an addition, the message. */
  readonly made: { readonly caseId: string; readonly message: string | null } | null;
  /** `refused`: the server does not take it as it is. */
  readonly state: 'draft' | 'waiting' | 'refused';
  readonly problem: string | null;
  /** Milliseconds by the device's clock. */
  readonly savedAt: number;
}

export const isKeptReport = (value: unknown): value is KeptReport =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['email'] === 'string' && isJsonObject(value['words']) && Array.isArray(value['pictures']) && typeof value['savedAt'] === 'number';

export const noWords: ReportWords = { caseType: '', customer: '', subject: '', text: '', place: '' };

export const newReport = (id: string, email: string, caseId: string | null, savedAt: number): KeptReport =>
  ({ id, email, caseId, words: noWords, pictures: [], made: null, state: 'draft', problem: null, savedAt });
