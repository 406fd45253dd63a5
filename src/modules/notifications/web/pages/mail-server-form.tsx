import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useNoticeTexts } from '../use-notifications.ts';

type Server = CallAnswer<'GET /admin/mail'>;
type Security = Server['security'];

const ports: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 };

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly issue?: string | undefined;
  readonly children: (id: string) => ReactNode;
}

function Field({ label, hint, issue, children }: FieldProps) {
  const id = useId();
  return (
    <div className="admin-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {issue !== undefined ? <span className="small danger">{issue}</span> : hint !== undefined && <span className="small muted">{hint}</span>}
    </div>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Host, encryption, user, sender; the password only goes in. */
export function MailServerForm({ server, onSaved }: { server: Server; onSaved: (server: Server) => void }) {
  const t = useNoticeTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const isStored = server.source === 'settings';
  const [draft, setDraft] = useState({
    host: server.host, port: server.port, security: server.security, username: server.username ?? '', password: '', from: server.from, siteUrl: server.siteUrl ?? '',
  });
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));
  const isPlain = draft.security === 'none';
  const save = async () => {
    const password = isPlain || draft.username.trim() === '' ? { password: null } : draft.password === '' ? {} : { password: draft.password };
    const body = { host: draft.host.trim(), port: draft.port, security: draft.security, username: isPlain ? null : orNull(draft.username), from: draft.from.trim(), siteUrl: orNull(draft.siteUrl), ...password };
    const result = await run(() => call('PUT /admin/mail', { body }));
    if (result) onSaved(result.done);
  };
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="mail-host">
        <Field label={t('mail.host')} hint={t('mail.hostHint')} issue={issues['host']}>
          {(id) => <Input id={id} value={draft.host} autoComplete="off" onChange={(event) => set({ host: event.target.value })} />}
        </Field>
        <Field label={t('mail.port')} issue={issues['port']}>
          {(id) => <InputNumber id={id} value={draft.port} min={1} max={65535} style={{ width: '100%' }} onChange={(port) => set({ port: port ?? 465 })} />}
        </Field>
      </div>
      <Field label={t('mail.security')} issue={issues['security']}>
        {(id) => (
          <Select
            id={id} value={draft.security} onChange={(security: Security) => set({ security, port: ports[security] })}
            options={[{ value: 'tls', label: t('mail.tls') }, { value: 'starttls', label: t('mail.starttls') }, { value: 'none', label: t('mail.plain') }]}
          />
        )}
      </Field>
      {!isPlain && (
        <div className="admin-two">
          <Field label={t('mail.username')} issue={issues['username']}>
            {(id) => <Input id={id} value={draft.username} autoComplete="off" onChange={(event) => set({ username: event.target.value })} />}
          </Field>
          <Field label={t('mail.password')} hint={isStored && server.hasPassword ? t('mail.kept') : undefined} issue={issues['password'] === undefined ? undefined : t('mail.setAside')}>
            {(id) => <Input.Password id={id} value={draft.password} autoComplete="new-password" onChange={(event) => set({ password: event.target.value })} />}
          </Field>
        </div>
      )}
      <Field label={t('mail.from')} hint={t('mail.fromHint')} issue={issues['from']}>
        {(id) => <Input id={id} value={draft.from} onChange={(event) => set({ from: event.target.value })} />}
      </Field>
      <Field label={t('mail.siteUrl')} hint={t('mail.siteUrlHint')} issue={issues['siteUrl']}>
        {(id) => <Input id={id} value={draft.siteUrl} inputMode="url" onChange={(event) => set({ siteUrl: event.target.value })} />}
      </Field>
      {error && <p className="danger" role="alert">{error}</p>}
      <div className="row"><Button type="primary" htmlType="submit" loading={isBusy} disabled={draft.host.trim() === '' || draft.from.trim() === ''}>{t('mail.save')}</Button></div>
    </form>
  );
}
