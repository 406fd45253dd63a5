import { PageLink } from '#kit/shell/page-link.tsx';
import { formatMoney } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type DisputeFile, useDisputeTexts } from './use-disputes.ts';

type Deal = DisputeFile['deals'][number];

function DealLine({ deal, isOver }: { deal: Deal; isOver: boolean }) {
  const t = useDisputeTexts();
  const format = useFormat();
  const isSpot = deal.isSigned ? t(deal.isOnSpot ? 'deal.onSpot' : 'deal.later') : t('deal.unsigned');
  const months = (list: readonly string[]) => list.join(t('deal.comma'));
  return (
    <li>
      <p className="row wrap">
        <b>{deal.link === null ? deal.label : <PageLink to={deal.link}>{deal.label}</PageLink>}</b>
        <span className="small muted">{t('deal.on', { day: format.date(deal.dealOn) })} · {isSpot}</span>
        {deal.isFrozen && <span className="tag tag-hu">{deal.frozen ? t('deal.frozen', { amount: formatMoney(deal.frozen) }) : t('frozenNote')}</span>}
      </p>
      {!isOver && deal.closedMonths.length > 0 && (
        <p className="dispute-warning">{deal.settled ? t('deal.settled', { amount: formatMoney(deal.settled), months: months(deal.closedMonths) }) : t('deal.settledUnseen', { months: months(deal.closedMonths) })}</p>
      )}
      {!isOver && deal.confirmedMonths.length > 0 && <p className="dispute-warning">{t('deal.confirmed', { months: months(deal.confirmedMonths) })}</p>}
    </li>
  );
}

/** The deals concerned: on the spot or later, what is held back, and what becomes of money that was settled before (RE-22). */
export function DealLines({ deals, isOver = false }: { deals: readonly Deal[]; isOver?: boolean }) {
  return <ul className="dispute-deals">{deals.map((deal) => <DealLine key={deal.id} deal={deal} isOver={isOver} />)}</ul>;
}
