import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { PaymentForm } from '../unit/payment-form.tsx';
import { usePayments, useStockTexts, yuan } from '../use-stock.ts';
import '../board/board.css';

type Row = NonNullable<ReturnType<typeof usePayments>['data']>['data'][number];

/** What finance waits for, and where it is booked (RE-41). */
export default function PaymentsPage() {
  const t = useStockTexts();
  const found = usePayments();
  const [booking, setBooking] = useState<Row>();
  const rows = found.data?.data ?? [];
  const close = () => setBooking(undefined);
  const isOver = booking !== undefined && booking.state !== 'active' && booking.state !== 'sold';
  return (
    <AdminPage title={t('pay.title')} hint={t('pay.hint')} actions={<PageLink to="/o/receipts">{t('pay.receipts')}</PageLink>}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && rows.length === 0 && <div className="card"><EmptyState title={t('pay.none')} hint={t('pay.noneHint')} /></div>}
      {rows.length > 0 && <ul className="card admin-lines">{rows.map((row) => <PaymentLine key={row.holdId} row={row} onBook={() => setBooking(row)} />)}</ul>}
      {booking && (
        <Dialog place="side" width={440} title={`${booking.project} ${booking.unit} · ${booking.customer}`} onClose={close}>
          <PaymentForm hold={booking.holdId} payer={booking.customer} isSold={booking.state === 'sold'} isOver={isOver} hasFee={booking.fee !== null} suggested={booking.fee ?? (Number(booking.due) === 0 ? '' : booking.due)} onDone={close} />
        </Dialog>
      )}
    </AdminPage>
  );
}

function PaymentLine({ row, onBook }: { readonly row: Row; onBook(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const due = Number(row.due);
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{row.project} {row.unit}</b><span>{row.customer}</span>{row.owner !== null && <span className="small muted">{row.owner}</span>}</div>
        <div className="small muted row wrap">
          <span>{t('pay.paid')} {yuan(row.paid)} / {yuan(row.expected)}</span>
          {row.expiresAt !== null && <span>{t('unit.until')} {format.fullMoment(row.expiresAt)}</span>}
          {row.dueOn !== null && <span>{t('pay.dueOn')} {row.dueOn}</span>}
        </div>
      </div>
      {row.fee !== null && <span className="tag tag-ju">{t('pay.fee', { fee: yuan(row.fee) })}</span>}
      {due !== 0 && <span className={due < 0 ? 'tag tag-zhu' : 'tag tag-hu'}>{t(due < 0 ? 'pay.owed' : 'pay.waiting')} {yuan(row.due.replace('-', ''))}</span>}
      {row.canBook && <Button type={due !== 0 || row.fee !== null ? 'primary' : 'default'} onClick={onBook}>{t('action.book')}</Button>}
    </li>
  );
}
