import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { refreshMeta } from '../parts/refresh-meta.ts';
import { useSubmit } from '../parts/use-submit.ts';

const blank = { current: '', next: '', again: '' };

/** A new password for oneself; everybody else who uses the old one is signed out. */
export function PasswordCard() {
  const t = useTexts(identityWebTexts);
  const client = useQueryClient();
  const { user } = useSession();
  const [values, setValues] = useState(blank);
  const { isBusy, error, issues, run } = useSubmit();
  const isDifferent = values.again !== '' && values.again !== values.next;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run(() => api.post('/auth/password', { current: values.current, next: values.next }));
    if (!result) return;
    setValues(blank);
    void client.invalidateQueries({ queryKey: ['me'] });
    // A due password had taken all rights away: they are back now.
    void refreshMeta(client);
    void client.invalidateQueries({ queryKey: ['sessions'] });
    showToast(t('password.saved'));
  };
  const bind = (key: keyof typeof blank) => ({ id: `password-${key}`, value: values[key], onChange: (e: { target: { value: string } }) => setValues((old) => ({ ...old, [key]: e.target.value })) });
  return (
    <AdminCard title={t('password.title')}>
      <form className="admin-form" onSubmit={(e) => void submit(e)}>
        {/* Lets password managers know whose password it is. */}
        <input className="visually-hidden" type="text" autoComplete="username" value={user.username} readOnly tabIndex={-1} aria-hidden />
        <label htmlFor="password-current">{t('password.current')}</label>
        <Input.Password {...bind('current')} autoComplete="current-password" />
        <label htmlFor="password-next">{t('password.next')}</label>
        <Input.Password {...bind('next')} autoComplete="new-password" aria-describedby="password-hint" status={issues['next'] ? 'error' : ''} />
        <p id="password-hint" className="small muted">{t('password.hint')}</p>
        <label htmlFor="password-again">{t('password.again')}</label>
        <Input.Password {...bind('again')} autoComplete="new-password" status={isDifferent ? 'error' : ''} />
        {isDifferent && <p className="small danger" role="alert">{t('password.different')}</p>}
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="row"><Button htmlType="submit" loading={isBusy} disabled={values.current === '' || values.next === '' || values.again !== values.next}>{t('password.save')}</Button></div>
      </form>
    </AdminCard>
  );
}
