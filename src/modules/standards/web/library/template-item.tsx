import { Input } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { demands } from '../../rules/score-audit.ts';
import { type TemplateSheet, useAreaName, useStandardsTexts } from '../use-standards.ts';

type Item = TemplateSheet['items'][number];

interface TemplateItemProps {
  readonly item: Item;
  readonly at: number;
  readonly last: number;
  readonly mayWrite: boolean;
  onChange(part: Partial<Item>): void;
  onMove(by: number): void;
  onRemove(): void;
}

/** One item of a template: its words, its weight, and when a comment or a photo is asked for. */
export function TemplateItem({ item, at, last, mayWrite, onChange, onMove, onRemove }: TemplateItemProps) {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  const { text, area, answer, target, unit, direction, weight } = item;
  const measure = answer === 'number' && direction !== null ? `${t(`directions.${direction}`)} ${target ?? ''} ${unit ?? ''}` : t(`answers.${answer}`);
  if (!mayWrite) return <li><span className="grow">{text}<span className="small muted"> · {areaName(area)} · {measure} · {t('library.weight', { weight })}</span></span></li>;
  const options = demands.map((value) => ({ value, label: t(`demands.${value}`) }));
  const demandOf = (value: string) => demands.find((each) => each === value) ?? 'never';
  return (
    <li>
      <div className="grow template-words">
        <Input value={text} maxLength={200} aria-label={`${t('templates.text')} ${at + 1}`} onChange={(event) => onChange({ text: event.target.value })} />
        <span className="small muted">{areaName(area)} · {measure}</span>
      </div>
      <label className="small">{t('templates.weight')} <input className="plain-select" type="number" min={1} max={10} value={weight} aria-label={`${t('templates.weight')} ${at + 1}`} onChange={(event) => /^(?:[1-9]|10)$/.test(event.target.value) && onChange({ weight: Number(event.target.value) })} /></label>
      <span className="small">{t('templates.comment')} <PlainSelect label={`${t('templates.comment')} ${at + 1}`} value={item.comment} options={options} onChange={(value) => onChange({ comment: demandOf(value) })} /></span>
      <span className="small">{t('templates.photo')} <PlainSelect label={`${t('templates.photo')} ${at + 1}`} value={item.photo} options={options} onChange={(value) => onChange({ photo: demandOf(value) })} /></span>
      <span className="row template-moves">
        <button type="button" className="plain-button" disabled={at === 0} aria-label={t('templates.up', { item: text })} onClick={() => onMove(-1)}><ArrowUp size={15} aria-hidden /></button>
        <button type="button" className="plain-button" disabled={at === last} aria-label={t('templates.down', { item: text })} onClick={() => onMove(1)}><ArrowDown size={15} aria-hidden /></button>
        <button type="button" className="plain-button" aria-label={t('templates.remove', { item: text })} onClick={onRemove}><X size={15} aria-hidden /></button>
      </span>
    </li>
  );
}
