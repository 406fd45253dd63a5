import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import RichTextInput from '#kit/field/inputs/rich-text-input.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Article, categories, toCategory, useArticle, useKnowledgeTexts, useRefreshKnowledge } from './use-knowledge.ts';
import './knowledge.css';

type Content = Pick<Article, 'title' | 'body' | 'locale' | 'visibility' | 'category' | 'number'> & { readonly id: string };
const blank: Content = { id: '', title: '', body: '', locale: 'zh-CN', visibility: 'internal', category: null, number: 0 };

/** Writes an article, or another version of one. */
export default function ArticleEditorPage() {
  const t = useKnowledgeTexts();
  const { article: id }: { article?: string } = useParams({ strict: false });
  const object = useFindObject()('article');
  return (
    <AdminPage title={t(id === undefined ? 'editor.newTitle' : 'editor.editTitle')} hint={t('editor.hint')} back={{ to: id === undefined ? '/knowledge' : `/knowledge/${id}`, label: t('article.back') }}>
      {object && (id === undefined ? <Editor object={object} content={blank} /> : <Loaded object={object} id={id} />)}
    </AdminPage>
  );
}

function Loaded({ object, id }: { readonly object: ObjectMeta; readonly id: string }) {
  const found = useArticle(id, 'draft');
  if (found.error) return <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  return found.data ? <Editor key={found.data.number} object={object} content={found.data} /> : <div className="card card-body"><SkeletonLines count={8} /></div>;
}

/** What readers looked for in vain, brought along from the list. */
const wantedTitle = (): string => new URLSearchParams(location.search).get('title')?.slice(0, 200) ?? '';

function Editor({ object, content }: { readonly object: ObjectMeta; readonly content: Content }) {
  const t = useKnowledgeTexts();
  const navigate = useNavigate();
  const refresh = useRefreshKnowledge();
  const ids = { title: useId(), body: useId(), note: useId() };
  const [title, setTitle] = useState(content.id === '' ? wantedTitle() : content.title);
  const [body, setBody] = useState(content.body);
  const [category, setCategory] = useState(content.category ?? '');
  const [visibility, setVisibility] = useState(content.visibility);
  const [locale, setLocale] = useState(content.locale);
  const [note, setNote] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const field = object.fields.find(({ key }) => key === 'body');
  const save = async () => {
    const written = { title, body, locale, visibility, category: toCategory(category) ?? null };
    const done = await run(async () => {
      if (content.id === '') return { id: (await call('POST /knowledge/articles', { body: written })).id, number: 1 };
      return { id: content.id, number: (await call('PUT /knowledge/articles/{id}', { params: { id: content.id }, body: { ...written, number: content.number, note } })).number };
    });
    if (!done) return;
    showToast(t('editor.saved', { number: done.done.number }));
    refresh();
    void navigate({ to: `/knowledge/${done.done.id}` });
  };
  return (
    <AdminCard title={t('editor.body')}>
      <div className="stack">
        <div className="admin-field"><label htmlFor={ids.title}>{t('editor.title')}</label><Input id={ids.title} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} /></div>
        <div className="knowledge-kinds">
          <div className="admin-field"><span className="small muted">{t('editor.category')}</span><PlainSelect label={t('editor.category')} value={category} options={[{ value: '', label: t('editor.none') }, ...categories.map((value) => ({ value, label: t(`categories.${value}`) }))]} onChange={setCategory} /></div>
          <div className="admin-field"><span className="small muted">{t('editor.visibility')}</span><ChoiceBar label={t('editor.visibility')} value={visibility} options={(['internal', 'public'] as const).map((value) => ({ value, label: t(`visibility.${value}`) }))} onChange={(value: Content['visibility']) => setVisibility(value)} /></div>
          <div className="admin-field"><span className="small muted">{t('editor.locale')}</span><ChoiceBar label={t('editor.locale')} value={locale} options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`locales.${value}`) }))} onChange={(value: Content['locale']) => setLocale(value)} /></div>
        </div>
        {field && <div className="admin-field"><label htmlFor={ids.body}>{t('editor.body')}</label><RichTextInput object={object} field={field} id={ids.body} label={t('editor.body')} value={content.body} onChange={(value) => setBody(typeof value === 'string' ? value : '')} /></div>}
        {content.id !== '' && <div className="admin-field"><label htmlFor={ids.note}>{t('editor.note')}</label><Input id={ids.note} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></div>}
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div><Button type="primary" loading={isBusy} disabled={title.trim() === '' || body === ''} onClick={() => void save()}>{t('editor.save')}</Button></div>
      </div>
    </AdminCard>
  );
}
