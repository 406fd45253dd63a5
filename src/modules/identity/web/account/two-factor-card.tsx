import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { refreshMeta } from '../parts/refresh-meta.ts';
import { RecoveryCodesDialog } from './recovery-codes.tsx';
import { type TwoFactorStart, TwoFactorSetUp } from './two-factor-set-up.tsx';

/** The second factor: set up with a picture to scan, off again, new recovery codes (SEC-5). */
export function TwoFactorCard() {
  const t = useTexts(identityWebTexts);
  const client = useQueryClient();
  const { isTwoFactorOn } = useSession();
  const [start, setStart] = useState<TwoFactorStart>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [isLeaving, setLeaving] = useState(false);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['me'] }), refreshMeta(client)]);
  const begin = () => call('POST /auth/two-factor/start').then(setStart, reportProblem);
  const renew = () => call('POST /auth/two-factor/recovery-codes').then((answer) => setCodes(answer.recoveryCodes), reportProblem);
  const remove = async () => {
    await call('DELETE /auth/two-factor');
    await refresh();
    showToast(t('twoFactor.gone'));
  };
  const done = (recoveryCodes: readonly string[]) => {
    setStart(undefined);
    setCodes(recoveryCodes);
    void refresh();
  };
  const note = <span className={`tag ${isTwoFactorOn ? 'tag-green' : 'tag-hu'}`}>{t(isTwoFactorOn ? 'user.twoFactorOn' : 'user.twoFactorOff')}</span>;
  return (
    <AdminCard title={t('user.twoFactor')} note={note}>
      <div className="stack">
        <p className="muted small">{t(isTwoFactorOn ? 'twoFactor.onHint' : 'twoFactor.offHint')}</p>
        <div className="row wrap">
          {!isTwoFactorOn && <Button onClick={() => void begin()}>{t('twoFactor.setUp')}</Button>}
          {isTwoFactorOn && <Button onClick={() => void renew()}>{t('twoFactor.renew')}</Button>}
          {isTwoFactorOn && <Button danger onClick={() => setLeaving(true)}>{t('twoFactor.remove')}</Button>}
        </div>
      </div>
      {start && <TwoFactorSetUp start={start} onDone={done} onClose={() => setStart(undefined)} />}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
      {isLeaving && <ConfirmDialog title={t('twoFactor.removeTitle')} ok={t('twoFactor.remove')} isDanger onConfirm={remove} onClose={() => setLeaving(false)}><p>{t('twoFactor.removeHint')}</p></ConfirmDialog>}
    </AdminCard>
  );
}
