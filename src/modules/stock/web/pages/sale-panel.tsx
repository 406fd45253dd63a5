import { useFormat } from '#kit/texts/use-format.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { refId } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { Why } from '#kit/why/why.tsx';
import { pdfAddress, useSale, useStockTexts, yuan } from '../use-stock.ts';
import '../board/board.css';

const kinds = ['exchange', 'rename', 'default', 'refund'] as const;
const states = ['refused', 'retention', 'approving', 'feeDue', 'done', 'rejected'] as const;
const receiptKinds = ['holdingDeposit', 'reservationDeposit', 'instalment', 'transferFee', 'refund'] as const;

/** Of a subscription: its plan, what was paid, what was changed and why. */
export default function SalePanel({ record }: RecordSlotProps) {
  const t = useStockTexts();
  const format = useFormat();
  const found = useSale(record.id);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonLines count={6} />;
  const { plan, receipts, changes, unit } = found.data;
  return (
    <div className="stack" style={{ gap: 16, padding: 'var(--pad)' }}>
      <div className="row wrap">
        <PageLink to={`/stock?project=${refId(record['project']) ?? ''}&unit=${unit}`}>{t('sale.unit')}</PageLink>
        <a href={pdfAddress(`/stock/subscriptions/${record.id}/pdf`)} download>{t('action.pdf')}</a>
        {changes.some((change) => change.kind === 'default' && change.state !== 'refused') && <a href={pdfAddress(`/stock/subscriptions/${record.id}/dunning`)} download>{t('action.dunning')}</a>}
      </div>
      <section><h3>{t('sale.plan')}</h3><ul className="stock-lines">{plan.map((line) => <li key={`${line.dueOn} ${line.label} ${line.amount}`}><span className="grow">{line.label}</span><span>{line.dueOn}</span><span className="number">{yuan(line.amount)}</span></li>)}</ul></section>
      <section>
        <h3>{t('sale.receipts')}</h3>
        <ul className="stock-lines">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <span className="grow"><PageLink to={`/o/receipts/${receipt.id}`}>{receipt.number}</PageLink> · {t(`pay.kinds.${receiptKinds.find((each) => each === receipt.kind) ?? 'instalment'}`)} · {receipt.receivedOn}{receipt.isReversed && ` · ${t('sale.reversed')}`}</span>
              <span className="number">{yuan(receipt.amount)}</span>
            </li>
          ))}
          {receipts.length === 0 && <li className="muted">—</li>}
        </ul>
      </section>
      <section>
        <h3>{t('sale.changes')}</h3>
        <ul className="stock-lines">
          {changes.map((change) => (
            <li key={change.id}>
              <span className="grow">{t(`change.kinds.${kinds.find((each) => each === change.kind) ?? 'exchange'}`)} · {format.moment(change.at)} · {change.reason}</span>
              {change.fee !== null && <span className="tag">{yuan(change.fee)}</span>}
              <span className="tag tag-ju">{t(`change.states.${states.find((each) => each === change.state) ?? 'refused'}`)}</span>
              <Why decision={change.decision} clause={change.clause} />
            </li>
          ))}
          {changes.length === 0 && <li className="muted">{t('change.none')}</li>}
        </ul>
      </section>
    </div>
  );
}
