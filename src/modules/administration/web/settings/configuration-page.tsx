import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download, Upload } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { isJsonObject } from '#kernel/json.ts';
import { api } from '#kit/api/api-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, refreshMeta, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { useAuditWords } from '../audit/audit-words.ts';
import { leafChanges, leafText } from '../audit/leaf-changes.ts';
import { SettingsFrame } from './settings-tabs.tsx';

type Planned = RowOf<'POST /admin/configuration'>;

function saveFile(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, undefined, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** One thing that the import would add or change, and what of it becomes what. */
function PlannedLine({ item }: { item: Planned }) {
  const t = useTexts(administrationTexts);
  const shown = item.changes.flatMap(({ field, from, to }) => leafChanges(from, to, field === '' ? [] : [field])).slice(0, 12);
  return (
    <li>
      <span className={`tag ${item.change === 'added' ? 'tag-green' : 'tag-hu'}`}>{t(`configuration.change.${item.change}`)}</span> {t(`configuration.kind.${item.kind}`)} <code className="small">{item.key}</code>
      {shown.length > 0 && (
        <ul className="plan-changes small muted">
          {shown.map(({ path, from, to }) => <li key={path.join(' ')}>{path.length > 0 && <><code>{path.join(' · ')}</code> </>}<del>{leafText(from, t('configuration.empty'))}</del> → <ins>{leafText(to, t('configuration.empty'))}</ins></li>)}
        </ul>
      )}
    </li>
  );
}

/** A dry run first: what the file would change, then all of it or nothing. */
function ImportDialog({ content, name, onClose }: { content: Readonly<Record<string, unknown>>; name: string; onClose: () => void }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const client = useQueryClient();
  const { isBusy, error, issues, run } = useSubmit();
  const plan = useQuery({
    queryKey: ['configuration', 'plan', name, content],
    queryFn: () => api.post<CallAnswer<'POST /admin/configuration'>>('/admin/configuration', { ...content, dryRun: true }),
    retry: false, staleTime: Infinity,
  });
  const apply = async () => {
    if (!(await run(() => api.post('/admin/configuration', { ...content, dryRun: false })))) return;
    void refreshMeta(client);
    for (const key of ['settings', 'configuration', 'fields', 'objects', 'roles', 'views']) void client.invalidateQueries({ queryKey: [key] });
    showToast(t('configuration.done'));
    onClose();
  };
  const list = plan.data?.data ?? [];
  const foot = (
    <>
      <Button onClick={onClose}>{kit('action.cancel')}</Button>
      <Button type="primary" loading={isBusy} disabled={!plan.data || list.length === 0} onClick={() => void apply()}>{t('configuration.apply', { count: list.length })}</Button>
    </>
  );
  return (
    <Dialog title={t('configuration.importTitle', { name })} width={560} onClose={onClose} footer={foot}>
      <div className="stack">
        {plan.error ? <ErrorState error={plan.error} title={t('configuration.cannot')} /> : plan.isPending ? <SkeletonLines count={5} /> : list.length === 0 ? <p>{t('configuration.nothing')}</p> : (
          <>
            <p className="muted">{t('configuration.planHint')}</p>
            <ul className="plan-list">{list.map((item) => <PlannedLine key={`${item.kind} ${item.key}`} item={item} />)}</ul>
          </>
        )}
        {error && <p className="danger" role="alert">{[error, ...Object.entries(issues).map(([path, words]) => `${path}: ${words}`)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}

const wordsOf = (detail: unknown): string => {
  if (!isJsonObject(detail)) return '';
  return leafText([detail['object'], detail['key']].filter((part) => part !== undefined && part !== null), '').replace(', ', '.');
};

function History() {
  const t = useTexts(administrationTexts);
  const words = useAuditWords();
  const format = useFormat();
  const history = useQuery({ queryKey: ['configuration', 'history'], queryFn: ({ signal }) => call('GET /admin/configuration/history', { signal }) });
  if (history.error) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <div className="card-body"><SkeletonLines count={4} /></div>;
  if (history.data.data.length === 0) return <p className="card-body small muted">{t('configuration.noHistory')}</p>;
  return (
    <ul className="admin-lines">
      {history.data.data.map((entry) => (
        <li key={entry.seq}>
          <time className="small muted plan-when" dateTime={entry.at} title={format.fullMoment(entry.at)}>{format.moment(entry.at)}</time>
          <span className="plan-who truncate">{entry.actor}</span>
          <span className="grow truncate">{words.action(entry.action)} {words.object(entry.object)} <code className="small muted">{wordsOf(entry.detail)}</code></span>
        </li>
      ))}
    </ul>
  );
}

/** The administrators' work as one file, out of one company and into another, and who changed what (UX-14). */
export default function ConfigurationPage() {
  const t = useTexts(administrationTexts);
  const may = useHasRight('admin.fields');
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; content: Readonly<Record<string, unknown>> }>();
  const take = () => api.get('/admin/configuration').then((value) => saveFile(`zhike-configuration-${new Date().toISOString().slice(0, 10)}.json`, value), reportProblem);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    if (!chosen) return;
    try {
      const content: unknown = JSON.parse(await chosen.text());
      if (!isJsonObject(content)) throw new TypeError('not an object');
      setFile({ name: chosen.name, content });
    } catch {
      showToast(t('configuration.notAFile'), { tone: 'bad' });
    }
  };
  if (!may) return <SettingsFrame><EmptyState title={t('denied')} hint={t('fields.deniedHint')} /></SettingsFrame>;
  return (
    <SettingsFrame>
      <div className="admin-column settings-column">
        <AdminCard title={t('configuration.title')}>
          <div className="stack">
            <p className="muted">{t('configuration.hint')}</p>
            <div className="row wrap">
              <Button icon={<Download size={15} aria-hidden />} onClick={() => void take()}>{t('configuration.export')}</Button>
              <Button icon={<Upload size={15} aria-hidden />} onClick={() => input.current?.click()}>{t('configuration.import')}</Button>
              <input ref={input} type="file" accept=".json,application/json" hidden aria-label={t('configuration.import')} onChange={(e) => void choose(e)} />
            </div>
          </div>
        </AdminCard>
        <AdminCard title={t('configuration.history')} isFlush><History /></AdminCard>
      </div>
      {file && <ImportDialog {...file} onClose={() => setFile(undefined)} />}
    </SettingsFrame>
  );
}
