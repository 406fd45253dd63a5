import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { RoleChoice } from './role-choice.tsx';
import { SessionList } from './session-list.tsx';
import '../parts/admin-page.css';
import './account-panel.css';
import { type AccountView, useAccount, useAccountRefresh, useRoleNames } from './use-account.ts';

function RolesPart({ account, name }: { account: AccountView; name: string }) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const names = useRoleNames();
  const refresh = useAccountRefresh();
  const [draft, setDraft] = useState<readonly string[]>();
  const save = async () => {
    await api.post(`/users/${account.id}/roles`, { roles: draft });
    refresh(account.id);
    showToast(t('user.rolesSaved', { name }));
  };
  const labels = account.roles.map((key) => names.data?.find((r) => r.key === key)).filter((r) => r !== undefined);
  return (
    <section className="account-part">
      <div className="row"><h3>{t('user.roles')}</h3><span className="grow" /><Button size="small" onClick={() => setDraft(account.roles)}>{t('user.changeRoles')}</Button></div>
      {labels.length === 0 ? <p className="muted">{t('user.noRoles')}</p> : <div className="row wrap">{labels.map((r) => <span key={r.key} className="tag" title={r.description ? pick(r.description) : ''}>{pick(r.label)}</span>)}</div>}
      {draft && (
        <ConfirmDialog title={t('user.rolesOf', { name })} ok={t('user.saveRoles')} width={520} onConfirm={save} onClose={() => setDraft(undefined)}>
          <p className="muted small">{t('user.rolesHint')}</p>
          <RoleChoice label={t('user.roles')} value={draft} onChange={setDraft} />
        </ConfirmDialog>
      )}
    </section>
  );
}

function SignInPart({ account }: { account: AccountView }) {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  const when = (at: string | null) => (at === null ? t('user.never') : format.moment(at));
  return (
    <section className="account-part">
      <h3>{t('user.signIn')}</h3>
      <dl className="facts">
        <dt>{t('user.lastSignIn')}</dt><dd>{when(account.lastSignInAt)}</dd>
        <dt>{t('user.passwordSince')}</dt><dd>{when(account.passwordChangedAt)}{account.mustChangePassword && t('user.dueNote')}</dd>
        <dt>{t('user.twoFactor')}</dt><dd>{t(account.isTwoFactorOn ? 'user.twoFactorOn' : 'user.twoFactorOff')}</dd>
        <dt>{t('user.keys')}</dt><dd>{account.apiKeys.length === 0 ? t('user.noKeys') : account.apiKeys.map((k) => k.name).join(t('parts.comma'))}</dd>
      </dl>
    </section>
  );
}

/** The tab that shows an account to an administrator: roles, sign-in, open sessions. */
export default function AccountPanel({ record }: RecordSlotProps) {
  const t = useTexts(identityWebTexts);
  const account = useAccount(record.id);
  if (account.error) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <div className="card-body"><SkeletonLines count={6} /></div>;
  return (
    <div>
      <RolesPart account={account.data} name={textOf(record['name'])} />
      <SignInPart account={account.data} />
      <section>
        <h3 className="account-heading">{t('session.title')}</h3>
        <SessionList sessions={account.data.sessions} />
      </section>
    </div>
  );
}
