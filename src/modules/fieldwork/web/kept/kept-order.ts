import { isJsonObject } from '#kernel/json.ts';
import type { OrderSheet } from '../use-fieldwork.ts';

export type ChecklistItem = OrderSheet['items'][number];

/** Stands for the checklist item of a picture that is the customer's signature. */
export const SIGNATURE = 'signature';

export interface OrderPhoto {
  readonly key: string;
  /** A checklist item's key with `item:` before it, or SIGNATURE. */
  readonly of: string;
  readonly name: string;
  readonly blob: Blob;
  /** The server has it. */
  readonly fileId: string | null;
}

export interface KeptAnswer {
  /** `yes` or `no`, a number, a choice or words; empty where pictures are the answer. */
  readonly value?: string;
  readonly comment: string;
}

export interface KeptPart {
  readonly key: string;
  /** Of the list of parts; null for something else. */
  readonly part: string | null;
  readonly name: string;
  /** As typed. */
  readonly quantity: string;
}

/** An order as this device keeps it, from the first look until the server has its report (SE-11, UX-16). */
export interface KeptOrder {
  /** Person and order: two who share a telephone keep apart what is theirs. */
  readonly id: string;
  readonly userId: string;
  readonly order: string;
  /** The key of the report: the same on every try. */
  readonly submission: string;
  readonly title: string;
  readonly sheet: OrderSheet;
  readonly outcome: 'done' | 'failed';
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  readonly photos: readonly OrderPhoto[];
  readonly parts: readonly KeptPart[];
  readonly result: string;
  /** Null: the customer shall sign. */
  readonly unsignedFor: string | null;
  /** `refused`: the server will not take it as it is; a person must look. */
  readonly state: 'draft' | 'waiting' | 'refused';
  /** Milliseconds by the device's clock. */
  readonly savedAt: number;
  readonly problem: string | null;
}

/** Setting out or being there, until the server knows it. */
export interface KeptStep {
  readonly id: string;
  readonly userId: string;
  readonly order: string;
  readonly step: 'leave' | 'arrive';
  readonly title: string;
  /** Milliseconds by the device's clock. */
  readonly at: number;
}

/** What a device gives back; anything from before a change of shape is not taken for an order. */
export const isKeptOrder = (value: unknown): value is KeptOrder =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && typeof value['submission'] === 'string' && isJsonObject(value['sheet'])
  && isJsonObject(value['answers']) && Array.isArray(value['photos']) && Array.isArray(value['parts']) && typeof value['savedAt'] === 'number';
export const isKeptStep = (value: unknown): value is KeptStep =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && typeof value['order'] === 'string' && (value['step'] === 'leave' || value['step'] === 'arrive') && typeof value['at'] === 'number';

export const keptOrderId = (userId: string, order: string): string => `${userId}/${order}`;

export const newKeptOrder = (userId: string, sheet: OrderSheet, submission: string, now: number): KeptOrder => ({
  id: keptOrderId(userId, sheet.id), userId, order: sheet.id, submission, title: `${sheet.number} ${sheet.subject}`, sheet, outcome: 'done', answers: {}, photos: [], parts: [], result: '', unsignedFor: null,
  state: 'draft', savedAt: now, problem: null,
});

export const isTouched = (kept: KeptOrder): boolean => Object.keys(kept.answers).length + kept.photos.length + kept.parts.length > 0 || kept.result !== '';

export const itemOf = (key: string): string => `item:${key}`;

/** Parts with a name; a quantity that is none counts as one. */
const usedParts = (parts: readonly KeptPart[]) => parts.filter(({ name }) => name.trim() !== '')
  .map(({ part, name, quantity }) => ({ part, name: name.trim(), quantity: Number(quantity) > 0 ? quantity.replace(/\.$/, '').replace(/^\./, '0.') : '1' }));

/** An item that pictures answer is answered by its pictures. */
export const valueOf = ({ kind }: Pick<ChecklistItem, 'kind'>, answer: KeptAnswer | undefined, photos: number): string | undefined =>
  (kind === 'photo' || kind === 'signature' ? (photos > 0 ? '' : undefined) : answer?.value === '' ? undefined : answer?.value);

/** The answers as the rules ask for them: how many pictures there are of each. */
export const givenAnswers = ({ sheet, answers, photos }: Pick<KeptOrder, 'sheet' | 'answers' | 'photos'>) => sheet.items.flatMap((item) => {
  const count = photos.filter(({ of }) => of === itemOf(item.key)).length;
  const value = valueOf(item, answers[item.key], count);
  return value === undefined ? [] : [{ key: item.key, value, comment: answers[item.key]?.comment ?? '', photos: count }];
});

/** What the server is told; the same on every try once the photos are there. */
export function toReport(kept: KeptOrder) {
  const filesOf = (of: string) => kept.photos.filter((photo) => photo.of === of).flatMap(({ fileId }) => fileId ?? []);
  return {
    key: kept.submission, outcome: kept.outcome, result: kept.result.trim(), parts: usedParts(kept.parts), signature: filesOf(SIGNATURE).at(-1) ?? null,
    unsignedFor: kept.outcome === 'done' && kept.unsignedFor !== null ? kept.unsignedFor.trim() : null,
    answers: givenAnswers(kept).map((answer) => ({ ...answer, value: answer.value.trim(), comment: answer.comment.trim(), photos: filesOf(itemOf(answer.key)) })),
  };
}
