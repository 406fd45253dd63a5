import { isJsonObject } from '#kernel/json.ts';
import type { CallAnswer } from '#kit/api/typed-client.ts';

export type AuditSheet = CallAnswer<'GET /audits/{id}/sheet'>;
export type SheetItem = AuditSheet['items'][number];

export interface AuditPhoto {
  readonly key: string;
  readonly item: string;
  readonly name: string;
  /** Absent for one that came from the server. */
  readonly blob: Blob | null;
  /** The server has it. */
  readonly fileId: string | null;
}

export interface KeptAnswer {
  /** Absent: not answered yet; null: not applicable. */
  readonly value?: number | null;
  readonly comment: string;
}

/** An audit as this device keeps it, from the first answer until the server has all of it (SE-21, UX-16). */
export interface KeptAudit {
  /** Person and audit: two who share a telephone keep apart what is theirs. */
  readonly id: string;
  readonly userId: string;
  readonly audit: string;
  /** The key of the submission: the same on every try. */
  readonly submission: string;
  readonly title: string;
  readonly sheet: AuditSheet;
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  readonly photos: readonly AuditPhoto[];
  readonly note: string;
  /** `refused`: the server will not take it as it is; a person must look. */
  readonly state: 'draft' | 'waiting' | 'refused';
  /** Milliseconds by the device's clock. */
  readonly savedAt: number;
  readonly problem: string | null;
}

/** What a device gives back; anything from before a change of shape is not taken for an audit. */
export const isKeptAudit = (value: unknown): value is KeptAudit =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && typeof value['submission'] === 'string' && isJsonObject(value['sheet'])
  && isJsonObject(value['answers']) && Array.isArray(value['photos']) && typeof value['savedAt'] === 'number';

export const keptId = (userId: string, audit: string): string => `${userId}/${audit}`;

/** A sheet on its way onto the device, with what was answered before it came back. */
export const newKeptAudit = (userId: string, sheet: AuditSheet, submission: string, now: number): KeptAudit => ({
  id: keptId(userId, sheet.id), userId, audit: sheet.id, submission, title: [sheet.unit, sheet.site].filter(Boolean).join(' · '), sheet, note: sheet.note, state: 'draft', savedAt: now, problem: null,
  answers: Object.fromEntries(sheet.answers.map(({ key, value, comment }) => [key, { value, comment }])),
  photos: sheet.answers.flatMap(({ key, photos }) => photos.map((fileId, at) => ({ key: fileId, item: key, name: `${key}-${at + 1}.jpg`, blob: null, fileId }))),
});

/** What the server is told; the same on every try once the photos are there. */
export const toSubmission = (kept: KeptAudit) => ({
  key: kept.submission, templateNumber: kept.sheet.templateNumber, note: kept.note.trim(),
  answers: kept.sheet.items.flatMap(({ key }) => {
    const answer = kept.answers[key];
    if (answer?.value === undefined) return [];
    return [{ key, value: answer.value, comment: answer.comment.trim(), photos: kept.photos.filter((photo) => photo.item === key).flatMap(({ fileId }) => fileId ?? []) }];
  }),
});
