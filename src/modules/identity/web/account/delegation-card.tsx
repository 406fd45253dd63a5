import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { RecordPicker } from '../parts/record-picker.tsx';
import { useSubmit } from '../parts/use-submit.ts';

function DelegationForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(identityWebTexts);
  const { user } = useSession();
  const [to, setTo] = useState<NamedRef>();
  const [span, setSpan] = useState<readonly [Dayjs, Dayjs]>();
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!to || !span) return;
    const body = { to: to.id, fromAt: span[0].startOf('day').toISOString(), untilAt: span[1].endOf('day').toISOString(), ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const result = await run(() => api.post('/delegations', body));
    if (!result) return;
    showToast(t('delegation.made', { name: to.name }));
    setTo(undefined);
    setSpan(undefined);
    setReason('');
    onDone();
  };
  return (
    <form className="admin-form" onSubmit={(e) => void submit(e)}>
      <p className="small muted">{t('delegation.hint')}</p>
      <label htmlFor="delegate-to">{t('delegation.to')}</label>
      <RecordPicker id="delegate-to" target="user" value={to} without={[user.id]} onChange={setTo} />
      <label htmlFor="delegate-span">{t('delegation.span')}</label>
      <DatePicker.RangePicker
        id={{ start: 'delegate-span', end: 'delegate-span-end' }} value={span ? [span[0], span[1]] : null} style={{ width: '100%' }}
        onChange={(next) => setSpan(next?.[0] && next[1] ? [next[0], next[1]] : undefined)}
      />
      <label htmlFor="delegate-reason">{t('delegation.reason')}</label>
      <Input id="delegate-reason" maxLength={200} value={reason} placeholder={t('delegation.reasonPlaceholder')} onChange={(e) => setReason(e.target.value)} />
      {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      <div className="row"><Button htmlType="submit" loading={isBusy} disabled={!to || !span}>{t('delegation.create')}</Button></div>
    </form>
  );
}

/** Who looks after one's records while one is away (PL-30). */
export function DelegationCard() {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { user } = useSession();
  const found = useQuery({ queryKey: ['delegations'], queryFn: ({ signal }) => call('GET /delegations', { signal }) });
  const refresh = () => client.invalidateQueries({ queryKey: ['delegations'] });
  const end = (id: string) => {
    api.del(`/delegations/${id}`).then(() => {
      void refresh();
      showToast(t('delegation.ended'));
    }, reportProblem);
  };
  const own = found.data?.data.filter((d) => d.from.id === user.id || d.to.id === user.id) ?? [];
  return (
    <AdminCard title={t('delegation.title')} isFlush>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : found.isPending ? <div className="card-body"><SkeletonLines count={2} /></div> : (
        <ul className="admin-lines">
          {own.map((d) => (
            <li key={d.id}>
              <div className="grow">
                <div>{d.from.id === user.id ? t('delegation.toLine', { name: d.to.name }) : t('delegation.fromLine', { name: d.from.name })}</div>
                <div className="small muted">{t('delegation.period', { from: format.date(d.fromAt), until: format.date(d.untilAt) })}{d.reason && ` · ${d.reason}`}</div>
              </div>
              <button type="button" className="plain-button" onClick={() => end(d.id)}>{t('delegation.end')}</button>
            </li>
          ))}
        </ul>
      )}
      <div className="card-body"><DelegationForm onDone={() => void refresh()} /></div>
    </AdminCard>
  );
}
