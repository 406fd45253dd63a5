import { sayAmount, useCommissionTexts } from '../parts/commission-words.ts';
import type { PlanTerms, Rate } from '../../rules/plan-terms.ts';

const CURRENCY = 'CNY';
const plain = (amount: string): string => sayAmount(amount, CURRENCY).replace(/\.00$/, '');

function RateWords({ rate }: { readonly rate: Rate }) {
  const t = useCommissionTexts();
  if (rate.kind === 'percent') return <b>{t('plan.of', { rate: rate.percent })}</b>;
  return (
    <>
      <ul className="cm-tiers">
        {rate.tiers.map(({ from, percent }, place) => {
          const next = rate.tiers[place + 1];
          return <li key={from}><span>{next ? t('plan.tierTo', { from: plain(from), to: plain(next.from) }) : t('plan.tierAbove', { from: plain(from) })}</span><b>{t('plan.of', { rate: percent })}</b></li>;
        })}
      </ul>
      <p className="small muted">{t(rate.kind === 'marginal' ? 'plan.steps' : 'plan.reach')}</p>
    </>
  );
}

/** What a version of a plan says, to be read (RE-31). */
export function TermsSummary({ terms }: { readonly terms: PlanTerms }) {
  const t = useCommissionTexts();
  const { target, rates } = terms;
  return (
    <dl className="facts cm-terms">
      <dt>{t('plan.accrual')}</dt><dd>{t(terms.accrual === 'contract' ? 'why.contract' : 'why.byReceived')}</dd>
      {rates.map((line) => (
        <div key={line.product ?? ''} className="cm-term"><dt>{line.product ?? t(rates.length === 1 ? 'plan.all' : 'plan.others')}</dt><dd><RateWords rate={line.rate} /></dd></div>
      ))}
      <dt>{t('plan.target')}</dt><dd>{target === null ? t('plan.noTarget') : t('plan.withTarget', { monthly: plain(target.monthly), extra: target.extraPercent })}</dd>
    </dl>
  );
}
