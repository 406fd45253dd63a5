import { GripVertical, Pencil, RotateCw } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { FieldMeta } from '#meta/view-model.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { typeIcons } from './type-catalogue.ts';
import type { CustomFieldView } from './use-layout.ts';

/** How far the index of a custom field is, said live. */
function IndexTag({ custom, onBuild }: { custom: CustomFieldView; onBuild: () => void }) {
  const t = useTexts(administrationTexts);
  if (!custom.isIndexed) return null;
  const state = custom.indexState === 'none' ? 'building' : custom.indexState;
  const tone = state === 'ready' ? 'tag-green' : state === 'failed' ? 'tag-zhu' : 'tag-hu';
  return (
    <>
      <span className={`tag ${tone}`} role="status" title={custom.indexError ?? t('fields.isIndexedHint')}>{t(`fields.index.${state}`)}</span>
      {state === 'failed' && <button type="button" className="plain-button" aria-label={t('fields.buildAgain')} title={t('fields.buildAgain')} onClick={onBuild}><RotateCw size={14} aria-hidden /></button>}
    </>
  );
}

interface RowProps {
  readonly field: FieldMeta;
  readonly custom: CustomFieldView | undefined;
  readonly isTitle: boolean;
  readonly dropSide: 'before' | 'after' | undefined;
  onEdit(): void;
  onStep(step: -1 | 1): void;
  onBuild(): void;
  onDragStart(): void;
  onDragOver(event: DragEvent<HTMLElement>): void;
  onDrop(): void;
  onDragEnd(): void;
}

/** One field: take it by the grip, or Alt with up and down on it. */
export function FieldRow({ field, custom, isTitle, dropSide, onEdit, onStep, onBuild, onDragStart, onDragOver, onDrop, onDragEnd }: RowProps) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const Icon = typeIcons[field.type];
  const label = pick(field.label);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li>
      <div
        role="presentation" className={`field-row${dropSide ? ` drop-${dropSide}` : ''}`} draggable onDragStart={(e) => { e.dataTransfer.effectAllowed = 'move'; e.dataTransfer.setData('text/plain', field.key); onDragStart(); }}
        onDragOver={onDragOver} onDrop={(e) => { e.preventDefault(); onDrop(); }} onDragEnd={onDragEnd}
      >
        <button type="button" className="field-grip" data-field={field.key} aria-label={t('fields.moveOf', { name: label })} title={t('fields.moveKeys')} onKeyDown={onKeyDown}><GripVertical size={15} aria-hidden /></button>
        <Icon size={15} aria-hidden className="faint field-icon" />
        <button type="button" className="field-name" onClick={onEdit}>{label}{field.required && <span className="danger" aria-hidden> *</span>}</button>
        <span className="small faint">{t(`fields.type.${field.type}`)}</span>
        <span className="grow" />
        {isTitle && <span className="tag">{t('fields.title')}</span>}
        {field.inCreate && <span className="tag">{t('fields.tagCreate')}</span>}
        {field.inList && <span className="tag">{t('fields.tagList')}</span>}
        {field.custom && <span className="tag tag-qing">{t('fields.custom')}</span>}
        {custom && <IndexTag custom={custom} onBuild={onBuild} />}
        <button type="button" className="plain-button" aria-label={t('fields.edit', { name: label })} onClick={onEdit}><Pencil size={14} aria-hidden /></button>
      </div>
    </li>
  );
}
