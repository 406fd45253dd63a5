import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useMailTexts } from '../use-mail-texts.ts';

export type MailboxView = CallAnswer<'GET /admin/mailboxes'>['data'][number];
type Security = MailboxView['imap']['security'];

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

interface Line {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly username: string;
  readonly password: string;
}

const ports = { imap: { tls: 993, starttls: 143, none: 143 }, smtp: { tls: 465, starttls: 587, none: 25 } } as const;

interface LineProps {
  readonly kind: 'imap' | 'smtp';
  readonly line: Line;
  readonly isKept: boolean;
  readonly issues: Readonly<Record<string, string>>;
  onChange(line: Line): void;
}

function LineFields({ kind, line, isKept, issues, onChange }: LineProps) {
  const t = useMailTexts();
  const set = (change: Partial<Line>) => onChange({ ...line, ...change });
  return (
    <fieldset className="stack mailbox-fields">
      <legend>{t(kind)}</legend>
      <div className="mailbox-line">
        <Field label={t('host')} issue={issues[`${kind}.host`]}>{(id) => <Input id={id} value={line.host} autoComplete="off" onChange={(event) => set({ host: event.target.value })} />}</Field>
        <Field label={t('port')} issue={issues[`${kind}.port`]}>
          {(id) => <InputNumber id={id} value={line.port} min={1} max={65535} style={{ width: '100%' }} onChange={(port) => set({ port: port ?? ports[kind].tls })} />}
        </Field>
      </div>
      <Field label={t('security')} issue={issues[`${kind}.security`]}>
        {(id) => (
          <Select
            id={id} value={line.security} onChange={(security: Security) => set({ security, port: ports[kind][security] })}
            options={[{ value: 'tls', label: t('tls') }, { value: 'starttls', label: t('starttls') }, { value: 'none', label: t('plain') }]}
          />
        )}
      </Field>
      <div className="admin-two">
        <Field label={t('username')} issue={issues[`${kind}.username`]}>{(id) => <Input id={id} value={line.username} autoComplete="off" onChange={(event) => set({ username: event.target.value })} />}</Field>
        <Field label={t('password')} hint={isKept ? t('kept') : undefined} issue={issues[`${kind}.password`]}>
          {(id) => <Input.Password id={id} value={line.password} autoComplete="new-password" onChange={(event) => set({ password: event.target.value })} />}
        </Field>
      </div>
    </fieldset>
  );
}

const lineOf = (kind: 'imap' | 'smtp', line: { host: string; port: number; security: Security; username: string | null } | null | undefined): Line => ({
  host: line?.host ?? '', port: line?.port ?? ports[kind].tls, security: line?.security ?? 'tls', username: line?.username ?? '', password: '',
});

const fresh = { address: '', name: '', folder: 'INBOX', feeds: null, signatureZh: '', signatureEn: '', isActive: true, takesHistory: false } as const;

function draftOf(box: MailboxView | undefined) {
  const { address, name, folder, feeds, signatureZh, signatureEn, isActive, takesHistory }: Pick<MailboxView, keyof typeof fresh> = box ?? fresh;
  return {
    address, name, folder, feeds, signatureZh, signatureEn, isActive, takesHistory, unit: box?.unit ?? undefined,
    imap: lineOf('imap', box?.imap), smtp: lineOf('smtp', box?.smtp), isOwnSmtp: (box?.smtp ?? null) !== null,
  };
}
type Draft = ReturnType<typeof draftOf>;

const secret = (text: string) => (text === '' ? {} : { password: text });

function bodyOf({ imap, smtp, isOwnSmtp, unit, ...rest }: Draft) {
  return {
    ...rest, unit: unit?.id ?? null, imap: { host: imap.host.trim(), port: imap.port, security: imap.security, username: imap.username.trim(), ...secret(imap.password) },
    smtp: isOwnSmtp ? { host: smtp.host.trim(), port: smtp.port, security: smtp.security, username: smtp.username.trim() === '' ? null : smtp.username.trim(), ...secret(smtp.password) } : null,
  };
}

interface FormProps {
  readonly box: MailboxView | undefined;
  readonly feeds: readonly string[];
  onClose(): void;
  onSaved(): void;
}

/** Sets up a mailbox or changes one; passwords only go in. */
export function MailboxForm({ box, feeds, onClose, onSaved }: FormProps) {
  const t = useMailTexts();
  const kit = useKitTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const [draft, setDraft] = useState(() => draftOf(box));
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const save = async () => {
    const body = bodyOf(draft);
    const done = await run(() => (box ? call('PUT /admin/mailboxes/{id}', { params: { id: box.id }, body }) : call('POST /admin/mailboxes', { body })));
    if (done) onSaved();
  };
  const feedOptions = [...new Set(['service', ...feeds])].map((key) => ({ value: key, label: key === 'service' ? t('feedsOf.service') : key }));
  return (
    <Dialog
      title={t(box ? 'edit' : 'add')} width={640} onClose={onClose}
      footer={<><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('save')}</Button></>}
    >
      <div className="stack">
        <div className="admin-two">
          <Field label={t('address')} issue={issues['address']}>{(id) => <Input id={id} value={draft.address} inputMode="email" onChange={(event) => set({ address: event.target.value })} />}</Field>
          <Field label={t('name')} hint={t('nameHint')} issue={issues['name']}>{(id) => <Input id={id} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}</Field>
        </div>
        <LineFields kind="imap" line={draft.imap} isKept={box?.imap.hasPassword === true} issues={issues} onChange={(imap) => set({ imap })} />
        <Field label={t('folder')} issue={issues['folder']}>{(id) => <Input id={id} value={draft.folder} onChange={(event) => set({ folder: event.target.value })} />}</Field>
        <Checkbox checked={draft.takesHistory} onChange={(event) => set({ takesHistory: event.target.checked })}>{t('history')}</Checkbox>
        <span className="small muted">{t('historyHint')}</span>
        <Checkbox checked={draft.isOwnSmtp} onChange={(event) => set({ isOwnSmtp: event.target.checked })}>{t('ownSmtp')}</Checkbox>
        {draft.isOwnSmtp
          ? <LineFields kind="smtp" line={draft.smtp} isKept={box?.smtp?.hasPassword === true} issues={issues} onChange={(smtp) => set({ smtp })} />
          : <span className="small muted">{t('companySmtp')}</span>}
        <div className="admin-two">
          <Field label={t('unit')} issue={issues['unit']}>{(id) => <RecordPicker id={id} target="orgUnit" value={draft.unit} onChange={(unit) => set({ unit })} />}</Field>
          <Field label={t('feeds')} issue={issues['feeds']}>
            {(id) => <Select id={id} value={draft.feeds ?? ''} options={[{ value: '', label: t('feedsNone') }, ...feedOptions]} onChange={(value) => set({ feeds: value === '' ? null : value })} />}
          </Field>
        </div>
        <div className="admin-two">
          <Field label={t('signatureZh')}>{(id) => <Input.TextArea id={id} rows={3} value={draft.signatureZh} onChange={(event) => set({ signatureZh: event.target.value })} />}</Field>
          <Field label={t('signatureEn')}>{(id) => <Input.TextArea id={id} rows={3} value={draft.signatureEn} onChange={(event) => set({ signatureEn: event.target.value })} />}</Field>
        </div>
        <Checkbox checked={draft.isActive} onChange={(event) => set({ isActive: event.target.checked })}>{t('active')}</Checkbox>
        {error && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
