import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useCommissionTexts } from '../parts/commission-words.ts';
import type { PlanTerms, RateLine } from '../../rules/plan-terms.ts';
import { RateBox } from './rate-box.tsx';

interface EditorProps {
  readonly terms: PlanTerms;
  readonly issues?: Readonly<Record<string, string>>;
  onChange(terms: PlanTerms): void;
}

const accruals = ['contract', 'received'] as const;

/** Everything that a version of a plan says, as a form (RE-31). */
export function TermsEditor({ terms, issues = {}, onChange }: EditorProps) {
  const t = useCommissionTexts();
  const setLine = (index: number, line: RateLine | undefined) =>
    onChange({ ...terms, rates: line === undefined ? terms.rates.filter((_, at) => at !== index) : terms.rates.map((each, at) => (at === index ? line : each)) });
  return (
    <fieldset className="cm-form" style={{ border: 0, margin: 0, minWidth: 0 }}>
      <label className="cm-field"><span>{t('plan.accrual')}</span>
        <select className="cm-input" value={terms.accrual} onChange={(e) => onChange({ ...terms, accrual: accruals.find((each) => each === e.target.value) ?? 'contract' })}>
          <option value="contract">{t('why.contract')}</option><option value="received">{t('why.byReceived')}</option>
        </select>
      </label>
      <div className="stack">
        <b className="small">{t('plan.rates')}</b>
        {/* Lines have no id of their own; what is typed lives in the terms, so the place is enough. */}
        {[...terms.rates.entries()].map(([place, line]) => <RateBox key={place} line={line} isOnly={terms.rates.length === 1} at={`terms.rates.${place}`} issues={issues} onChange={(next) => setLine(place, next)} />)}
        <div><Button icon={<Plus size={14} aria-hidden />} onClick={() => onChange({ ...terms, rates: [{ product: '', rate: { kind: 'percent', percent: '1' } }, ...terms.rates] })}>{t('plan.addProduct')}</Button></div>
      </div>
      <div className="stack">
        <label className="row"><input type="checkbox" checked={terms.target !== null} onChange={(e) => onChange({ ...terms, target: e.target.checked ? { monthly: '10000000', extraPercent: '0.1' } : null })} />{t('plan.target')} · {t('plan.useTarget')}</label>
        {terms.target && (
          <div className="cm-tier">
            <label className="cm-field"><span>{t('plan.monthly')}</span><input className="cm-input is-short" inputMode="decimal" value={terms.target.monthly} onChange={(e) => terms.target && onChange({ ...terms, target: { ...terms.target, monthly: e.target.value } })} /></label>
            <label className="cm-field"><span>{t('plan.extra')}</span><input className="cm-input is-short" inputMode="decimal" value={terms.target.extraPercent} onChange={(e) => terms.target && onChange({ ...terms, target: { ...terms.target, extraPercent: e.target.value } })} /></label>
          </div>
        )}
      </div>
    </fieldset>
  );
}
