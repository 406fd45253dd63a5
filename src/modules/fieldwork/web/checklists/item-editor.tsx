import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, GripVertical, Plus, X } from 'lucide-react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { newId } from '#kernel/ids.ts';
import { itemKinds } from '../../rules/order-report.ts';
import type { ChecklistItem } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { type ItemGap, newItem, withBound } from './edited-items.ts';

interface ItemProps {
  readonly item: ChecklistItem;
  readonly at: number;
  readonly last: number;
  readonly gap: ItemGap | undefined;
  onChange(item: ChecklistItem): void;
  onMove(by: number): void;
  onRemove(): void;
}

const numberOf = (text: string): number | undefined => (text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text));

function NumberPart({ item, at, onChange }: Pick<ItemProps, 'item' | 'at' | 'onChange'>) {
  const t = useFieldworkTexts();
  const said = (key: 'lists.unit' | 'lists.min' | 'lists.max') => `${t(key)} ${at + 1}`;
  return (
    <div className="check-number">
      <Input aria-label={said('lists.unit')} placeholder={t('lists.unit')} maxLength={20} value={item.unit ?? ''} onChange={(event) => onChange({ ...item, unit: event.target.value })} />
      <Input type="number" step="any" aria-label={said('lists.min')} placeholder={t('lists.min')} value={item.min ?? ''} onChange={(event) => onChange(withBound(item, 'min', numberOf(event.target.value)))} />
      <Input type="number" step="any" aria-label={said('lists.max')} placeholder={t('lists.max')} value={item.max ?? ''} onChange={(event) => onChange(withBound(item, 'max', numberOf(event.target.value)))} />
    </div>
  );
}

function ChoicePart({ item, at, onChange }: Pick<ItemProps, 'item' | 'at' | 'onChange'>) {
  const t = useFieldworkTexts();
  const choices = item.choices ?? [];
  const set = (place: number, part: Partial<(typeof choices)[number]>) => onChange({ ...item, choices: choices.map((choice, each) => (each === place ? { ...choice, ...part } : choice)) });
  return (
    <ul className="check-choices">
      {choices.map((choice, place) => (
        <li key={choice.value}>
          <Input aria-label={t('lists.choiceZh', { at: at + 1, place: place + 1 })} placeholder={t('lists.choice')} maxLength={60} value={choice.label['zh-CN']} onChange={(event) => set(place, { label: { ...choice.label, 'zh-CN': event.target.value } })} />
          <Input aria-label={t('lists.choiceEn', { at: at + 1, place: place + 1 })} placeholder="English" maxLength={60} value={choice.label.en} onChange={(event) => set(place, { label: { ...choice.label, en: event.target.value } })} />
          <label className="row small"><input type="checkbox" checked={choice.isBad} onChange={(event) => set(place, { isBad: event.target.checked })} />{t('lists.isBad')}</label>
          <button type="button" className="plain-button" aria-label={t('lists.choiceRemove', { place: place + 1 })} disabled={choices.length <= 2} onClick={() => onChange({ ...item, choices: choices.toSpliced(place, 1) })}><X size={15} aria-hidden /></button>
        </li>
      ))}
      <li><Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => onChange({ ...item, choices: [...choices, { value: newId(), label: { 'zh-CN': '', en: '' }, isBad: false }] })}>{t('lists.choiceAdd')}</Button></li>
    </ul>
  );
}

/** One item of a checklist: dragged by its grip, moved by its arrows, or by the arrow keys on the grip. */
export function ItemEditor({ item, at, last, gap, onChange, onMove, onRemove }: ItemProps) {
  const t = useFieldworkTexts();
  const drag = useDraggable({ id: item.key, data: { at } });
  const drop = useDroppable({ id: item.key, data: { at } });
  const name = item.label['zh-CN'] || t('lists.item', { at: at + 1 });
  const style = drag.transform ? { transform: `translate(0, ${drag.transform.y}px)` } : undefined;
  const kinds = itemKinds.map((kind) => ({ value: kind, label: t(`itemKinds.${kind}`) }));
  const change = (kind: string) => {
    const next = itemKinds.find((each) => each === kind) ?? 'tick';
    const { choices } = newItem(item.key, 'choice');
    onChange({ ...item, kind: next, ...(next === 'choice' && (item.choices ?? []).length < 2 && choices && { choices }) });
  };
  return (
    <li ref={drop.setNodeRef} className={`check-item${drag.isDragging ? ' is-dragged' : ''}${drop.isOver && !drag.isDragging ? ' is-over' : ''}`} style={style}>
      <button
        ref={drag.setNodeRef} type="button" className="check-grip" {...drag.listeners} {...drag.attributes} aria-label={t('lists.grip', { item: name })}
        onKeyDown={(event) => { if (event.key === 'ArrowUp') { event.preventDefault(); onMove(-1); } else if (event.key === 'ArrowDown') { event.preventDefault(); onMove(1); } }}
      ><GripVertical size={16} aria-hidden /></button>
      <div className="check-words">
        <span className="mono small muted check-at">{at + 1}</span>
        <Input aria-label={t('lists.labelZh', { at: at + 1 })} placeholder={t('lists.label')} status={gap === 'words' && item.label['zh-CN'].trim() === '' ? 'error' : ''} maxLength={200} value={item.label['zh-CN']} onChange={(event) => onChange({ ...item, label: { ...item.label, 'zh-CN': event.target.value } })} />
        <Input aria-label={t('lists.labelEn', { at: at + 1 })} placeholder="English" status={gap === 'words' && item.label.en.trim() === '' ? 'error' : ''} maxLength={200} value={item.label.en} onChange={(event) => onChange({ ...item, label: { ...item.label, en: event.target.value } })} />
        {item.kind === 'number' && <NumberPart item={item} at={at} onChange={onChange} />}
        {item.kind === 'choice' && <ChoicePart item={item} at={at} onChange={onChange} />}
        {gap !== undefined && <p className="small danger">{t(`lists.gap.${gap}`)}</p>}
      </div>
      <div className="check-side">
        <PlainSelect label={t('lists.kindOf', { at: at + 1 })} value={item.kind} options={kinds} onChange={change} />
        <label className="row small"><input type="checkbox" checked={item.isRequired} onChange={(event) => onChange({ ...item, isRequired: event.target.checked })} />{t('lists.required')}</label>
        {item.kind !== 'photo' && item.kind !== 'signature' && <label className="row small"><input type="checkbox" checked={item.needsPhoto} onChange={(event) => onChange({ ...item, needsPhoto: event.target.checked })} />{t('lists.withPhoto')}</label>}
        <span className="row check-moves">
          <button type="button" className="plain-button" disabled={at === 0} aria-label={t('lists.up', { item: name })} onClick={() => onMove(-1)}><ArrowUp size={15} aria-hidden /></button>
          <button type="button" className="plain-button" disabled={at === last} aria-label={t('lists.down', { item: name })} onClick={() => onMove(1)}><ArrowDown size={15} aria-hidden /></button>
          <button type="button" className="plain-button" aria-label={t('lists.remove', { item: name })} onClick={onRemove}><X size={15} aria-hidden /></button>
        </span>
      </div>
    </li>
  );
}
