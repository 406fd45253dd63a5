import { type FormEvent, useState } from 'react';
import { usePortal } from '../use-portal.tsx';
import { useDoing } from '../use-doing.ts';

/** Signing in by a code: the address, then the six digits. */
export function CodePage({ isMailReady, wasEnded, onSignedIn }: { readonly isMailReady: boolean; readonly wasEnded: boolean; onSignedIn(): void }) {
  const { t, call } = usePortal();
  const [email, setEmail] = useState('');
  const [challenge, setChallenge] = useState<string>();
  const [code, setCode] = useState('');
  const { isBusy, problem, run } = useDoing();
  if (!isMailReady) return <p>{t('noMail')}</p>;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => setChallenge((await call<{ challenge: string }>('POST', '/codes', { email: email.trim() })).challenge));
  };
  const enter = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await call('POST', '/session', { challenge, code: code.trim() });
      onSignedIn();
    });
  };
  return (
    <section className="portal-card">
      <h1>{t('signIn.title')}</h1>
      {wasEnded && <p role="status" className="portal-note">{t('signIn.ended')}</p>}
      {challenge === undefined ? (
        <form onSubmit={ask} className="portal-form">
          <p className="muted">{t('signIn.hint')}</p>
          <label>{t('signIn.email')}<input type="email" required maxLength={254} autoComplete="email" value={email} onChange={(e) => setEmail(e.target.value)} /></label>
          {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
          <button type="submit" className="portal-main" disabled={isBusy}>{t('signIn.ask')}</button>
        </form>
      ) : (
        <form onSubmit={enter} className="portal-form">
          <p className="muted" role="status">{t('signIn.sent', { email: email.trim() })}</p>
          <label>{t('signIn.code')}<input inputMode="numeric" autoComplete="one-time-code" required pattern="\s*\d{6}\s*" maxLength={8} value={code} onChange={(e) => setCode(e.target.value)} /></label>
          {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
          <button type="submit" className="portal-main" disabled={isBusy}>{t('signIn.enter')}</button>
          <button type="button" className="portal-plain" onClick={() => { setChallenge(undefined); setCode(''); }}>{t('signIn.other')}</button>
        </form>
      )}
    </section>
  );
}
