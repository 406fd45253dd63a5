import type { Bilingual } from '#kernel/texts.ts';

export interface ChecklistItem {
  readonly key: string;
  readonly label: Bilingual;
  readonly isRequired: boolean;
  readonly needsPhoto: boolean;
}

export interface ChecklistAnswer {
  readonly key: string;
  readonly value: 'yes' | 'no';
  readonly comment: string;
  /** How many. */
  readonly photos: number;
}

export interface ReportGap {
  readonly key: string;
  readonly part: 'value' | 'comment' | 'photos';
}

/**
 * What a report of done work still misses (SE-11): an answer to each required item, words where one was not kept, a photo
 * where the list asks for one and it was.
 */
export function reportGaps(items: readonly ChecklistItem[], answers: readonly ChecklistAnswer[]): readonly ReportGap[] {
  return items.flatMap(({ key, isRequired, needsPhoto }): ReportGap[] => {
    const answer = answers.find((each) => each.key === key);
    if (!answer) return isRequired ? [{ key, part: 'value' }] : [];
    if (answer.value === 'no') return answer.comment.trim() === '' ? [{ key, part: 'comment' }] : [];
    return needsPhoto && answer.photos === 0 ? [{ key, part: 'photos' }] : [];
  });
}
