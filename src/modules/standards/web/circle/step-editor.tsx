import { Input, Select } from 'antd';
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { type LibraryStandard, type WaitMeasure, useStandardsTexts } from '../use-standards.ts';

export interface DraftStep {
  readonly key: string;
  /** Absent: not saved yet. */
  readonly id: string | undefined;
  readonly name: string;
  readonly moment: string;
  readonly expectation: string;
  readonly standards: readonly string[];
  /** Seconds as typed; empty: nothing is waited for. */
  readonly wait: string;
  /** A measure that the program takes itself; empty: by hand and by audits. */
  readonly measure: string;
}

interface StepProps {
  readonly step: DraftStep;
  readonly at: number;
  readonly last: number;
  readonly library: readonly LibraryStandard[];
  readonly measures: readonly WaitMeasure[];
  readonly isDragged: boolean;
  onChange(part: Partial<DraftStep>): void;
  onMove(by: number): void;
  onRemove(): void;
  onDrag(key: string | undefined): void;
  onDrop(): void;
}

/** One step in the editor; the handle is dragged, Alt with the arrow keys does the same. */
export function StepEditor({ step, at, last, library, measures, isDragged, onChange, onMove, onRemove, onDrag, onDrop }: StepProps) {
  const t = useStandardsTexts();
  const pick = usePick();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0) : 0;
    if (by === 0) return;
    event.preventDefault();
    onMove(by);
  };
  const shown = library.filter(({ id: standard, state }) => state === 'active' || step.standards.includes(standard));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the fields inside arrive here
    <li className={`card circle-draft${isDragged ? ' is-dragged' : ''}${isOver ? ' is-over' : ''}`} onKeyDown={onKeyDown} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); onDrop(); }}>
      <div className="row">
        <span className="circle-grip" draggable onDragStart={() => onDrag(step.key)} onDragEnd={() => onDrag(undefined)} title={t('circle.drag')} aria-hidden><GripVertical size={16} /></span>
        <span className="circle-at">{at + 1}</span>
        <Input className="grow" aria-label={`${t('circle.name')} ${at + 1}`} value={step.name} maxLength={60} onChange={(event) => onChange({ name: event.target.value })} />
        <button type="button" className="plain-button" disabled={at === 0} aria-label={t('circle.up', { name: step.name })} onClick={() => onMove(-1)}><ArrowUp size={15} aria-hidden /></button>
        <button type="button" className="plain-button" disabled={at === last} aria-label={t('circle.down', { name: step.name })} onClick={() => onMove(1)}><ArrowDown size={15} aria-hidden /></button>
        <button type="button" className="plain-button" aria-label={t('circle.remove', { name: step.name })} onClick={onRemove}><X size={15} aria-hidden /></button>
      </div>
      <div className="circle-fields">
        <div className="admin-field"><label htmlFor={`${id}m`}>{t('circle.moment')}</label><Input.TextArea id={`${id}m`} value={step.moment} maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} onChange={(event) => onChange({ moment: event.target.value })} /></div>
        <div className="admin-field"><label htmlFor={`${id}e`}>{t('circle.expectation')}</label><Input.TextArea id={`${id}e`} value={step.expectation} maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} onChange={(event) => onChange({ expectation: event.target.value })} /></div>
        <div className="admin-field"><label htmlFor={`${id}s`}>{t('circle.standards')}</label><Select id={`${id}s`} mode="multiple" value={[...step.standards]} maxCount={20} optionFilterProp="label" options={shown.map((standard) => ({ value: standard.id, label: `${standard.code} ${standard.item}` }))} onChange={(standards: string[]) => onChange({ standards })} /></div>
        <div className="admin-field"><label htmlFor={`${id}w`}>{t('circle.target')}</label><Input id={`${id}w`} inputMode="numeric" value={step.wait} onChange={(event) => /^\d{0,7}$/.test(event.target.value) && onChange({ wait: event.target.value })} /></div>
        {measures.length > 0 && <div className="admin-field"><label htmlFor={`${id}t`}>{t('circle.actual')}</label><Select id={`${id}t`} value={step.measure} options={[{ value: '', label: t('circle.byHand') }, ...measures.map(({ key, label }) => ({ value: key, label: pick(label) }))]} onChange={(measure: string) => onChange({ measure })} /></div>}
      </div>
    </li>
  );
}
