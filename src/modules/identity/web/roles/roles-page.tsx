import { Button } from 'antd';
import { Copy, Plus } from 'lucide-react';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminPage } from '../parts/admin-page.tsx';
import { CopyRoleDialog } from './copy-role-dialog.tsx';
import { RoleOffers } from './role-offers.tsx';
import { EVERY_OBJECT, type Role } from './role-types.ts';
import { useRoles } from './use-roles.ts';
import './roles.css';

function RoleLine({ role, onCopy }: { role: Role; onCopy: () => void }) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const objects = Object.keys(role.grants);
  return (
    <li className="role-line">
      <div className="grow">
        <div className="row wrap">
          <PageLink to={`/roles/${role.key}`} className="role-link">{pick(role.label)}</PageLink>
          {role.requiresTwoFactor && <span className="tag tag-qing">{t('user.hasTwoFactor')}</span>}
          {role.allowedNetworks.length > 0 && <span className="tag">{t('role.networkLimited')}</span>}
        </div>
        {role.description && <p className="small muted">{pick(role.description)}</p>}
      </div>
      <span className="small muted role-facts">{objects.includes(EVERY_OBJECT) ? t('role.everyObject') : t('role.objectCount', { count: objects.length })} · {t('role.rightsNote', { count: role.rights.length })}</span>
      <span className={`role-people${role.people === 0 ? ' faint' : ''}`}>{t('role.people', { count: role.people })}</span>
      <button type="button" className="plain-button" aria-label={t('role.copyTitle', { name: pick(role.label) })} title={t('role.copy')} onClick={onCopy}><Copy size={15} aria-hidden /></button>
    </li>
  );
}

/** All roles: what each is for and how many people have it (PL-30). */
export default function RolesPage() {
  const t = useTexts(identityWebTexts);
  const may = useHasRight('admin.roles');
  const roles = useRoles();
  const [making, setMaking] = useState<{ from?: Role }>();
  const list = roles.data ?? [];
  const action = may && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking({})}>{t('role.new')}</Button>;
  return (
    <AdminPage title={t('role.many')} hint={t('role.listHint')} actions={action}>
      {!may && <EmptyState title={t('parts.denied')} hint={t('role.deniedHint')} />}
      {may && roles.error && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {may && roles.isPending && <SkeletonLines count={8} />}
      {may && <RoleOffers />}
      {may && list.length > 0 && <ul className="card">{list.map((role) => <RoleLine key={role.key} role={role} onCopy={() => setMaking({ from: role })} />)}</ul>}
      {making && <CopyRoleDialog from={making.from} roles={list} onClose={() => setMaking(undefined)} />}
    </AdminPage>
  );
}
