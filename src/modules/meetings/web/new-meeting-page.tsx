import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { AdminCard, AdminPage, RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useMeetingsTexts, useRefreshMeetings } from './use-meetings.ts';
import './meetings.css';

const kinds = ['symposium', 'keyAccount', 'other'] as const;
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
/** `2026-03-02T10:00` of the browser's clock as an instant. */
const instant = (local: string): string => new Date(local).toISOString();

/** Plans a meeting; the solution of a complaint calls its own (SE-5). */
export default function NewMeetingPage() {
  const t = useMeetingsTexts();
  const navigate = useNavigate();
  const refresh = useRefreshMeetings();
  const ids = { subject: useId(), goal: useId(), place: useId(), at: useId(), until: useId(), customer: useId(), agenda: useId(), names: useId() };
  const [kind, setKind] = useState<(typeof kinds)[number]>('symposium');
  const [text, setText] = useState({ subject: '', goal: '', place: '', at: '', until: '', agenda: '', names: '' });
  const [customer, setCustomer] = useState<NamedRef>();
  const { isBusy, error, issues, run } = useSubmit();
  const set = (key: keyof typeof text) => (event: { readonly target: { readonly value: string } }) => setText({ ...text, [key]: event.target.value });
  const save = async () => {
    const agenda = lines(text.agenda).map((title) => ({ topic: 'other' as const, title }));
    const names = lines(text.names);
    const made = await run(() => call('POST /meetings/call', {
      body: {
        kind, subject: text.subject, at: instant(text.at), ...(text.until !== '' && { until: instant(text.until) }), ...(text.goal !== '' && { goal: text.goal }), ...(text.place !== '' && { place: text.place }),
        ...(customer && { customer: customer.id }), ...(agenda.length > 0 && { agenda }), ...(names.length > 0 && { participants: { names } }),
      },
    }));
    if (!made) return;
    showToast(t('create.done'));
    refresh();
    void navigate({ to: `/meetings/${made.done.id}` });
  };
  return (
    <AdminPage title={t('create.title')} hint={t('create.hint')} back={{ to: '/meetings', label: t('create.back') }}>
      <AdminCard title={t('create.title')}>
        <div className="stack meeting-form">
          <div className="admin-field"><span className="small muted">{t('create.kind')}</span><PlainSelect label={t('create.kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'other')} /></div>
          <div className="admin-field"><label htmlFor={ids.subject}>{t('create.subject')}</label><Input id={ids.subject} value={text.subject} maxLength={200} onChange={set('subject')} /></div>
          <div className="admin-field"><label htmlFor={ids.at}>{t('create.at')}</label><Input id={ids.at} type="datetime-local" value={text.at} onChange={set('at')} /></div>
          <div className="admin-field"><label htmlFor={ids.until}>{t('create.until')}</label><Input id={ids.until} type="datetime-local" value={text.until} onChange={set('until')} /></div>
          <div className="admin-field"><label htmlFor={ids.place}>{t('create.place')}</label><Input id={ids.place} value={text.place} maxLength={120} onChange={set('place')} /></div>
          <div className="admin-field"><label htmlFor={ids.customer}>{t('create.customer')}</label><RecordPicker id={ids.customer} target="customer" value={customer} onChange={setCustomer} /></div>
          <div className="admin-field"><label htmlFor={ids.goal}>{t('create.goal')}</label><Input.TextArea id={ids.goal} value={text.goal} maxLength={5_000} autoSize={{ minRows: 2 }} onChange={set('goal')} /></div>
          <div className="admin-field"><label htmlFor={ids.agenda}>{t('create.agenda')}</label><Input.TextArea id={ids.agenda} value={text.agenda} autoSize={{ minRows: 3 }} onChange={set('agenda')} /></div>
          <div className="admin-field"><label htmlFor={ids.names}>{t('create.names')}</label><Input.TextArea id={ids.names} value={text.names} autoSize={{ minRows: 2 }} onChange={set('names')} /></div>
          {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
          <div><Button type="primary" loading={isBusy} disabled={text.subject.trim() === '' || text.at === ''} onClick={() => void save()}>{t('create.make')}</Button></div>
        </div>
      </AdminCard>
    </AdminPage>
  );
}
