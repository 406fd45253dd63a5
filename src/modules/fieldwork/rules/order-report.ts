import type { Bilingual } from '#kernel/texts.ts';

/** How an item of a checklist is answered (SE-11). */
export const itemKinds = ['tick', 'number', 'choice', 'text', 'photo', 'signature'] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface ItemChoice {
  readonly value: string;
  readonly label: Bilingual;
  /** Chosen, it is said to the case like something that was not kept. */
  readonly isBad: boolean;
}

export interface ChecklistItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly label: Bilingual;
  readonly isRequired: boolean;
  readonly needsPhoto: boolean;
  /** Of a number. */
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly choices?: readonly ItemChoice[] | undefined;
}

export interface ChecklistAnswer {
  readonly key: string;
  /** `yes` or `no`, a number as decimal text, a choice's value, words; empty where pictures are the answer. */
  readonly value: string;
  readonly comment: string;
  /** How many. */
  readonly photos: number;
}

export interface ReportGap {
  readonly key: string;
  readonly part: 'value' | 'comment' | 'photos';
}

const isPicture = (kind: ItemKind): boolean => kind === 'photo' || kind === 'signature';

const numeral = /^-?\d{1,9}(\.\d{1,4})?$/;

/** Whether a value answers an item at all. */
function answers({ kind, choices }: ChecklistItem, value: string): boolean {
  if (kind === 'tick') return value === 'yes' || value === 'no';
  if (kind === 'number') return numeral.test(value);
  if (kind === 'choice') return choices?.some((choice) => choice.value === value) === true;
  return kind === 'text' ? value.trim() !== '' : value === '';
}

/** Not kept: a no, a number out of its range, a choice that is marked as bad. Its reason is asked for, and the case is told. */
export function isMissed({ kind, min, max, choices }: ChecklistItem, value: string): boolean {
  if (kind === 'tick') return value === 'no';
  if (kind === 'choice') return choices?.some((choice) => choice.value === value && choice.isBad) === true;
  if (kind !== 'number' || !numeral.test(value)) return false;
  return (min !== undefined && Number(value) < min) || (max !== undefined && Number(value) > max);
}

/**
 * What a report of done work still misses (SE-11): an answer to each required item, words where one was not kept, a photo
 * where the list asks for one and it was.
 */
export function reportGaps(items: readonly ChecklistItem[], given: readonly ChecklistAnswer[]): readonly ReportGap[] {
  return items.flatMap((item): ReportGap[] => {
    const { key, kind, isRequired, needsPhoto } = item;
    const answer = given.find((each) => each.key === key);
    if (!answer) return isRequired ? [{ key, part: isPicture(kind) ? 'photos' : 'value' }] : [];
    if (!answers(item, answer.value)) return [{ key, part: 'value' }];
    if (isPicture(kind)) return answer.photos === 0 ? [{ key, part: 'photos' }] : [];
    if (isMissed(item, answer.value)) return answer.comment.trim() === '' ? [{ key, part: 'comment' }] : [];
    return needsPhoto && answer.photos === 0 ? [{ key, part: 'photos' }] : [];
  });
}

/** The list itself asks for the customer's signature: then the report needs no other. */
export const asksSignature = (items: readonly ChecklistItem[]): boolean => items.some(({ kind, isRequired }) => kind === 'signature' && isRequired);

export interface ChecklistFault {
  /** Of the list: from 0. */
  readonly at: number;
  readonly code: 'key-twice' | 'range' | 'choices' | 'choice-twice';
}

/** What keeps a checklist from being used: two items of one key, a range upside down, a choice between fewer than two. */
export function checklistFaults(items: readonly ChecklistItem[]): readonly ChecklistFault[] {
  return items.flatMap(({ key, kind, min, max, choices = [] }, at): ChecklistFault[] => [
    ...(items.findIndex((item) => item.key === key) < at ? [{ at, code: 'key-twice' } as const] : []),
    ...(kind === 'number' && min !== undefined && max !== undefined && min > max ? [{ at, code: 'range' } as const] : []),
    ...(kind === 'choice' && choices.length < 2 ? [{ at, code: 'choices' } as const] : []),
    ...(kind === 'choice' && new Set(choices.map(({ value }) => value)).size < choices.length ? [{ at, code: 'choice-twice' } as const] : []),
  ]);
}
