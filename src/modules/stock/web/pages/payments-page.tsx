import { Button, Input } from 'antd';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { PaymentForm, type SaleState } from '../unit/payment-form.tsx';
import { usePayments, useStockTexts, yuan } from '../use-stock.ts';
import '../board/board.css';

type Row = NonNullable<ReturnType<typeof usePayments>['data']>['data'][number];
type Which = 'todo' | 'everything';

const states = ['active', 'sold', 'expired', 'released'] as const;
const stateOf = (row: Row): SaleState => (row.state === 'sold' ? 'sold' : row.state === 'active' ? 'open' : 'over');
const isTodo = (row: Row): boolean => Number(row.due) !== 0 || row.fee !== null;
const fits = (row: Row, text: string): boolean => [row.unit, row.project, row.customer, row.owner ?? ''].some((word) => word.toLowerCase().includes(text));

/** What finance waits for, and where it is booked (RE-41). */
export default function PaymentsPage() {
  const t = useStockTexts();
  const find = useFindObject();
  const found = usePayments();
  const [which, setWhich] = useState<Which>('todo');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim().toLowerCase());
  const [booking, setBooking] = useState<Row>();
  const all = found.data?.data ?? [];
  const waiting = all.filter(isTodo);
  const rows = (which === 'todo' ? waiting : all).filter((row) => text === '' || fits(row, text));
  const close = () => setBooking(undefined);
  const books = find('receipt')?.grants.create !== undefined;
  const options = [{ value: 'todo' as const, label: `${t('pay.todo')} ${waiting.length}` }, { value: 'everything' as const, label: `${t('pay.everything')} ${all.length}` }];
  return (
    <AdminPage title={t('pay.title')} hint={t(books ? 'pay.hint' : 'pay.salesHint')} actions={<PageLink to="/o/receipts">{t('pay.receipts')}</PageLink>}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && (
        <div className="row wrap">
          <ChoiceBar label={t('pay.title')} value={which} onChange={(next: Which) => setWhich(next)} options={options} />
          <Input style={{ width: 220 }} allowClear prefix={<Search size={14} aria-hidden />} aria-label={t('pay.find')} placeholder={t('pay.find')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      {found.data && rows.length === 0 && <div className="card"><EmptyState title={t(text === '' ? 'pay.none' : 'pay.noneFound')} hint={text === '' ? t('pay.noneHint') : ''} /></div>}
      {rows.length > 0 && <PaymentTable rows={rows} onBook={setBooking} />}
      {booking && (
        <Dialog place="side" width={460} title={`${booking.project} ${booking.unit} · ${booking.customer}`} onClose={close}>
          <PaymentForm
            hold={booking.holdId} payer={booking.customer} state={stateOf(booking)} kind={booking.kind} fee={booking.fee} paid={booking.paid} expected={booking.expected}
            suggested={booking.fee ?? (Number(booking.due) === 0 ? '' : booking.due)} onDone={close}
          />
        </Dialog>
      )}
    </AdminPage>
  );
}

function PaymentTable({ rows, onBook }: { readonly rows: readonly Row[]; onBook(row: Row): void }) {
  const t = useStockTexts();
  return (
    <section className="card stock-wide">
      <table className="stock-pay">
        <thead><tr>
          <th scope="col">{t('pay.unit')}</th><th scope="col">{t('unit.customer')}</th><th scope="col">{t('unit.owner')}</th><th scope="col">{t('pay.state')}</th>
          <th scope="col" className="number">{t('pay.progress')}</th><th scope="col">{t('pay.dueOn')}</th><th scope="col" className="number">{t('pay.due')}</th><th scope="col"><span className="visually-hidden">{t('action.book')}</span></th>
        </tr></thead>
        <tbody>{rows.map((row) => <PaymentLine key={row.holdId} row={row} onBook={() => onBook(row)} />)}</tbody>
      </table>
    </section>
  );
}

function PaymentLine({ row, onBook }: { readonly row: Row; onBook(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const due = Number(row.due);
  const state = states.find((each) => each === row.state) ?? 'active';
  return (
    <tr>
      <th scope="row">{row.project} {row.unit}</th>
      <td>{row.customer}</td>
      <td className="muted">{row.owner}</td>
      <td><span className={state === 'sold' ? 'tag tag-green' : state === 'active' ? 'tag tag-ju' : 'tag'}>{t(`pay.states.${state}`)}</span></td>
      <td className="number">{yuan(row.paid)} / {yuan(row.expected)}</td>
      <td>{row.dueOn ?? (row.expiresAt === null ? '' : `${t('unit.until')} ${format.fullMoment(row.expiresAt)}`)}</td>
      <td className="number">
        {row.fee !== null && <span className="tag tag-ju">{t('pay.fee', { fee: yuan(row.fee) })}</span>}
        {due !== 0 && <span className={due < 0 ? 'tag tag-zhu' : 'tag tag-hu'}>{t(due < 0 ? 'pay.owed' : 'pay.waiting')} {yuan(row.due.replace('-', ''))}</span>}
      </td>
      <td className="stock-do">{row.canBook && <Button type={isTodo(row) ? 'primary' : 'default'} onClick={onBook}>{t('action.book')}</Button>}</td>
    </tr>
  );
}
