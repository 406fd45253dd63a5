import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { ACCESS_REQUESTS, type AccessRequest, useAccessRequests } from './use-access-requests.ts';

const tones = { open: 'tag tag-hu', granted: 'tag tag-green', declined: 'tag' } as const;

function RequestLine({ request, isMine }: { request: AccessRequest; isMine: boolean }) {
  const t = useQualityTexts();
  const format = useFormat();
  const client = useQueryClient();
  const answer = (isGranted: boolean) => {
    api.post(`/access-requests/${request.id}/answer`, { isGranted }).then(() => {
      showToast(t(isGranted ? 'request.granted' : 'request.declined'));
      void client.invalidateQueries({ queryKey: ACCESS_REQUESTS });
    }, reportProblem);
  };
  const { customer, unit } = request;
  return (
    <li>
      <div className="grow">
        <div className="row wrap">
          {customer ? <PageLink to={`/customers/${customer.id}`}>{customer.name}</PageLink> : <span>{unit ? t('request.inUnit', { unit }) : t('request.someCustomer')}</span>}
          <span className={tones[request.state]}>{t(`request.states.${request.state}`)}</span>
        </div>
        <p className="small muted">{!isMine && `${t('request.from', { name: request.requester.name })} · `}{format.moment(request.createdAt)}{request.note ? ` · ${request.note}` : ''}</p>
      </div>
      {!isMine && request.state === 'open' && (
        <span className="row wrap">
          <Button onClick={() => answer(false)}>{t('request.decline')}</Button>
          <Button type="primary" ghost onClick={() => answer(true)}>{t('request.grant')}</Button>
        </span>
      )}
    </li>
  );
}

/** Who asks to see a customer of mine, and what became of my own requests (UX-8). */
export default function AccessRequestsPage() {
  const t = useQualityTexts();
  const me = useSession().user.id;
  const found = useAccessRequests();
  const all = found.data ?? [];
  const parts = [
    { key: 'toMe' as const, list: all.filter(({ requester }) => requester.id !== me) },
    { key: 'mine' as const, list: all.filter(({ requester }) => requester.id === me) },
  ].filter(({ list }) => list.length > 0);
  return (
    <AdminPage title={t('request.title')} hint={t('request.hint')} back={{ to: '/quality', label: t('worklist.back') }}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={4} /></div>}
      {found.data && parts.length === 0 && <div className="card"><EmptyState title={t('request.empty')} /></div>}
      <div className="admin-column">
        {parts.map(({ key, list }) => (
          <AdminCard key={key} title={t(`request.${key}`)} isFlush>
            <ul className="admin-lines">{list.map((request) => <RequestLine key={request.id} request={request} isMine={key === 'mine'} />)}</ul>
          </AdminCard>
        ))}
      </div>
    </AdminPage>
  );
}
