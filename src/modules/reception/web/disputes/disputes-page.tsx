import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { isNamedRef, type RecordData } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type DisputeFile, statusTone, useDisputeTexts } from './use-disputes.ts';
import './disputes.css';

const OpenDialog = lazy(() => import('./open-dialog.tsx'));
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameIn = (value: unknown): string => (isNamedRef(value) ? value.name : '');
const isStatus = (value: unknown): value is DisputeFile['status'] => typeof value === 'string' && value in statusTone;
const isOutcome = (value: unknown): value is 'agreed' | 'mediated' | 'ruled' => value === 'agreed' || value === 'mediated' || value === 'ruled';

function DisputeLine({ record }: { record: RecordData }) {
  const t = useDisputeTexts();
  const format = useFormat();
  const status = isStatus(record['status']) ? record['status'] : 'open';
  const due = textIn(record['dueAt']);
  const settledAt = status === 'settled' ? textIn(record['settledAt']) : '';
  const outcome = record['outcome'];
  const [now] = useState(() => Date.now());
  const isLate = (status === 'open' || status === 'proposed') && Date.parse(due) <= now;
  return (
    <li className="dispute-line">
      <div className="grow">
        <div className="row wrap"><PageLink to={`/disputes/${record.id}`} className="dispute-name">{textIn(record['subject'])}</PageLink><span className={statusTone[status]}>{t(`objects.dispute.choices.status.${status}`)}</span></div>
        <p className="small muted">{t('against', { claimant: nameIn(record['owner']), respondent: nameIn(record['respondent']) })} · {nameIn(record['site'])}</p>
      </div>
      {(status === 'open' || status === 'proposed') && <span className={isLate ? 'small danger' : 'small muted'}>{t(isLate ? 'overdue' : 'due', { day: format.moment(new Date(Date.parse(due) - 1).toISOString()) })}</span>}
      {settledAt !== '' && <span className="small muted">{[isOutcome(outcome) ? t(`objects.dispute.choices.outcome.${outcome}`) : '', t('settledOn', { day: format.moment(settledAt) })].filter(Boolean).join(' · ')}</span>}
    </li>
  );
}

/** Disputes that the reader may see: their own and those of their sites (RE-22). */
export default function DisputesPage() {
  const t = useDisputeTexts();
  const [isOpening, setOpening] = useState(false);
  const mayOpen = useFindObject()('dispute')?.grants.create !== undefined;
  const found = useQuery({
    queryKey: ['disputes'],
    queryFn: ({ signal }) => api.get<{ data: readonly RecordData[] }>('/disputes', { signal, query: { fields: 'subject,status,dueAt,settledAt,outcome,owner,respondent,site', include: 'owner,respondent,site', sort: '-createdAt', limit: 100 } }),
  });
  const list = found.data?.data ?? [];
  return (
    <AdminPage title={t('title')} hint={t('hint')} actions={mayOpen && <Button type="primary" onClick={() => setOpening(true)}>{t('open')}</Button>}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {found.data && list.length === 0 && <div className="card"><EmptyState title={t('empty')} hint={t('emptyHint')} /></div>}
      {list.length > 0 && <ul className="card admin-lines">{list.map((record) => <DisputeLine key={record.id} record={record} />)}</ul>}
      {isOpening && <Suspense fallback={null}><OpenDialog onClose={() => setOpening(false)} /></Suspense>}
    </AdminPage>
  );
}
