import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { SessionList } from '../users/session-list.tsx';
import type { SessionView } from '../users/use-account.ts';

/** Where one is signed in; a strange one is ended here. */
export function OpenSessionsCard() {
  const t = useTexts(identityWebTexts);
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => call('GET /auth/sessions', { signal }) });
  const end = (session: SessionView) => {
    api.del(`/auth/sessions/${session.id}`).then(() => {
      void client.invalidateQueries({ queryKey: ['sessions'] });
      showToast(t('session.ended'));
    }, reportProblem);
  };
  return (
    <AdminCard title={t('session.title')} isFlush>
      {sessions.error ? <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
        : sessions.data ? <div className="account-sessions"><SessionList sessions={sessions.data.data} onEnd={end} /></div> : <div className="card-body"><SkeletonLines count={2} /></div>}
    </AdminCard>
  );
}
