import { ChevronLeft, ChevronRight } from 'lucide-react';
import { shiftMonth, useCommissionTexts } from './commission-words.ts';

/** One month, with the one before and the one after. */
export function MonthSwitch({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const t = useCommissionTexts();
  return (
    <div className="cm-month no-print">
      <button type="button" className="plain-button" aria-label={t('page.previous')} onClick={() => onChange(shiftMonth(month, -1))}><ChevronLeft size={16} aria-hidden /></button>
      <input className="cm-input is-month" type="month" aria-label={t('page.month')} value={month} onChange={(e) => { if (/^\d{4}-\d{2}$/.test(e.target.value)) onChange(e.target.value); }} />
      <button type="button" className="plain-button" aria-label={t('page.next')} onClick={() => onChange(shiftMonth(month, 1))}><ChevronRight size={16} aria-hidden /></button>
    </div>
  );
}
