import { lazy, Suspense, useState } from 'react';
import { useFormat } from '#kit/texts/use-format.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { nextWorkdays } from './due-days.ts';

const MomentPicker = lazy(() => import('./moment-picker.tsx'));

interface DateChoiceProps {
  /** ISO 8601. */
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** When it happened: now unless the person says otherwise. */
export function WhenChoice({ value, onChange }: DateChoiceProps) {
  const t = useCustomersTexts();
  const [isOpen, setOpen] = useState(value !== null);
  if (!isOpen) return <button type="button" className="plain-button composer-when" onClick={() => setOpen(true)}>{t('composer.now')}</button>;
  return <Suspense fallback={<span className="skeleton composer-date" />}><MomentPicker label={t('composer.when')} value={value} onChange={onChange} /></Suspense>;
}

/** When a task is due: three presses away at most. */
export function DueChoice({ value, onChange }: DateChoiceProps) {
  const t = useCustomersTexts();
  const format = useFormat();
  const days = nextWorkdays(format.today());
  return (
    <div className="composer-due" role="group" aria-label={t('composer.due')}>
      {days.map(({ key, date }) => {
        const at = new Date(`${date}T18:00:00`).toISOString();
        return <button key={key} type="button" className="due-button" aria-pressed={value === at} onClick={() => onChange(value === at ? null : at)}>{t(`composer.${key}`)}</button>;
      })}
      <Suspense fallback={<span className="skeleton composer-date" />}><MomentPicker label={t('composer.due')} value={value} onChange={onChange} /></Suspense>
    </div>
  );
}
