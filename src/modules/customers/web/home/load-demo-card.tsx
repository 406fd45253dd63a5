import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { setupQuery, useHasRight } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';

/** Offers an administrator of an empty company the demo to try things with; its people's password is shown once. */
export function LoadDemoCard() {
  const t = useCustomersTexts();
  const client = useQueryClient();
  const mayLoad = useHasRight('admin.users');
  const setup = useQuery({ ...setupQuery, enabled: mayLoad });
  const [isBusy, setBusy] = useState(false);
  const [password, setPassword] = useState<string>();
  const load = () => {
    setBusy(true);
    call('POST /setup/demo').then((answer) => setPassword(answer.password), reportProblem).finally(() => setBusy(false));
  };
  // The page fills only now: the dialog would vanish with the empty state.
  const close = () => {
    setPassword(undefined);
    void client.invalidateQueries();
  };
  if (!mayLoad || setup.data?.hasDemo !== true) return null;
  return (
    <li>
      <Sparkles size={22} aria-hidden />
      <b>{t('start.demoTitle')}</b>
      <p className="small muted">{t('start.demoHint')}</p>
      <Button loading={isBusy} onClick={load}>{t('start.demoLoad')}</Button>
      {password !== undefined && (
        <Dialog title={t('start.demoReady')} width={460} onClose={close} footer={<Button type="primary" onClick={close}>{t('start.demoSeen')}</Button>}>
          <p>{t('start.demoPassword', { password })}</p>
        </Dialog>
      )}
    </li>
  );
}
