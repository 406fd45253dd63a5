import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { queryClient } from '#kit/api/query-client.ts';
import { setupQuery } from '#kit/api/session.ts';
import { PasswordBox, TextBox } from '#kit/field/text-box.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { HOME } from '../home.ts';
import { GateFrame } from './gate-frame.tsx';

const blank = { companyName: '', name: '', username: '', password: '', secret: '', demo: false };
type Fields = typeof blank;
type TextField = Exclude<keyof Fields, 'demo'>;

function Line({ id, label, hint, error, children }: { id: string; label: string; hint?: string; error: string | undefined; children: ReactNode }) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <p id={`${id}-hint`} className="small faint">{hint}</p>}
      {error && <p className="small danger" role="alert">{error}</p>}
    </>
  );
}

function useSetup() {
  const navigate = useNavigate();
  const { locale } = useLocale();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async (fields: Fields) => {
    setBusy(true);
    try {
      const { secret, ...rest } = fields;
      await api.post('/setup', { ...rest, locale, ...(secret ? { secret } : {}) });
      queryClient.clear();
      await navigate({ to: HOME });
    } catch (problem) {
      const issues = isProblem(problem) ? problem.errors.map((e) => [e.path, e.message] as const) : [];
      setErrors({ '': isProblem(problem) ? problem.detail : String(problem), ...Object.fromEntries(issues) });
      setBusy(false);
    }
  };
  return { errors, isBusy, submit };
}

/** First run: the administrator, the company, and whether to begin with the demo company (PL-1). */
export default function SetupPage() {
  const t = useKitTexts();
  usePageTitle(t('setup.title'));
  const navigate = useNavigate();
  const setup = useQuery(setupQuery);
  const [fields, setFields] = useState<Fields>(blank);
  const { errors, isBusy, submit } = useSetup();
  useEffect(() => {
    if (setup.data && !setup.data.isNeeded) void navigate({ to: '/sign-in' });
  }, [setup.data, navigate]);
  const bind = (key: TextField, complete: string) => ({
    id: key, value: fields[key], autoComplete: complete, isInvalid: errors[key] !== undefined,
    onChange: (value: string) => setFields((old) => ({ ...old, [key]: value })),
  });
  const isReady = fields.companyName.trim() !== '' && fields.name.trim() !== '' && fields.username.trim() !== '' && fields.password !== '';
  return (
    <GateFrame>
      <form className="gate-form gate-wide" onSubmit={(e: FormEvent) => { e.preventDefault(); void submit(fields); }}>
        <h1>{t('setup.title')}</h1>
        <p className="muted">{t('setup.intro')}</p>
        <Line id="companyName" label={t('setup.company')} error={errors['companyName']}><TextBox {...bind('companyName', 'organization')} autoFocus /></Line>
        <Line id="name" label={t('setup.name')} error={errors['name']}><TextBox {...bind('name', 'name')} /></Line>
        <Line id="username" label={t('setup.username')} error={errors['username']}><TextBox {...bind('username', 'username')} /></Line>
        <Line id="password" label={t('setup.password')} hint={t('setup.passwordHint')} error={errors['password']}>
          <PasswordBox {...bind('password', 'new-password')} aria-describedby="password-hint" />
        </Line>
        {setup.data?.isSecretNeeded && <Line id="secret" label={t('setup.secret')} hint={t('setup.secretHint')} error={errors['secret']}>
          <TextBox {...bind('secret', 'off')} aria-describedby="secret-hint" />
        </Line>}
        {setup.data?.hasDemo && <><label className="row">
          <input type="checkbox" checked={fields.demo} onChange={(e) => setFields((old) => ({ ...old, demo: e.target.checked }))} />
          {t('setup.demo')}
        </label>
        <p className="small faint">{t('setup.demoHint')}</p></>}
        <p className="danger gate-error" role="alert">{errors['']}</p>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isReady} block>{t('setup.submit')}</Button>
      </form>
    </GateFrame>
  );
}
