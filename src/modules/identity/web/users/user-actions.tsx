import { Button, Popover } from 'antd';
import { ChevronDown, Glasses, KeyRound, LogOut, ScanEye, ShieldOff, UserCheck, UserX } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { useHasRight, useSession } from '#kit/api/session.ts';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { isNamedRef, type NamedRef } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { MoveRecordsDialog } from './move-records-dialog.tsx';
import { OneTimePasswordDialog } from './one-time-password.tsx';
import { useAccount, useAccountRefresh } from './use-account.ts';

const ViewAsDialog = lazy(() => import('../view-as/view-as-dialog.tsx'));
const EditDialog = lazy(() => import('#kit/form/edit-dialog.tsx'));

type Open = 'view-as' | 'edit' | 'disable' | 'reset' | 'two-factor';

function useActions({ record }: RecordSlotProps) {
  const t = useTexts(identityWebTexts);
  const refresh = useAccountRefresh();
  const [password, setPassword] = useState<string>();
  const path = `/users/${record.id}`;
  const said = (words: string) => {
    refresh(record.id);
    showToast(words);
  };
  const name = textOf(record['name']);
  return {
    password,
    closePassword: () => setPassword(undefined),
    enable: () => api.post(`${path}/enable`).then(() => said(t('user.enabled', { name })), reportProblem),
    endSessions: () => api.post<{ ended: number }>(`${path}/end-sessions`).then(({ ended }) => said(t('user.ended', { count: ended })), reportProblem),
    resetTwoFactor: () => api.post(`${path}/reset-two-factor`).then(() => said(t('user.twoFactorGone', { name }))),
    resetPassword: async () => {
      const { oneTimePassword } = await api.post<{ oneTimePassword: string }>(`${path}/reset-password`);
      refresh(record.id);
      setPassword(oneTimePassword);
    },
  };
}

function Item({ icon, children, isDanger = false, onClick }: { icon: ReactNode; children: ReactNode; isDanger?: boolean; onClick: () => void }) {
  return <button type="button" className={`plain-button${isDanger ? ' danger' : ''}`} onClick={onClick}>{icon}{children}</button>;
}

/** Nobody looks as themselves, or as somebody who may not sign in. */
function useMayLookAs(record: RecordSlotProps['record']): boolean {
  const hasRight = useHasRight('admin.viewAs');
  const { user } = useSession();
  return hasRight && user.id !== record.id && record['isActive'] !== false;
}

/** What an administrator does with an account, beside the person's name. */
export default function UserActions(props: RecordSlotProps) {
  const { object, record } = props;
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const actions = useActions(props);
  const account = useAccount(record.id);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [open, setOpen] = useState<Open>();
  const name = textOf(record['name']);
  const mayLook = useMayLookAs(record);
  const choose = (next: Open) => () => { setMenuOpen(false); setOpen(next); };
  const close = () => setOpen(undefined);
  // The unit as it was when the form was opened; the saved record tells whether the person moved.
  const [former, setFormer] = useState<NamedRef | null>();
  const unit = isNamedRef(record['unit']) ? record['unit'] : null;
  const hasMoved = former !== undefined && (former?.id ?? null) !== (unit?.id ?? null) && open === undefined;
  const edit = () => { setFormer(unit); setOpen('edit'); };
  const menu = (
    <div className="stack">
      <PageLink to={`/inspector?user=${record.id}&userName=${encodeURIComponent(name)}`} className="plain-button"><ScanEye size={15} aria-hidden />{t('user.inspect')}</PageLink>
      {mayLook && <Item icon={<Glasses size={15} aria-hidden />} onClick={choose('view-as')}>{t('viewAs.open')}</Item>}
      <Item icon={<KeyRound size={15} aria-hidden />} onClick={choose('reset')}>{t('user.resetPassword')}</Item>
      <Item icon={<LogOut size={15} aria-hidden />} onClick={() => { setMenuOpen(false); void actions.endSessions(); }}>{t('user.endSessions')}</Item>
      {account.data?.isTwoFactorOn && <Item icon={<ShieldOff size={15} aria-hidden />} onClick={choose('two-factor')}>{t('user.resetTwoFactor')}</Item>}
      {record['isActive'] === false
        ? <Item icon={<UserCheck size={15} aria-hidden />} onClick={() => { setMenuOpen(false); void actions.enable(); }}>{t('user.enable')}</Item>
        : <Item icon={<UserX size={15} aria-hidden />} isDanger onClick={choose('disable')}>{t('user.disable')}</Item>}
    </div>
  );
  return (
    <>
      <Button onClick={edit}>{kit('action.edit')}</Button>
      <Popover content={menu} trigger="click" open={isMenuOpen} onOpenChange={setMenuOpen} placement="bottomRight" arrow={false}>
        <Button aria-expanded={isMenuOpen}>{t('user.account')}<ChevronDown size={14} aria-hidden /></Button>
      </Popover>
      {open === 'view-as' && <Suspense fallback={null}><ViewAsDialog id={record.id} name={name} onClose={close} /></Suspense>}
      {open === 'edit' && <Suspense fallback={null}><EditDialog object={object} record={record} onClose={close} /></Suspense>}
      {hasMoved && <MoveRecordsDialog id={record.id} name={name} from={former} to={unit} onClose={() => setFormer(undefined)} />}
      {open === 'disable' && <DisableDialog record={record} onClose={close} />}
      {open === 'reset' && <ConfirmDialog title={t('user.resetTitle', { name })} ok={t('user.resetPassword')} onConfirm={actions.resetPassword} onClose={close}><p>{t('user.resetHint')}</p></ConfirmDialog>}
      {open === 'two-factor' && <ConfirmDialog title={t('user.twoFactorTitle', { name })} ok={t('user.resetTwoFactor')} isDanger onConfirm={actions.resetTwoFactor} onClose={close}><p>{t('user.twoFactorHint')}</p></ConfirmDialog>}
      {actions.password !== undefined && <OneTimePasswordDialog name={name} username={textOf(record['username'])} password={actions.password} onClose={actions.closePassword} />}
    </>
  );
}
