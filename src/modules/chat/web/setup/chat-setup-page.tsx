import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminCard, AdminPage, CopyBox, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useChatSetupTexts } from './chat-setup.texts.ts';
import './chat-setup.css';

type Values = Readonly<Record<string, unknown>>;
const textIn = (values: Values, key: string): string => (typeof values[key] === 'string' ? values[key] : '');
const SITE = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

const useChatSettings = () => useQuery({
  queryKey: ['chat-settings'],
  queryFn: async ({ signal }): Promise<Values> => Object.fromEntries((await call('GET /admin/settings', { signal })).data.filter(({ group }) => group === 'chat').map(({ key, value }) => [key, value])),
});

function useSave() {
  const client = useQueryClient();
  const t = useChatSetupTexts();
  const submit = useSubmit();
  const save = async (values: Values) => {
    const done = await submit.run(() => call('PUT /admin/settings', { body: values }));
    if (!done) return;
    await client.invalidateQueries({ queryKey: ['chat-settings'] });
    showToast(t('saved'));
  };
  return { ...submit, save };
}

/** Opens the chat, says who answers and which sites may show it, with the snippet to copy (SE-31). */
export default function ChatSetupPage() {
  const t = useChatSetupTexts();
  const settings = useChatSettings();
  const type = useFindObject()('caseType');
  return (
    <AdminPage title={t('title')} hint={t('hint')}>
      {settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {settings.data && (
        <>
          <OpenCard values={settings.data} />
          {type && <DeskCard values={settings.data} type={type} />}
          <SitesCard values={settings.data} />
          <GreetingCard values={settings.data} />
          <BlockedCard />
        </>
      )}
    </AdminPage>
  );
}

function OpenCard({ values }: { values: Values }) {
  const t = useChatSetupTexts();
  const { isBusy, error, save } = useSave();
  const isOpen = values['chatIsOpen'] === true;
  return (
    <AdminCard title={t('open.title')}>
      <label className="row chat-setup-switch"><Switch checked={isOpen} loading={isBusy} onChange={(on) => void save({ chatIsOpen: on })} aria-label={t('open.switch')} /><b>{t('open.switch')}</b></label>
      <p className="small muted">{t(isOpen ? 'open.on' : 'open.off')}</p>
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
    </AdminCard>
  );
}

function DeskCard({ values, type }: { values: Values; type: ObjectMeta }) {
  const t = useChatSetupTexts();
  const { error, save } = useSave();
  const { records, isPending } = useRecords(type, { sort: 'position', filter: { field: 'isActive', op: 'eq', value: true } }, 100);
  const chosen = typeof values['chatCaseType'] === 'string' ? values['chatCaseType'] : '';
  return (
    <AdminCard title={t('desk.title')}>
      {!isPending && records.length === 0
        ? <p>{t('open.noType')} <PageLink to="/admin/service">{t('open.go')}</PageLink></p>
        : (
          <>
            <label className="stack chat-setup-field" htmlFor="chat-type"><span className="small muted">{t('desk.type')}</span>
              <PlainSelect label={t('desk.type')} value={chosen} options={[{ value: '', label: t('desk.auto') }, ...records.map((record) => ({ value: record.id, label: String(record['name']) }))]} onChange={(id) => void save({ chatCaseType: id === '' ? null : id })} />
            </label>
            <p className="small muted">{t('desk.hint')} <PageLink to="/admin/service">{t('desk.people')}</PageLink></p>
          </>
        )}
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
    </AdminCard>
  );
}

const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim().toLowerCase().replace(/\/+$/, '')).filter(Boolean))];

function SitesCard({ values }: { values: Values }) {
  const t = useChatSetupTexts();
  const { isBusy, error, save } = useSave();
  const stored = Array.isArray(values['chatOrigins']) ? values['chatOrigins'].map(String).join('\n') : '';
  const [text, setText] = useState(stored);
  const wrong = linesOf(text).find((line) => !SITE.test(line));
  return (
    <AdminCard title={t('sites.title')}>
      <label className="stack chat-setup-field"><span className="small muted">{t('sites.list')}</span><Input.TextArea rows={3} value={text} onChange={(event) => setText(event.target.value)} /></label>
      <p className="small muted">{t('sites.hint')}</p>
      {wrong !== undefined && <p className="danger small" role="alert">{t('sites.bad', { line: wrong })}</p>}
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
      <Button type="primary" loading={isBusy} disabled={wrong !== undefined || linesOf(text).join('\n') === stored} onClick={() => void save({ chatOrigins: linesOf(text) })}>{t('save')}</Button>
      <div className="chat-setup-snippet">
        <p className="small muted">{t('sites.snippet')}</p>
        <CopyBox label={t('sites.snippet')} text={`<script async src="${location.origin}/chat.js"></script>`} />
        <p className="small muted">{t('sites.side')}</p>
        <p className="small muted">{t('sites.csp', { origin: location.origin })}</p>
        <p className="small muted">{t('sites.page')}</p>
        <CopyBox label={t('sites.page')} text={`${location.origin}/chat`} />
      </div>
    </AdminCard>
  );
}

function GreetingCard({ values }: { values: Values }) {
  const t = useChatSetupTexts();
  const { isBusy, error, save } = useSave();
  const [words, setWords] = useState({ chatGreeting: textIn(values, 'chatGreeting'), chatGreetingEnglish: textIn(values, 'chatGreetingEnglish') });
  const isSame = words.chatGreeting === values['chatGreeting'] && words.chatGreetingEnglish === values['chatGreetingEnglish'];
  return (
    <AdminCard title={t('greeting.title')}>
      <label className="stack chat-setup-field"><span className="small muted">{t('greeting.zh')}</span><Input maxLength={200} value={words.chatGreeting} onChange={(event) => setWords({ ...words, chatGreeting: event.target.value })} /></label>
      <label className="stack chat-setup-field"><span className="small muted">{t('greeting.en')}</span><Input maxLength={200} value={words.chatGreetingEnglish} onChange={(event) => setWords({ ...words, chatGreetingEnglish: event.target.value })} /></label>
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
      <Button type="primary" loading={isBusy} disabled={isSame} onClick={() => void save(words)}>{t('save')}</Button>
    </AdminCard>
  );
}

function BlockedCard() {
  const t = useChatSetupTexts();
  const format = useFormat();
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: ['chat-blocked'], queryFn: ({ signal }) => call('GET /chat/blocked', { signal }) });
  const lift = (id: string) => { call('POST /chat/blocked/{id}/lift', { params: { id } }).then(() => client.invalidateQueries({ queryKey: ['chat-blocked'] }), reportProblem); };
  return (
    <AdminCard title={t('blocked.title')} isFlush>
      {data?.data.length === 0 && <p className="muted card-body">{t('blocked.none')}</p>}
      <ul className="admin-lines">
        {data?.data.map((row) => (
          <li key={row.id}><div className="grow">{row.caseId !== null && <PageLink to={`/cases/${row.caseId}`}>{row.number}</PageLink>}<p className="small muted">{t('blocked.line', { at: format.moment(row.at), by: row.by ?? '' })}</p></div><Button onClick={() => lift(row.id)}>{t('blocked.lift')}</Button></li>
        ))}
      </ul>
    </AdminCard>
  );
}
