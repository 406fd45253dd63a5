import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { addDays, startOfDay } from '#kernel/period.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type DispatchBoard, useBoard, useFieldworkTexts } from '../use-fieldwork.ts';
import { inHours, useSayFlag } from './worker-row.tsx';
import './dispatch.css';

type Row = DispatchBoard['workers'][number];

/** The orders of a day on paper, each person on a page, in the order of the way. */
export default function DayPage() {
  const t = useFieldworkTexts();
  const format = useFormat();
  const { day: asked }: { day?: string } = useSearch({ strict: false });
  const day = asked !== undefined && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : format.today();
  const [worker, setWorker] = useState('');
  const found = useBoard(startOfDay(day, format.zone).toISOString(), startOfDay(addDays(day, 1), format.zone).toISOString());
  const rows = (found.data?.workers ?? []).filter(({ orders }) => orders.length > 0);
  const shown = rows.filter(({ id }) => worker === '' || id === worker);
  const actions = (
    <>
      {rows.length > 1 && <PlainSelect label={t('board.worker')} value={worker} options={[{ value: '', label: t('print.everybody') }, ...rows.map(({ id, name }) => ({ value: id, label: name }))]} onChange={setWorker} />}
      <Button type="primary" icon={<Printer size={15} aria-hidden />} disabled={shown.length === 0} onClick={() => window.print()}>{t('board.print')}</Button>
    </>
  );
  return (
    <AdminPage title={t('print.title', { day: format.date(day) })} hint={t('print.hint')} back={{ to: '/fieldwork', label: t('board.title') }} actions={actions}>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && shown.length === 0 && <div className="card"><EmptyState title={t('print.none')} hint={t('print.noneHint')} /></div>}
      {shown.map((row) => <DaySheet key={row.id} row={row} />)}
    </AdminPage>
  );
}

function DaySheet({ row }: { readonly row: Row }) {
  const t = useFieldworkTexts();
  const { zone } = useFormat();
  const sayFlag = useSayFlag();
  const orders = row.route.flatMap((id) => row.orders.find((order) => order.id === id) ?? []);
  const time = (iso: string | null) => (iso === null ? '' : dayIn(iso, zone).time);
  return (
    <section className="card day-sheet">
      <h2 className="card-head">{row.name}<span className="small muted admin-note">{t('board.load', { hours: inHours(row.minutes), of: inHours(row.capacity), count: row.orders.length })}</span></h2>
      <ol>
        {orders.map((order, at) => (
          <li key={order.id}>
            <span className="day-at">{at + 1}</span>
            <span className="day-time mono">{time(order.from)}–{time(order.to)}</span>
            <span className="grow">
              <b>{order.subject}</b> <span className="small muted">{order.number} · {t(`kinds.${order.kind}`)}</span>
              <br />{[order.area, order.place].filter(Boolean).join(' · ')}
              <br /><span className="muted">{[order.customer, order.contactName, order.contactPhone].filter(Boolean).join(' · ')}</span>
              {row.flags.filter((flag) => flag.order === order.id).map((flag) => <span key={flag.kind} className="small danger day-flag">{sayFlag(flag)}</span>)}
            </span>
            <span className="day-box" aria-hidden />
          </li>
        ))}
      </ol>
    </section>
  );
}
