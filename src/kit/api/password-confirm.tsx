import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Dialog } from '../overlay/dialog.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { api, setApiHandlers } from './api-client.ts';
import { isProblem } from './api-problem.ts';

function PasswordDialog({ onDone }: { onDone: (isConfirmed: boolean) => void }) {
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
        <Input.Password
          autoFocus value={password} onChange={(e) => setPassword(e.target.value)} aria-label={t('signIn.password')}
          autoComplete="current-password" status={error ? 'error' : ''}
        />
        {error && <p className="danger" role="alert">{error}</p>}
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={password === ''}>{t('action.confirm')}</Button>
      </form>
    </Dialog>
  );
}

/** Answers `auth.fresh-required`: asks for the password once, then the API client repeats its call. */
export function PasswordConfirm() {
  const [ask, setAsk] = useState<{ done: (isConfirmed: boolean) => void }>();
  useEffect(() => {
    setApiHandlers({
      confirmPassword: () =>
        new Promise<boolean>((resolve) => {
          setAsk({ done: (isConfirmed) => { setAsk(undefined); resolve(isConfirmed); } });
        }),
    });
  }, []);
  return ask ? <PasswordDialog onDone={ask.done} /> : null;
}
