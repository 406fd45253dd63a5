import { isJsonObject } from '#kernel/json.ts';
import type { DayPart } from '../../rules/day-part.ts';

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

/** The day, YYYY-MM-DD or not chosen yet (empty), and its part that a visit is wished for. */
export interface VisitWish {
  readonly on: string;
  readonly part: DayPart;
}

/** A report, a message or a visit as this device keeps it, from the first letter until the server has all of it (UX-16). */
export interface KeptReport {
  /** The key that the server knows it by: the same on every try. */
  readonly id: string;
  /** Two who share a telephone keep apart what is theirs. */
  readonly email: string;
  /** The case that it adds to; null: a new one. */
  readonly caseId: string | null;
  readonly words: ReportWords;
  /** There for a visit that is booked; what is to be done is the text. */
  readonly visit?: VisitWish;
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

/** What is begun: a case, an addition to one, or a visit. */
export interface Beginning {
  readonly email: string;
  readonly caseId: string | null;
  readonly isVisit?: boolean;
}

export const newReport = (id: string, { email, caseId, isVisit = false }: Beginning, savedAt: number): KeptReport =>
  ({ id, email, caseId, words: noWords, ...(isVisit && { visit: { on: '', part: 'morning' } }), pictures: [], made: null, state: 'draft', problem: null, savedAt });

/** Nothing of it is worth a place on the device. */
export const isEmpty = ({ words, pictures, visit }: KeptReport): boolean =>
  pictures.length === 0 && words.subject === '' && words.text === '' && words.place === '' && (visit === undefined || visit.on === '');

/** The page where it goes on. */
export const pageOf = ({ caseId, visit }: KeptReport): string => (visit !== undefined ? '/portal/visit' : caseId === null ? '/portal/new' : `/portal/cases/${caseId}`);
