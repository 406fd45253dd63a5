import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { type NamedRef, type RecordData, titleOf } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { recordQuery } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { toPoint } from '../../rules/visit-distance.ts';
import { CheckInPhotos } from './check-in-photos.tsx';
import { CheckInPlace } from './check-in-place.tsx';
import { NextContact } from './next-contact.tsx';
import { sayDistance } from './say-distance.ts';
import { useCheckInDraft } from './use-check-in-draft.ts';
import { useVisitsTexts } from './use-visits-texts.ts';
import { sendWaiting } from './kept/visit-queue.ts';
import './visits.css';

// Without network the way leads to the list of what waits: it is loaded while there is one.
void import('./waiting-visits-page.tsx').catch(() => undefined);

/** After so long the visit goes on its way without the page. */
const PATIENCE_MS = 5_000;
const later = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, ms); });

function OutcomeChoice({ value, onChange }: { value: 'reached' | 'attempted'; onChange: (value: 'reached' | 'attempted') => void }) {
  const t = useVisitsTexts();
  return (
    <section className="check-in-part" aria-label={t('outcome.title')}>
      <h2>{t('outcome.title')}</h2>
      <div className="check-in-choices is-halves" role="group" aria-label={t('outcome.title')}>
        {(['reached', 'attempted'] as const).map((each) => <button key={each} type="button" aria-pressed={value === each} onClick={() => onChange(each)}>{t(`outcome.${each}`)}</button>)}
      </div>
      <p className="small muted">{t('outcome.hint')}</p>
    </section>
  );
}

/** Sends what was kept, says what became of it, and goes on. */
function useFinish(userId: string) {
  const t = useVisitsTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (id: string, customer: NamedRef) => {
    const results = await Promise.race([sendWaiting(userId).catch(() => undefined), later(PATIENCE_MS)]);
    const sent = results?.get(id);
    if (sent?.state !== 'sent') {
      if (sent?.state !== 'refused') showToast(t('checkIn.queued'));
      return navigate({ to: '/check-in', replace: true });
    }
    showToast(sent.distance === null ? t('checkIn.done', { name: customer.name }) : t('checkIn.doneFar', { name: customer.name, distance: sayDistance(t, sent.distance) }));
    void client.invalidateQueries({ queryKey: ['records', 'activity'] });
    void client.invalidateQueries({ queryKey: ['record', 'customer', customer.id] });
    return navigate({ to: `/customers/${customer.id}`, replace: true });
  };
}

interface FormProps {
  readonly customer: NamedRef;
  readonly visit: NamedRef | null;
  /** Absent while it loads, and without network. */
  readonly record: RecordData | undefined;
  readonly customers: ObjectMeta;
}

const mayEdit = (customers: ObjectMeta, record: RecordData | undefined, key: string): boolean =>
  (record?.capabilities?.includes('update') ?? customers.grants.update !== undefined) && customers.fields.some((field) => field.key === key && field.access.edit);

function CheckInForm({ customer, visit, record, customers }: FormProps) {
  const t = useVisitsTexts();
  const { user } = useSession();
  const navigate = useNavigate();
  const noteId = useId();
  const [isBusy, setBusy] = useState(false);
  const { draft, isKept, change, submit, discard } = useCheckInDraft(user.id, customer, visit);
  const finish = useFinish(user.id);
  if (!draft) return <div className="skeleton" style={{ height: 420 }} />;
  const save = async () => {
    setBusy(true);
    const kept = await submit(customer.name).catch(() => undefined);
    if (kept) await finish(kept.id, kept.customer);
    else showToast(t('checkIn.unkept'), { tone: 'bad' });
    setBusy(false);
  };
  const giveUp = () => void discard().then(() => navigate({ to: `/customers/${customer.id}`, replace: true }));
  return (
    <form className="check-in-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {draft.problem && <p className="check-in-problem" role="alert">{draft.problem}</p>}
      <CheckInPlace place={draft.place} isCustomerPlace={draft.isCustomerPlace} target={toPoint(record?.['place'])} mayRemember={mayEdit(customers, record, 'place')} onChange={change} />
      <OutcomeChoice value={draft.outcome} onChange={(outcome) => change({ outcome })} />
      <CheckInPhotos photos={draft.photos} onAdd={(photos) => change({ photos: [...draft.photos, ...photos] })} onRemove={(key) => change({ photos: draft.photos.filter((photo) => photo.key !== key) })} />
      <section className="check-in-part">
        <h2><label htmlFor={noteId}>{t('note.title')}</label></h2>
        <Input.TextArea id={noteId} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={10_000} placeholder={t('note.placeholder')} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      </section>
      {mayEdit(customers, record, 'nextContactAt') ? <NextContact value={draft.nextContactAt} onChange={(nextContactAt) => change({ nextContactAt })} /> : <p className="small muted">{t('next.notAllowed')}</p>}
      <div className="check-in-foot">
        <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>{t(isBusy ? 'checkIn.saving' : 'checkIn.save')}</Button>
      </div>
      <div className="row wrap check-in-end">
        <span className={`small grow ${isKept ? 'muted' : 'danger'}`} role="status">{t(isKept ? 'checkIn.kept' : 'checkIn.unkept')}</span>
        <button type="button" className="link-button small" onClick={giveUp}>{t('checkIn.discard')}</button>
      </div>
    </form>
  );
}

/** Check-in at a customer, made for a telephone with one hand and a network that comes and goes (UX-16). */
export default function CheckInPage() {
  const t = useVisitsTexts();
  const find = useFindObject();
  const { viewing } = useSession();
  const { customer: id = '' }: { customer?: string } = useParams({ strict: false });
  const search: { name?: string; visit?: string; visitName?: string } = useSearch({ strict: false });
  const customers = find('customer');
  const mayVisit = find('activity')?.grants.create !== undefined && !viewing;
  usePageTitle(t('checkIn.title'));
  return (
    <div className="page check-in">
      {customers && mayVisit ? <Loaded customers={customers} id={id} search={search} /> : <EmptyState title={t('checkIn.denied')} hint={t('checkIn.deniedHint')} />}
    </div>
  );
}

function Loaded({ customers, id, search }: { customers: ObjectMeta; id: string; search: { name?: string; visit?: string; visitName?: string } }) {
  const t = useVisitsTexts();
  const query = useQuery({ ...recordQuery(customers, id), retry: false, networkMode: 'always' });
  const name = query.data ? titleOf(customers, query.data) : (search.name ?? '');
  const isWaiting = query.isPending && search.name === undefined;
  if (isWaiting) return <div className="skeleton" style={{ height: 420 }} />;
  if (!query.data && name === '') return <EmptyState title={t('checkIn.noCustomer')} />;
  return (
    <>
      <header className="check-in-head">
        <h1>{t('checkIn.title')}</h1>
        <PageLink to={`/customers/${id}`} className="check-in-customer">{name}</PageLink>
        {search.visitName && <p className="small muted">{t('checkIn.planned', { visit: search.visitName })}</p>}
      </header>
      <CheckInForm customer={{ id, name }} visit={search.visit === undefined ? null : { id: search.visit, name: search.visitName ?? '' }} record={query.data} customers={customers} />
    </>
  );
}
