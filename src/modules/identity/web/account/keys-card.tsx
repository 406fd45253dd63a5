import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import type { KeyView } from '../users/use-account.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

function KeyLine({ view, onRevoke }: { view: KeyView; onRevoke: () => void }) {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  const isOver = view.expiresAt.slice(0, 10) < format.today();
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{view.name}</b><code className="small faint">{view.hint}</code>{isOver && <span className="tag tag-zhu">{t('key.over')}</span>}</div>
        <div className="small muted">{view.scopes.join(t('parts.comma'))}</div>
        <div className="small muted">{t('key.facts', { until: format.date(view.expiresAt), used: view.lastUsedAt === null ? t('user.never') : format.moment(view.lastUsedAt) })}</div>
      </div>
      <button type="button" className="plain-button" aria-label={t('key.revokeOf', { name: view.name })} onClick={onRevoke}>{t('key.revoke')}</button>
    </li>
  );
}

/** Personal keys for programs: they act as the person, and only within their scopes. */
export function KeysCard() {
  const t = useTexts(identityWebTexts);
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: ({ signal }) => call('GET /auth/api-keys', { signal }) });
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<KeyView>();
  const refresh = () => client.invalidateQueries({ queryKey: ['api-keys'] });
  const revoke = async () => {
    await api.del(`/auth/api-keys/${revoking?.id ?? ''}`);
    await refresh();
    showToast(t('key.revoked'));
  };
  const list = keys.data?.data ?? [];
  return (
    <AdminCard title={t('key.many')} isFlush note={<Button size="small" onClick={() => setMaking(true)}>{t('key.new')}</Button>}>
      {keys.error ? <ErrorState error={keys.error} onRetry={() => void keys.refetch()} /> : keys.isPending ? <div className="card-body"><SkeletonLines count={2} /></div>
        : list.length === 0 ? <p className="card-body muted small">{t('key.empty')}</p>
          : <ul className="admin-lines">{list.map((view) => <KeyLine key={view.id} view={view} onRevoke={() => setRevoking(view)} />)}</ul>}
      {isMaking && <NewKeyDialog onMade={() => void refresh()} onClose={() => setMaking(false)} />}
      {revoking && <ConfirmDialog title={t('key.revokeTitle', { name: revoking.name })} ok={t('key.revoke')} isDanger onConfirm={revoke} onClose={() => setRevoking(undefined)}><p>{t('key.revokeHint')}</p></ConfirmDialog>}
    </AdminCard>
  );
}
