import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Segmented, Select } from 'antd';
import { Printer } from 'lucide-react';
import dayjs from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { siteKey, useChosenSite } from '../board/use-board.ts';
import { ChangeReceiver } from '../receiver/change-receiver.tsx';
import { useRegistrationTexts } from './use-desk.ts';
import './registration.css';

const ReferralDialog = lazy(() => import('./referral-dialog.tsx'));
const CorrectDialog = lazy(() => import('./correct-dialog.tsx'));

type Visit = RowOf<'GET /sites/{id}/visits'>;

function Annotate({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const t = useRegistrationTexts();
  const [body, setBody] = useState<string>();
  const save = () => {
    call('POST /visit-registrations/{id}/annotations', { params: { id: visit.id }, body: { body: (body ?? '').trim() } }).then(() => {
      setBody(undefined);
      showToast(t('visits.annotated'));
      onDone();
    }, reportProblem);
  };
  if (body === undefined) return <button type="button" className="link-button small" onClick={() => setBody('')}>{t('visits.annotate')}</button>;
  return (
    <form className="row wrap" onSubmit={(event) => { event.preventDefault(); if (body.trim() !== '') save(); }}>
      <Input autoFocus aria-label={t('visits.annotation')} maxLength={2_000} value={body} onChange={(event) => setBody(event.target.value)} /><Button htmlType="submit" disabled={body.trim() === ''}>{t('visits.save')}</Button>
    </form>
  );
}

function VisitLine({ visit, site, isDated, onConfirm, onDone }: { visit: Visit; site: string; isDated: boolean; onConfirm: () => void; onDone: () => void }) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <tr>
      <td data-label={t('visits.time')}>{isDated ? format.moment(visit.arrivedAt) : new Date(visit.arrivedAt).toLocaleTimeString('en-GB', { timeZone: format.zone, hour: '2-digit', minute: '2-digit' })}</td>
      <th scope="row">
        {visit.customer ? <PageLink to={`/customers/${visit.customer}`}>{visit.visitor}</PageLink> : visit.visitor} <span className="small muted">{visit.phone}{visit.companions !== null && visit.companions > 0 && ` · ${t('visits.people', { count: visit.companions })}`}</span>
        {visit.note && <p className="small muted">{visit.note}</p>}
        {visit.outsideHours && <p className="small"><span className="tag tag-hu">{t('visits.outside')}</span> <span className="muted">{visit.outsideHours}</span></p>}
        {visit.annotations.length > 0 && <ul className="visit-notes">{visit.annotations.map((note) => <li key={note.id}>{note.body} · {note.actor} {format.moment(note.at)}</li>)}</ul>}
      </th>
      <td data-label={t('visits.receiver')}>{visit.receiver?.name ?? '–'} {visit.isCounted && <span className="tag">{t('visits.turnsCounted')}</span>}{visit.overruled && <p className="small muted">{visit.overruled}</p>}</td>
      <td data-label={t('visits.clause')}>{visit.decision && <Why decision={visit.decision} clause={visit.clause} about={visit.visitor} />}</td>
      <td data-label={t('visits.owner')}>{visit.owners.length > 0 ? visit.owners.join('、') : <span className="faint">{t('visits.noOwner')}</span>}</td>
      <td data-label={t('visits.state')}>
        {visit.isConfirmed ? <span className="tag tag-green">{t('confirmed')}</span> : visit.canConfirm ? <Button size="small" onClick={onConfirm}>{t('visits.confirmOne')}</Button> : <span className="tag">{isDated ? t('visits.tooLate') : t('unconfirmed')}</span>}
      </td>
      <td className="no-print">
        <div className="row wrap">
          {visit.canCorrect && <button type="button" className="link-button small" onClick={() => setCorrecting(true)}>{t('visits.correct')}</button>}
          <ChangeReceiver visit={visit} site={site} onDone={onDone} />
          <Annotate visit={visit} onDone={onDone} />
        </div>
        {isCorrecting && <Suspense fallback={null}><CorrectDialog visit={visit} onDone={onDone} onClose={() => setCorrecting(false)} /></Suspense>}
      </td>
    </tr>
  );
}

function Visits({ siteId, day, isWaiting }: { siteId: string; day: string; isWaiting: boolean }) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['records', 'visitRegistration', 'day', siteId, day, isWaiting],
    queryFn: ({ signal }) => call('GET /sites/{id}/visits', { signal, params: { id: siteId }, query: isWaiting ? { unconfirmed: 'true' } : { day } }),
  });
  const mayRegister = useFindObject()('visitRegistration')?.grants.create !== undefined;
  const refresh = () => void client.invalidateQueries({ queryKey: ['records', 'visitRegistration'] }).then(() => client.invalidateQueries({ queryKey: siteKey(siteId) }));
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <div className="card card-body"><SkeletonLines count={6} /></div>;
  const { data } = query.data;
  const open = data.filter((visit) => visit.canConfirm);
  const confirm = (ids: readonly string[]) => {
    call('POST /visit-registrations/confirm', { body: { ids: [...ids] } }).then(({ results }) => {
      showToast(t('visits.confirmed', { count: results.filter(({ status }) => status === 'confirmed').length }));
      refresh();
    }, reportProblem);
  };
  if (data.length === 0) return <div className="card"><EmptyState title={isWaiting ? t('visits.allConfirmed') : t('visits.empty')} hint={isWaiting ? undefined : mayRegister ? t('visits.emptyHint') : t('visits.emptyOwn')} actions={mayRegister && !isWaiting && <PageLink to={`/visits/new?site=${siteId}`}>{t('visits.toBoard')}</PageLink>} /></div>;
  return (
    <section className="card">
      <div className="card-head"><h2>{t('visits.count', { count: data.length })}</h2>{open.length > 1 && <Button type="primary" size="small" onClick={() => confirm(open.map(({ id }) => id))}>{t('visits.confirmAll', { count: open.length })}</Button>}</div>
      <div className="admin-scroll">
        <table className="visit-table">
          <thead><tr>{(['time', 'visitor', 'receiver', 'clause', 'owner', 'state'] as const).map((key) => <th key={key} scope="col">{t(`visits.${key}`)}</th>)}<th scope="col" className="no-print"><span className="visually-hidden">{t('visits.annotate')}</span></th></tr></thead>
          <tbody>{data.map((visit) => <VisitLine key={visit.id} visit={visit} site={siteId} isDated={isWaiting} onConfirm={() => confirm([visit.id])} onDone={refresh} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

/** Visits of a day, and what the project manager still has to confirm (RE-12). Live. */
export default function VisitsPage() {
  const t = useRegistrationTexts();
  const format = useFormat();
  usePageTitle(t('visits.title'));
  const { sites, site, choose } = useChosenSite();
  const [day, setDay] = useState(format.today());
  const [isWaiting, setWaiting] = useState(false);
  const [isReferring, setReferring] = useState(false);
  const find = useFindObject();
  if (sites.error) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  return (
    <div className="page">
      <header className="page-head visits-head">
        <div className="grow"><h1>{t('visits.title')}</h1><p className="small muted"><span className="only-print">{site?.name} {isWaiting ? t('visits.waiting') : format.date(day)}</span><span className="no-print">{t('visits.hint')}</span></p></div>
        <div className="row wrap no-print">
          <Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('visits.print')}</Button>
          {find('staffReferral')?.grants.create !== undefined && site && <Button onClick={() => setReferring(true)}>{t('visits.refer')}</Button>}
        </div>
      </header>
      <div className="visit-tools no-print">
        <Segmented value={isWaiting ? 'waiting' : 'today'} options={[{ value: 'today', label: t('visits.today') }, { value: 'waiting', label: t('visits.waiting') }]} onChange={(value) => setWaiting(value === 'waiting')} />
        {(sites.data?.length ?? 0) > 1 && <Select aria-label={t('visits.site')} value={site?.id ?? null} options={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id: string | null) => { if (id !== null) choose(id); }} />}
        {!isWaiting && <DatePicker aria-label={t('visits.day')} allowClear={false} value={dayjs(day)} onChange={(value: dayjs.Dayjs | null) => { if (value) setDay(value.format('YYYY-MM-DD')); }} />}
      </div>
      {site && <Visits siteId={site.id} day={day} isWaiting={isWaiting} />}
      {isReferring && site && <Suspense fallback={null}><ReferralDialog siteId={site.id} onClose={() => setReferring(false)} /></Suspense>}
    </div>
  );
}
