import { Input } from 'antd';
import { memo, useId, useState } from 'react';
import { isDemanded } from '../../rules/check-answers-given.ts';
import { isItemFailed } from '../../rules/score-audit.ts';
import type { AuditPhoto, KeptAnswer, SheetItem } from '../kept/kept-audit.ts';
import { useStandardsTexts } from '../use-standards.ts';
import { ItemPhotos } from './item-photos.tsx';

interface ItemProps {
  readonly item: SheetItem;
  readonly at: number;
  readonly answer: KeptAnswer | undefined;
  readonly photos: readonly AuditPhoto[];
  /** Marked because something of it is missing. */
  readonly isMarked: boolean;
  onAnswer(key: string, answer: KeptAnswer): void;
  onPhotos(add: readonly AuditPhoto[], remove?: string): void;
}

type Values = readonly { readonly value: number | null; readonly label: string }[];

/** The answer itself: wide buttons, or a number against its target. */
function AnswerInput({ item, value, label, onChange }: { readonly item: SheetItem; readonly value: number | null | undefined; readonly label: string; onChange(value: number | null | undefined): void }) {
  const t = useStandardsTexts();
  const [typed, setTyped] = useState(value === null || value === undefined ? '' : String(value));
  const none = { value: null, label: t('fill.none') };
  const choices: Values = item.answer === 'yesNo' ? [{ value: 1, label: t('fill.yes') }, { value: 0, label: t('fill.no') }, none]
    : item.answer === 'scale' ? [...[1, 2, 3, 4, 5].map((each) => ({ value: each, label: String(each) })), none] : [none];
  const take = (text: string) => {
    if (!/^\d{0,7}([.。]\d{0,2})?$/.test(text)) return;
    setTyped(text);
    const number = Number(text.replace('。', '.'));
    onChange(text === '' || !Number.isFinite(number) ? undefined : number);
  };
  return (
    <div className={`fill-choices fill-${item.answer}`} role="group" aria-label={label}>
      {item.answer === 'number' && (
        <label className="fill-measure">
          <Input value={value === null ? '' : typed} inputMode="decimal" aria-label={label} suffix={item.unit ?? ''} onChange={(event) => take(event.target.value)} />
          <span className="small muted">{t(item.direction === 'atLeast' ? 'fill.atLeast' : 'fill.atMost', { target: item.target ?? 0, unit: item.unit ?? '' })}</span>
        </label>
      )}
      {choices.map((choice) => <button key={String(choice.value)} type="button" aria-pressed={value === choice.value} onClick={() => onChange(choice.value)}>{choice.label}</button>)}
    </div>
  );
}

const demandedOf = (item: SheetItem, value: number | null | undefined) => (value === undefined
  ? { needsComment: false, needsPhoto: false, isFailed: false }
  : { needsComment: isDemanded(item.comment, item, value), needsPhoto: isDemanded(item.photo, item, value), isFailed: isItemFailed(item, value) });

/** One line of an audit: what is looked at and how, the answer, and a comment and photos where they are asked for. */
export const FillItem = memo(({ item, at, answer, photos, isMarked, onAnswer, onPhotos }: ItemProps) => {
  const t = useStandardsTexts();
  const id = useId();
  const value = answer?.value;
  const comment = answer?.comment ?? '';
  const [isOpen, setOpen] = useState(false);
  const { needsComment, needsPhoto, isFailed } = demandedOf(item, value);
  const isMore = isOpen || needsComment || needsPhoto || comment !== '' || photos.length > 0;
  const missing = [
    isMarked && value === undefined && t('fill.missing'), needsComment && comment.trim() === '' && t('fill.needsComment'), needsPhoto && photos.length === 0 && t('fill.needsPhoto'),
  ].filter((words) => words !== false);
  return (
    <li className={`fill-item${isFailed ? ' is-failed' : ''}`} id={`fill-${item.key}`} tabIndex={-1}>
      <p className="fill-text"><span className="fill-at">{at}</span>{item.text}</p>
      {item.method !== null && <p className="small muted">{item.method}</p>}
      <AnswerInput item={item} value={value} label={item.text} onChange={(next) => onAnswer(item.key, next === undefined ? { comment } : { value: next, comment })} />
      {isMore ? (
        <div className="fill-more">
          <Input.TextArea id={id} aria-label={t('fill.commentOn', { item: item.text })} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2_000} placeholder={t('fill.comment')} value={comment} onChange={(event) => onAnswer(item.key, { ...answer, comment: event.target.value })} />
          <ItemPhotos item={item.key} text={item.text} photos={photos} onAdd={(added) => onPhotos(added)} onRemove={(key) => onPhotos([], key)} />
        </div>
      ) : <button type="button" className="link-button small fill-add" onClick={() => setOpen(true)}>{t('fill.more')}</button>}
      {missing.length > 0 && <p className={`small ${isMarked ? 'danger' : 'muted'}`} role={isMarked ? 'alert' : undefined}>{missing.join(t('fill.and'))}</p>}
    </li>
  );
});
