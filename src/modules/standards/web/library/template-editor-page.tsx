import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type LibraryStandard, type TemplateSheet, useAreaName, useLibrary, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';
import { TemplateItem } from './template-item.tsx';
import './library.css';

const kinds = ['mystery', 'phone'] as const;
const states = ['active', 'retired'] as const;

type Item = TemplateSheet['items'][number];

/** A standard as an item: its words and measure, a comment when it is missed. */
const itemOf = ({ id, code, area, item, measure, unit, target, direction, weight }: LibraryStandard, taken: ReadonlySet<string>): Item => {
  const key = code.replace(/[^A-Za-z0-9-]/g, '').slice(0, 30) || 'item';
  return { key: taken.has(key) || !/^[A-Za-z0-9]/.test(key) ? `i-${newId().slice(-12)}` : key, area, standard: id, text: item, answer: measure, unit, target, direction, weight, comment: 'failed', photo: 'never' };
};

/** Edits a template; what audits already run on is left as it is (SE-21). */
export default function TemplateEditorPage() {
  const t = useStandardsTexts();
  const { template = '' }: { template?: string } = useParams({ strict: false });
  const isNew = template === 'new';
  const found = useQuery({ queryKey: ['records', 'auditTemplate', 'sheet', template], enabled: !isNew, queryFn: ({ signal }) => call('GET /audits/templates/{id}', { signal, params: { id: template } }) });
  const sheet: TemplateSheet | undefined = isNew ? { id: '', name: t('templates.newName'), kind: 'mystery', state: 'active', number: 0, items: [] } : found.data;
  return (
    <AdminPage title={sheet?.name ?? t('templates.title')} hint={t('templates.hint')} back={{ to: '/audit-templates', label: t('templates.back') }}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {!sheet && !found.error && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {sheet && <Editor key={`${sheet.id} ${sheet.number}`} sheet={sheet} />}
    </AdminPage>
  );
}

function Editor({ sheet }: { readonly sheet: TemplateSheet }) {
  const t = useStandardsTexts();
  const navigate = useNavigate();
  const refresh = useRefreshStandards();
  const id = useId();
  const grants = useFindObject()('auditTemplate')?.grants;
  const mayWrite = (sheet.id === '' ? grants?.create : grants?.update) !== undefined;
  const [name, setName] = useState(sheet.name);
  const [kind, setKind] = useState(sheet.kind);
  const [state, setState] = useState(sheet.state);
  const [items, setItems] = useState<readonly Item[]>(sheet.items);
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => {
    const body = { name, kind, state, items: items.map((item) => ({ ...item })) };
    if (sheet.id === '') {
      const made = await run(() => call('POST /audits/templates', { body }));
      if (made) void navigate({ to: `/audit-templates/${made.done.id}`, replace: true });
    } else {
      const saved = await run(() => call('PUT /audits/templates/{id}', { params: { id: sheet.id }, body: { ...body, number: sheet.number } }));
      if (saved) showToast(t('templates.saved', { number: saved.done.number }));
    }
    refresh();
  };
  const change = (at: number, part: Partial<Item>) => setItems(items.map((item, place) => (place === at ? { ...item, ...part } : item)));
  const move = (at: number, by: number) => {
    const item = items[at];
    if (item && items[at + by]) setItems(items.toSpliced(at, 1).toSpliced(at + by, 0, item));
  };
  return (
    <>
      <AdminCard title={t('templates.title')}>
        <div className="admin-form">
          <div className="admin-field"><label htmlFor={id}>{t('templates.name')}</label><Input id={id} value={name} maxLength={80} disabled={!mayWrite} onChange={(event) => setName(event.target.value)} /></div>
          <div className="admin-field"><span className="small muted">{t('templates.kind')}</span><ChoiceBar label={t('templates.kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(value: TemplateSheet['kind']) => setKind(value)} /></div>
          <div className="admin-field"><span className="small muted">{t('templates.state')}</span><ChoiceBar label={t('templates.state')} value={state} options={states.map((value) => ({ value, label: t(value === 'active' ? 'templates.inUse' : 'templates.retired') }))} onChange={(value: TemplateSheet['state']) => setState(value)} /></div>
        </div>
      </AdminCard>
      <AdminCard title={t('templates.text')} note={items.length} isFlush>
        <ol className="admin-lines template-items">
          {items.map((item, at) => <TemplateItem key={item.key} item={item} at={at} last={items.length - 1} mayWrite={mayWrite} onChange={(part) => change(at, part)} onMove={(by) => move(at, by)} onRemove={() => setItems(items.toSpliced(at, 1))} />)}
        </ol>
        {mayWrite && <AddStandard items={items} onAdd={(item) => setItems([...items, item])} />}
      </AdminCard>
      {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      {mayWrite && <div className="admin-save">{items.length === 0 && <span className="small muted grow">{t('templates.none')}</span>}<span className="grow" /><Button type="primary" loading={isBusy} disabled={items.length === 0 || name.trim() === ''} onClick={() => void save()}>{t('templates.save')}</Button></div>}
    </>
  );
}

function AddStandard({ items, onAdd }: { readonly items: readonly Item[]; onAdd(item: Item): void }) {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  const found = useLibrary();
  const used = new Set(items.flatMap(({ standard }) => standard ?? []));
  const free = (found.data?.data ?? []).filter(({ id, state }) => state === 'active' && !used.has(id));
  const add = (id: string) => {
    const standard = free.find((each) => each.id === id);
    if (standard) onAdd(itemOf(standard, new Set(items.map(({ key }) => key))));
  };
  return <div className="card-body template-add"><PlainSelect label={t('templates.addStandard')} value="" options={[{ value: '', label: t('templates.choose') }, ...free.map(({ id, area, item, code }) => ({ value: id, label: `${areaName(area)} ${code} ${item}` }))]} onChange={add} /></div>;
}
