import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import type { Rate, RateLine, Tier } from '../../rules/plan-terms.ts';
import { useCommissionTexts } from '../parts/commission-words.ts';

interface BoxProps {
  readonly line: RateLine;
  /** Where the line stands in the terms, for the server's remarks. */
  readonly at: string;
  readonly issues: Readonly<Record<string, string>>;
  /** The only line stands for all products. */
  readonly isOnly: boolean;
  /** Undefined takes the line out. */
  onChange(line: RateLine | undefined): void;
}

const kinds = ['percent', 'marginal', 'whole'] as const;

/** The same rate in another way of counting, with as much kept as fits. */
function rateAs(kind: Rate['kind'], rate: Rate): Rate {
  if (kind === 'percent') return { kind, percent: rate.kind === 'percent' ? rate.percent : (rate.tiers[0]?.percent ?? '1') };
  return { kind, tiers: rate.kind === 'percent' ? [{ from: '0', percent: rate.percent }] : rate.tiers };
}

/** One kind of product with its rate. */
export function RateBox({ line, at, issues, isOnly, onChange }: BoxProps) {
  const t = useCommissionTexts();
  const { rate } = line;
  const remarks = Object.entries(issues).filter(([path]) => path.startsWith(at)).map(([, words]) => words);
  return (
    <div className="cm-rate">
      <div className="cm-tier">
        <label className="cm-field grow"><span>{t('plan.product')}</span>
          {line.product === null ? <span className="cm-input">{t(isOnly ? 'plan.all' : 'plan.others')}</span> : <input className="cm-input" value={line.product} maxLength={80} onChange={(e) => onChange({ ...line, product: e.target.value })} />}
        </label>
        <label className="cm-field grow"><span>{t('plan.rate')}</span>
          <select className="cm-input" value={rate.kind} onChange={(e) => onChange({ ...line, rate: rateAs(kinds.find((each) => each === e.target.value) ?? 'percent', rate) })}>{kinds.map((kind) => <option key={kind} value={kind}>{t(`plan.kind.${kind}`)}</option>)}</select>
        </label>
        {rate.kind === 'percent' && <label className="cm-field"><span>{t('plan.percent')}</span><input className="cm-input is-short" inputMode="decimal" value={rate.percent} onChange={(e) => onChange({ ...line, rate: { kind: 'percent', percent: e.target.value } })} /></label>}
        {line.product !== null && <button type="button" className="plain-button" aria-label={t('plan.remove')} onClick={() => onChange(undefined)}><Trash2 size={15} aria-hidden /></button>}
      </div>
      {rate.kind !== 'percent' && <Tiers tiers={rate.tiers} onChange={(tiers) => onChange({ ...line, rate: { kind: rate.kind, tiers } })} />}
      {remarks.length > 0 && <p className="small danger" role="alert">{remarks.join(' ')}</p>}
    </div>
  );
}

function Tiers({ tiers, onChange }: { tiers: readonly Tier[]; onChange: (tiers: Tier[]) => void }) {
  const t = useCommissionTexts();
  const set = (index: number, change: Partial<Tier>) => onChange(tiers.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <>
      {[...tiers.entries()].map(([index, tier]) => (
        <div key={index} className="cm-tier">
          <label className="cm-field"><span>{t('plan.tierFrom')}</span><input className="cm-input is-short" inputMode="decimal" value={tier.from} readOnly={index === 0} onChange={(e) => set(index, { from: e.target.value })} /></label>
          <label className="cm-field"><span>{t('plan.percent')}</span><input className="cm-input is-short" inputMode="decimal" value={tier.percent} onChange={(e) => set(index, { percent: e.target.value })} /></label>
          {index > 0 && <button type="button" className="plain-button" aria-label={t('plan.remove')} onClick={() => onChange(tiers.filter((_, at) => at !== index))}><Trash2 size={15} aria-hidden /></button>}
        </div>
      ))}
      <div><Button size="small" icon={<Plus size={13} aria-hidden />} onClick={() => onChange([...tiers, { from: '', percent: tiers.at(-1)?.percent ?? '1' }])}>{t('plan.addTier')}</Button></div>
    </>
  );
}
