import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Select } from 'antd';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { addDays } from '#kernel/period.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useChosenSite } from '../board/use-board.ts';
import { useRegistrationTexts } from './use-desk.ts';
import './registration.css';

type Evening = CallAnswer<'GET /sites/{id}/evening/{day}'>;

/** The day in figures, and what still has to be done with it while it is open. */
function Figures({ page }: { page: Evening }) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const { content: { visits, calls }, status, day } = page;
  const news = visits.filter((visit) => visit.isNew).length;
  const open = visits.filter((visit) => !visit.isConfirmed).length;
  return (
    <div className="evening-figures">
      <div className="row wrap">
        <span className="tag">{t('evening.news', { count: news })}</span><span className="tag">{t('evening.back', { count: visits.length - news })}</span><span className="tag">{t('evening.callsOf', { count: calls })}</span>
        {open > 0 && <span className="tag tag-hu">{t('evening.toConfirm', { count: open })}</span>}
      </div>
      {open > 0 && page.canClose && status === 'open' && day === format.today() && <p className="small no-print said-with-link">{t('evening.toConfirmHint', { count: open })} <PageLink to="/visits">{t('evening.goConfirm')}</PageLink></p>}
    </div>
  );
}

function VisitsOfDay({ page }: { page: Evening }) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const { visits } = page.content;
  return (
    <section className="card">
      <h2 className="card-head">{t('evening.visits')}<span className="small muted">{t('visits.count', { count: visits.length })}</span></h2>
      {visits.length === 0 ? <p className="card-body muted">{t('evening.noVisits')}</p> : (
        <table className="visit-table">
          <thead><tr>{(['time', 'visitor', 'receiver', 'clause', 'owner', 'state'] as const).map((key) => <th key={key} scope="col">{t(`visits.${key}`)}</th>)}</tr></thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.id}>
                <td data-label={t('visits.time')}>{new Date(visit.arrivedAt).toLocaleTimeString('en-GB', { timeZone: format.zone, hour: '2-digit', minute: '2-digit' })}</td>
                <th scope="row">{visit.visitor} <span className="small muted">{visit.phone}</span> <span className="tag">{visit.isNew ? t('evening.isNew') : t('evening.isBack')}</span></th>
                <td data-label={t('visits.receiver')}>{visit.receiver ?? '–'}</td>
                <td data-label={t('visits.clause')}>{visit.clause && <span className="why-mark is-plain"><ClauseMark clause={visit.clause} /></span>}</td>
                <td data-label={t('visits.owner')}>{visit.owners.join('、') || t('visits.noOwner')}</td>
                <td data-label={t('visits.state')}>{visit.isConfirmed ? t('confirmed') : t('unconfirmed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function OtherParts({ page }: { page: Evening }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const { referrals, sections } = page.content;
  const statuses = ['registered', 'confirmed', 'lapsed', 'void'] as const;
  const statusOf = (status: string) => { const known = statuses.find((each) => each === status); return known ? ` · ${t(`evening.status.${known}`)}` : ''; };
  return (
    <>
      <section className="card"><h2 className="card-head">{t('evening.referrals')}</h2>
        <div className="card-body">{referrals.length === 0 ? <span className="muted">{t('evening.none')}</span> : <ul className="evening-lines">{referrals.map((each) => <li key={each.id}>{each.visitor} · <span className="small muted">{t('introducer', { name: each.introducer })}{statusOf(each.status)}</span></li>)}</ul>}</div>
      </section>
      {sections.map((section) => (
        <section key={section.key} className="card"><h2 className="card-head">{pick(section.label)}</h2>
          <div className="card-body">{section.lines.length === 0 ? <span className="muted">{t('evening.none')}</span> : <ul className="evening-lines">{section.lines.map((line) => <li key={`${line.title} ${line.detail ?? ''} ${line.link ?? ''}`}>{line.link ? <PageLink to={line.link}>{line.title}</PageLink> : line.title} {line.detail && <span className="small muted">{line.detail}</span>}</li>)}</ul>}</div>
        </section>
      ))}
    </>
  );
}

function Minutes({ page, onSaved }: { page: Evening; onSaved: () => Promise<unknown> }) {
  const t = useRegistrationTexts();
  const [notes, setNotes] = useState(page.notes);
  const [isClosing, setClosing] = useState(false);
  const isClosed = page.status === 'closed';
  const save = async (close: boolean) => {
    await call('PUT /sites/{id}/evening/{day}', { params: { id: page.site.id, day: page.day }, body: { notes, isClosed: close } });
    showToast(t('evening.saved'));
    await onSaved();
  };
  return (
    <section className="card">
      <h2 className="card-head">{t('evening.notes')}</h2>
      <div className="card-body stack">
        {isClosed || !page.canClose ? <p className="evening-print">{page.notes || t('evening.none')}</p> : (
          <>
            <Input.TextArea aria-label={t('evening.notes')} placeholder={t('evening.notesHint')} autoSize={{ minRows: 5 }} maxLength={10_000} value={notes} onChange={(event) => setNotes(event.target.value)} />
            <div className="row wrap no-print"><Button onClick={() => { save(false).catch(reportProblem); }}>{t('evening.save')}</Button><Button type="primary" onClick={() => setClosing(true)}>{t('evening.close')}</Button></div>
          </>
        )}
      </div>
      {isClosing && <ConfirmDialog title={t('evening.closeTitle')} ok={t('evening.close')} onConfirm={() => save(true)} onClose={() => setClosing(false)}><p>{t('evening.closeHint')}</p></ConfirmDialog>}
    </section>
  );
}

/** One page for each day and site, prefilled; closed, it is evidence (RE-14). */
export default function EveningPage() {
  const t = useRegistrationTexts();
  const format = useFormat();
  const client = useQueryClient();
  const { sites, site, choose } = useChosenSite();
  const [day, setDay] = useState(format.today());
  usePageTitle(t('evening.title'));
  const query = useQuery({
    queryKey: ['records', 'visitRegistration', 'evening', site?.id, day], enabled: site !== undefined,
    queryFn: ({ signal }) => call('GET /sites/{id}/evening/{day}', { signal, params: { id: site?.id ?? '', day } }),
  });
  const page = query.data;
  const step = (days: number) => setDay(addDays(day, days));
  return (
    <div className="page">
      <header className="page-head">
        <div className="grow">
          <h1>{t('evening.title')}{page && ` · ${page.site.name}`}</h1>
          {page && <p className="small muted">{format.date(page.day)} · {page.closedAt && page.closedBy ? t('evening.closed', { name: page.closedBy, at: format.fullMoment(page.closedAt) }) : t('evening.open')}</p>}
        </div>
        <Button className="no-print" icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('evening.print')}</Button>
      </header>
      <div className="visit-tools no-print">
        {(sites.data?.length ?? 0) > 1 && <Select aria-label={t('visits.site')} value={site?.id ?? null} options={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id: string | null) => { if (id !== null) choose(id); }} />}
        <Button icon={<ChevronLeft size={16} aria-hidden />} aria-label={t('evening.previous')} onClick={() => step(-1)} />
        <DatePicker aria-label={t('evening.day')} allowClear={false} value={dayjs(day)} onChange={(value: dayjs.Dayjs | null) => { if (value) setDay(value.format('YYYY-MM-DD')); }} />
        <Button icon={<ChevronRight size={16} aria-hidden />} aria-label={t('evening.next')} disabled={day >= format.today()} onClick={() => step(1)} />
      </div>
      {query.error && !page && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!page && !query.error && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {page && <div className="evening-parts"><Figures page={page} /><VisitsOfDay page={page} /><OtherParts page={page} /><Minutes key={`${page.day} ${page.status}`} page={page} onSaved={() => client.invalidateQueries({ queryKey: ['records', 'visitRegistration', 'evening'] })} /></div>}
    </div>
  );
}
