import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { usePerformanceTexts } from '../use-performance.ts';
import { type Period, kindOf, periodAround, periodKinds, step } from './period-model.ts';

interface ToolsProps {
  readonly asked: Period;
  readonly today: string;
  readonly hasUnits?: boolean;
  readonly children?: ReactNode;
  onChange(part: Partial<Period>): void;
}

function UnitChoice({ object, asked, onChange }: Pick<ToolsProps, 'asked' | 'onChange'> & { readonly object: ObjectMeta }) {
  const t = usePerformanceTexts();
  const { records } = useRecords(object, { sort: 'name' }, 200);
  return <PlainSelect label={t('period.unit')} value={asked.unit ?? ''} options={[{ value: '', label: t('period.allUnits') }, ...records.map((record) => ({ value: record.id, label: String(record['name']) }))]} onChange={(unit) => onChange({ unit: unit || undefined })} />;
}

/** Which days: a day, week, month or quarter to step through, or own dates; and which unit. */
export function PeriodTools({ asked, today, hasUnits = false, children, onChange }: ToolsProps) {
  const t = usePerformanceTexts();
  const units = useFindObject()('orgUnit');
  const kind = kindOf(asked);
  return (
    <div className="row wrap pf-tools no-print">
      <ChoiceBar label={t('period.label')} value={kind} options={periodKinds.map((value) => ({ value, label: t(`period.${value}`) }))} onChange={(value) => (value === 'own' ? onChange({ from: asked.from, to: asked.to === asked.from ? today : asked.to }) : onChange(periodAround(value, asked.from <= today && today <= asked.to ? today : asked.from)))} />
      <span className="row pf-days">
        <button type="button" className="plain-button pf-step" aria-label={t('period.earlier')} onClick={() => onChange(step(asked, -1))}><ChevronLeft size={16} aria-hidden /></button>
        <input type="date" className="plain-select" aria-label={t('period.from')} value={asked.from} max={asked.to} onChange={(event) => event.target.value !== '' && event.target.value <= asked.to && onChange({ from: event.target.value })} />
        <span aria-hidden>–</span>
        <input type="date" className="plain-select" aria-label={t('period.to')} value={asked.to} min={asked.from} onChange={(event) => event.target.value !== '' && event.target.value >= asked.from && onChange({ to: event.target.value })} />
        <button type="button" className="plain-button pf-step" aria-label={t('period.later')} disabled={asked.to >= today} onClick={() => onChange(step(asked, 1))}><ChevronRight size={16} aria-hidden /></button>
      </span>
      {hasUnits && units && <UnitChoice object={units} asked={asked} onChange={onChange} />}
      {children}
    </div>
  );
}
