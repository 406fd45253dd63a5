import { Button } from 'antd';
import { useState } from 'react';
import { PasswordBox } from '../field/text-box.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { api } from './api-client.ts';
import { isProblem } from './api-problem.ts';

/** Asks the person for their password again. */
export default function PasswordDialog({ onDone }: { onDone: (isConfirmed: boolean) => void }) {
  const t = useKitTexts();
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await api.post('/auth/confirm', { password });
      onDone(true);
    } catch (problem) {
      setError(isProblem(problem) ? problem.detail : String(problem));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('confirm.title')} width={400} onClose={() => onDone(false)}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void confirm(); }}>
        <p className="muted">{t('confirm.hint')}</p>
        <PasswordBox autoFocus value={password} onChange={setPassword} aria-label={t('signIn.password')} autoComplete="current-password" isInvalid={error !== ''} />
        {error && <p className="danger" role="alert">{error}</p>}
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={password === ''}>{t('action.confirm')}</Button>
      </form>
    </Dialog>
  );
}
