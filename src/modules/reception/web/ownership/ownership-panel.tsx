import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark, Why } from '#kit/why/why.tsx';
import { Shares } from '../registration/proposal-card.tsx';
import { useRegistrationTexts } from '../registration/use-desk.ts';
import '../registration/registration.css';

const FactDialog = lazy(() => import('./fact-dialog.tsx'));

type OwnershipCase = RowOf<'GET /customers/{id}/ownership'>;

function CaseView({ one, customerId }: { one: OwnershipCase; customerId: string }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const format = useFormat();
  const [isRecording, setRecording] = useState(false);
  return (
    <section className="own-case">
      <p><span className="own-owner">{one.owners.map(({ name }) => name).join('、') || t('ownership.nobody')}</span> {one.decision && <Why decision={one.decision} clause={one.clause} about={t('ownership.owners')} />}</p>
      <p className="small muted">{t('ownership.since', { date: format.date(one.visitedOn), site: one.site.name })}</p>
      {one.ruling && <p className="small">{t('ownership.ruled', { reason: one.ruling })}</p>}
      {one.answer && (
        <div className="own-lines"><h3 className="own-head">{t('ownership.shares')}</h3><Shares shares={one.answer.shares} owner={one.answer.owner} />{one.answer.text && <p className="small muted">{pick(one.answer.text)}</p>}</div>
      )}
      {one.possible.length > 0 && (
        <div className="own-lines"><h3 className="own-head">{t('ownership.possible')}</h3>
          <ul className="own-lines">{one.possible.map((each) => <li key={`${each.clause} ${JSON.stringify(each.shares)}`} title={each.text ? pick(each.text) : undefined}><span className="why-mark is-plain"><ClauseMark clause={each.clause} /></span><Shares shares={each.shares} owner={each.owner} /></li>)}</ul>
        </div>
      )}
      {one.learnt.length > 0 && (
        <details><summary className="small muted">{t('ownership.learnt')}</summary>
          <ul className="own-lines">{one.learnt.map((each) => <li key={each.id} className="small">{format.moment(each.at)} {each.actor} {each.reason} {each.decision && <Why decision={each.decision} clause={each.clause} />}</li>)}</ul>
        </details>
      )}
      {one.canRecord && <div><Button size="small" onClick={() => setRecording(true)}>{t('ownership.record')}</Button></div>}
      {isRecording && <Suspense fallback={null}><FactDialog one={one} customerId={customerId} onClose={() => setRecording(false)} /></Suspense>}
    </section>
  );
}

/** Whose customer it is, how a commission would be divided, and why (RE-20). */
export default function OwnershipPanel({ record }: RecordSlotProps) {
  const t = useRegistrationTexts();
  const mayRead = useFindObject()('visitRegistration')?.grants.read !== undefined;
  const query = useQuery({
    queryKey: ['record', 'customer', record.id, 'ownership'], enabled: mayRead,
    queryFn: ({ signal }) => call('GET /customers/{id}/ownership', { signal, params: { id: record.id } }),
  });
  if (!mayRead) return <p className="panel-empty faint small">{t('ownership.none')}</p>;
  if (!query.data) return <div className="card-body"><SkeletonLines count={3} /></div>;
  if (query.data.data.length === 0) return <p className="card-body small muted">{t('ownership.none')}<br />{t('ownership.noneHint')}</p>;
  return <>{query.data.data.map((one) => <CaseView key={one.id} one={one} customerId={record.id} />)}</>;
}
