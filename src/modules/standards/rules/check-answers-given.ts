import { type AnswerValue, type AuditItem, type Demand, isItemFailed } from './score-audit.ts';

export interface GivenAnswer {
  readonly key: string;
  readonly value: AnswerValue;
  readonly comment: string;
  readonly photos: number;
}

export interface AnswerGap {
  readonly key: string;
  readonly part: 'value' | 'comment' | 'photos';
  readonly code: 'required' | 'invalid';
}

const fits = (item: AuditItem, value: AnswerValue): boolean => {
  if (value === null) return true;
  if (!Number.isFinite(value) || value < 0) return false;
  if (item.answer === 'yesNo') return value === 0 || value === 1;
  return item.answer === 'number' || (Number.isInteger(value) && value >= 1 && value <= 5);
};

/** Whether a comment or a photo must stand beside this answer. Not applicable needs neither. */
export const isDemanded = (demand: Demand, item: AuditItem, value: AnswerValue): boolean =>
  value !== null && (demand === 'always' || (demand === 'failed' && isItemFailed(item, value)));

/** What is missing before an audit can be submitted (SE-21): answers, and comments and photos where the rule asks. */
export function answerGaps(items: readonly AuditItem[], answers: readonly GivenAnswer[]): readonly AnswerGap[] {
  const given = new Map(answers.map((answer) => [answer.key, answer]));
  return items.flatMap((item): AnswerGap[] => {
    const answer = given.get(item.key);
    if (!answer) return [{ key: item.key, part: 'value', code: 'required' }];
    if (!fits(item, answer.value)) return [{ key: item.key, part: 'value', code: 'invalid' }];
    const gaps: AnswerGap[] = [];
    if (isDemanded(item.comment, item, answer.value) && answer.comment.trim() === '') gaps.push({ key: item.key, part: 'comment', code: 'required' });
    if (isDemanded(item.photo, item, answer.value) && answer.photos === 0) gaps.push({ key: item.key, part: 'photos', code: 'required' });
    return gaps;
  });
}
