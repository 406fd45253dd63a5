import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { usePortalStaffTexts } from './portal-staff.texts.ts';
import './customer-portal-panel.css';

type Shown = CallAnswer<'GET /customers/{id}/portal'>;
type Account = Shown['accounts'][number];

/** Who of the customer signs in to the portal, and what they see there; sessions can be ended (SE-31). */
export default function CustomerPortalPanel({ record }: RecordSlotProps) {
  const t = usePortalStaffTexts();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: ['customer-portal', record.id], queryFn: ({ signal }) => call('GET /customers/{id}/portal', { params: { id: record.id }, signal }) });
  const act = (doing: Promise<unknown>) => { doing.then(() => client.invalidateQueries({ queryKey: ['customer-portal', record.id] }), reportProblem); };
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={3} />;
  return (
    <div className="stack">
      {data.accounts.length === 0 && <p className="small muted">{t('none')}</p>}
      {data.accounts.map((account) => <OneAccount key={account.id} customer={record.id} account={account} act={act} />)}
      {data.files.length > 0 && (
        <div className="portal-staff-files">
          <p><b>{t('files')}</b></p><p className="small muted">{t('filesHint')}</p>
          <ul className="stack">
            {data.files.map((file) => (
              <li key={file.id} className="row"><span className="grow truncate" title={file.name}>{file.name}</span>
                <Switch size="small" checked={file.isShown} aria-label={`${t('files')} ${file.name}`} onChange={(isShown) => act(call('PUT /customers/{id}/portal/documents/{file}', { params: { id: record.id, file: file.id }, body: { isShown } }))} /></li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function OneAccount({ customer, account, act }: { customer: string; account: Account; act: (doing: Promise<unknown>) => void }) {
  const t = usePortalStaffTexts();
  const format = useFormat();
  const params = { id: customer, account: account.id };
  const end = (session?: string) => act(call('POST /customers/{id}/portal/accounts/{account}/revoke', { params, body: session === undefined ? {} : { session } }).then(() => showToast(t('ended'))));
  return (
    <section className="portal-staff-account">
      <p className="row wrap"><b>{account.email}</b>{account.isOwnAddress && <span className="tag">{t('own')}</span>}</p>
      <p className="small muted">{t('last', { at: format.moment(account.lastSignedInAt) })} · {account.sessions.length === 0 ? t('noSession') : t('sessions', { n: account.sessions.length })}</p>
      {!account.isOwnAddress && <label className="row small"><span className="grow">{t('papers')}</span><Switch size="small" checked={account.maySeePapers} aria-label={`${t('papers')} ${account.email}`} onChange={(isAllowed) => act(call('PUT /customers/{id}/portal/accounts/{account}/papers', { params, body: { isAllowed } }))} /></label>}
      <ul>
        {account.sessions.map((session) => (
          <li key={session.id} className="row small"><span className="grow truncate" title={session.agent ?? ''}>{t('seen', { at: format.moment(session.seenAt) })}</span><button type="button" className="plain-button" onClick={() => end(session.id)}>{t('end')}</button></li>
        ))}
      </ul>
      {account.sessions.length > 1 && <button type="button" className="plain-button" onClick={() => end()}>{t('endAll')}</button>}
    </section>
  );
}
