import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { queryClient } from '#kit/api/query-client.ts';
import { setupQuery, type SetupState } from '#kit/api/session.ts';
import { PasswordBox, TextBox } from '#kit/field/text-box.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { HOME } from '../home.ts';
import { GateFrame } from './gate-frame.tsx';

type Step = 'password' | 'code';

function useSignIn() {
  const navigate = useNavigate();
  const { back }: { back?: string } = useSearch({ strict: false });
  const [step, setStep] = useState<Step>('password');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const signIn = async (credentials: { username: string; password: string; code?: string }) => {
    setBusy(true);
    setError('');
    try {
      await api.post('/auth/login', credentials);
      queryClient.clear();
      // Only paths of this site: `//host` and full addresses would lead elsewhere (SEC: open redirect).
      const target = back !== undefined && /^\/(?![/\\])/.test(back) ? back : HOME;
      await navigate({ href: target, to: target });
    } catch (problem) {
      const needsCode = isProblem(problem, 'auth.second-factor-required');
      if (needsCode) setStep('code');
      else setError(isProblem(problem) ? problem.detail : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return { step, error, isBusy, signIn, setError, restart: () => setStep('password') };
}

function DemoPeople({ people, onChoose }: { people: NonNullable<SetupState['people']>; onChoose: (username: string) => void }) {
  const t = useKitTexts();
  return (
    <section className="gate-people" aria-label={t('signIn.demo')}>
      <h2>{t('signIn.demo')}</h2>
      <p className="small muted">{t('signIn.demoHint')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.username}>
            <button type="button" className="plain-button" onClick={() => onChoose(person.username)}>
              <span className="avatar" aria-hidden>{person.name.slice(0, 1)}</span>
              <span>{person.name}</span>
              <span className="small faint truncate">{[person.roles.join('、'), person.title].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Fields {
  readonly username: string;
  readonly password: string;
  readonly code: string;
}

function PasswordStep({ fields, set }: { fields: Fields; set: (change: Partial<Fields>) => void }) {
  const t = useKitTexts();
  return (
    <>
      <label htmlFor="username">{t('signIn.username')}</label>
      <TextBox id="username" autoFocus autoComplete="username" value={fields.username} onChange={(username) => set({ username })} />
      <label htmlFor="password">{t('signIn.password')}</label>
      <PasswordBox id="password" autoComplete="current-password" value={fields.password} onChange={(password) => set({ password })} />
    </>
  );
}

function CodeStep({ fields, set, onRestart }: { fields: Fields; set: (change: Partial<Fields>) => void; onRestart: () => void }) {
  const t = useKitTexts();
  return (
    <>
      <label htmlFor="code">{t('signIn.code')}</label>
      <TextBox
        id="code" autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={8} aria-describedby="code-hint"
        value={fields.code} onChange={(code) => set({ code })}
      />
      <p id="code-hint" className="small muted">{t('signIn.codeHint')}</p>
      <button type="button" className="link-button" onClick={onRestart}>{t('signIn.other')}</button>
    </>
  );
}

export default function SignInPage() {
  const t = useKitTexts();
  usePageTitle(t('signIn.title'));
  const navigate = useNavigate();
  const setup = useQuery(setupQuery);
  const [fields, setFields] = useState<Fields>({ username: '', password: '', code: '' });
  const { step, error, isBusy, signIn, setError, restart } = useSignIn();
  const set = (change: Partial<Fields>) => setFields((old) => ({ ...old, ...change }));
  useEffect(() => {
    if (setup.data?.isNeeded) void navigate({ to: '/setup' });
  }, [setup.data, navigate]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { username, password, code } = fields;
    if (username.trim() === '') return setError(t('signIn.required'));
    void signIn({ username: username.trim(), password, ...(step === 'code' ? { code: code.replace(/\s/g, '') } : {}) });
  };
  const { people } = setup.data ?? {};
  return (
    <GateFrame>
      <form className="gate-form" onSubmit={submit}>
        <h1>{t('signIn.title')}</h1>
        {step === 'password' ? <PasswordStep fields={fields} set={set} /> : <CodeStep fields={fields} set={set} onRestart={restart} />}
        <p className="danger gate-error" role="alert">{error}</p>
        <Button type="primary" htmlType="submit" loading={isBusy} block>{t('signIn.submit')}</Button>
      </form>
      {people && people.length > 0 && (
        <DemoPeople people={people} onChoose={(username) => { set({ username }); void signIn({ username, password: '' }); }} />
      )}
    </GateFrame>
  );
}
