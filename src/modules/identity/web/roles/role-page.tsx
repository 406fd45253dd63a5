import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { isSameJson } from '#kernel/json.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminPage } from '../parts/admin-page.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { TabRow } from '../parts/tab-row.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { CopyRoleDialog } from './copy-role-dialog.tsx';
import { FieldRightsTable } from './field-rights-table.tsx';
import { GrantMatrix } from './grant-matrix.tsx';
import { RoleNames, RoleRights, RoleSignIn } from './role-basics.tsx';
import { RolePeople } from './role-people.tsx';
import { draftOf, type Role, type RoleDraft } from './role-types.ts';
import { useRoles, useRoleWrites } from './use-roles.ts';
import './roles.css';

/** The draft beside the role as stored, and saving it with the version that was seen. */
function useRoleDraft(role: Role) {
  const t = useTexts(identityWebTexts);
  const [draft, setDraft] = useState<RoleDraft>(() => draftOf(role));
  const { save } = useRoleWrites();
  const submit = useSubmit();
  const isChanged = !isSameJson(draft, draftOf(role));
  return {
    draft, isChanged, ...submit,
    change: (part: Partial<RoleDraft>) => setDraft((old) => ({ ...old, ...part })),
    discard: () => { setDraft(draftOf(role)); submit.clear(); },
    save: async () => {
      const result = await submit.run(() => save(role, draft));
      if (!result) return;
      setDraft(draftOf(result.done));
      showToast(t('role.saved'));
    },
  };
}

function SaveBar({ state, people }: { state: ReturnType<typeof useRoleDraft>; people: number }) {
  const t = useTexts(identityWebTexts);
  if (!state.isChanged && !state.error) return null;
  const network = Object.entries(state.issues).filter(([path]) => !path.startsWith('allowedNetworks')).map(([, words]) => words);
  return (
    <div className="admin-save" role="region" aria-label={t('role.changed')}>
      <span className="grow small">{state.error ? <span className="danger" role="alert">{[state.error, ...network].join(' ')}</span> : t('role.changedHint', { count: people })}</span>
      <Button onClick={state.discard}>{t('role.discard')}</Button>
      <Button type="primary" loading={state.isBusy} onClick={() => void state.save()}>{t('role.save')}</Button>
    </div>
  );
}

function RoleEditor({ role, roles }: { role: Role; roles: readonly Role[] }) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const navigate = useNavigate();
  const state = useRoleDraft(role);
  const { remove } = useRoleWrites();
  const [open, setOpen] = useState<'copy' | 'delete'>();
  const part = { draft: state.draft, issues: state.issues, onChange: state.change };
  const erase = async () => {
    await remove(role);
    void navigate({ to: '/roles' });
  };
  const actions = (
    <>
      <Button onClick={() => setOpen('copy')}>{t('role.copy')}</Button>
      <Button danger onClick={() => setOpen('delete')}>{kit('action.delete')}</Button>
    </>
  );
  const items = [
    { key: 'grants', label: t('role.grants'), content: <GrantMatrix grants={state.draft.grants} onChange={(grants) => state.change({ grants })} /> },
    { key: 'fields', label: t('role.fields'), content: <FieldRightsTable fields={state.draft.fields} onChange={(fields) => state.change({ fields })} /> },
    { key: 'more', label: t('role.more'), content: <div className="card-body role-more"><RoleRights {...part} /><RoleSignIn {...part} /></div> },
    { key: 'names', label: t('role.names'), content: <div className="card-body"><RoleNames {...part} /></div> },
    { key: 'people', label: t('role.peopleTab', { count: role.people }), content: <RolePeople roleKey={role.key} /> },
  ];
  const badge = role.isBuiltIn ? <span className="tag">{t('role.builtIn')}</span> : undefined;
  return (
    <AdminPage title={pick(role.label)} badge={badge} hint={role.description && pick(role.description)} actions={actions} back={{ to: '/roles', label: t('role.many') }}>
      <section className="card role-card"><TabRow label={pick(role.label)} items={items} /></section>
      <SaveBar state={state} people={role.people} />
      {open === 'copy' && <CopyRoleDialog from={role} roles={roles} onClose={() => setOpen(undefined)} />}
      {open === 'delete' && <ConfirmDialog title={t('role.deleteTitle', { name: pick(role.label) })} ok={kit('action.delete')} isDanger onConfirm={erase} onClose={() => setOpen(undefined)}><p>{role.people > 0 ? t('role.deleteUsed', { count: role.people }) : t('role.deleteHint')}</p></ConfirmDialog>}
    </AdminPage>
  );
}

/** One role: what it may do on which objects and how far, fields, rights, sign-in, people. */
export default function RolePage() {
  const t = useTexts(identityWebTexts);
  const { key }: { key?: string } = useParams({ strict: false });
  const may = useHasRight('admin.roles');
  const roles = useRoles();
  const role = roles.data?.find((r) => r.key === key);
  const back = { to: '/roles', label: t('role.many') };
  if (role && may) return <RoleEditor key={role.key} role={role} roles={roles.data ?? []} />;
  return (
    <AdminPage title={t('role.one')} back={back}>
      {!may ? <EmptyState title={t('parts.denied')} hint={t('role.deniedHint')} />
        : roles.error ? <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
          : roles.isPending ? <div className="card card-body"><SkeletonLines count={10} /></div>
            : <EmptyState title={t('role.missing')} hint={t('role.missingHint')} />}
    </AdminPage>
  );
}
