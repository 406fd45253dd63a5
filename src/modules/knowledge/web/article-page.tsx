import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { readRichText } from '#kit/field/rich-text.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { ArticleVersions } from './article-versions.tsx';
import { type Article, useArticle, useKnowledgeTexts, useRefreshKnowledge } from './use-knowledge.ts';
import './knowledge.css';

function Body({ html }: { readonly html: string }) {
  const { nodes } = useMemo(() => readRichText(html), [html]);
  return <div className="knowledge-body">{nodes}</div>;
}

function Votes({ article }: { readonly article: Article }) {
  const t = useKnowledgeTexts();
  const refresh = useRefreshKnowledge();
  const { isBusy, error, run } = useSubmit();
  const vote = async (isUseful: boolean) => {
    if (await run(() => call('POST /knowledge/articles/{id}/vote', { params: { id: article.id }, body: { isUseful } }))) refresh();
  };
  return (
    <div className="stack">
      <div className="row wrap" role="group" aria-label={t('article.question')}>
        <span>{t('article.question')}</span>
        <Button aria-pressed={article.vote === true} type={article.vote === true ? 'primary' : 'default'} disabled={isBusy} onClick={() => void vote(true)}>{t('article.useful')}</Button>
        <Button aria-pressed={article.vote === false} type={article.vote === false ? 'primary' : 'default'} disabled={isBusy} onClick={() => void vote(false)}>{t('article.useless')}</Button>
      </div>
      <p className="small muted">{t('article.counts', { useful: article.useful, useless: article.useless, views: article.views })}</p>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </div>
  );
}

function Buttons({ article }: { readonly article: Article }) {
  const t = useKnowledgeTexts();
  const refresh = useRefreshKnowledge();
  const { isBusy, error, run } = useSubmit();
  const params = { id: article.id };
  const act = async (doIt: () => Promise<unknown>, words: string) => {
    if (!(await run(doIt))) return;
    showToast(words);
    refresh();
  };
  if (!article.canChange) return null;
  const { state } = article;
  return (
    <>
      {state !== 'approval' && <PageLink to={`/knowledge/${article.id}/edit`}><span className="knowledge-write">{t('article.edit')}</span></PageLink>}
      {state === 'draft' && <Button type="primary" loading={isBusy} onClick={() => void act(() => call('POST /knowledge/articles/{id}/submit', { params }), t('article.submitted'))}>{t('article.submit')}</Button>}
      {state === 'published' && <Button loading={isBusy} onClick={() => void act(() => call('POST /knowledge/articles/{id}/review', { params }), t('article.reviewed'))}>{t('article.review')}</Button>}
      {state === 'published' && <Button loading={isBusy} onClick={() => void act(() => call('POST /knowledge/articles/{id}/retire', { params }), t('article.retired'))}>{t('article.retire')}</Button>}
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </>
  );
}

function Notes({ article }: { readonly article: Article }) {
  const t = useKnowledgeTexts();
  return (
    <>
      {article.isDraft && <p className="knowledge-note">{t('article.isDraft')}</p>}
      {article.isStale && <p className="knowledge-note">{t('article.stale')}</p>}
    </>
  );
}

/** An article as readers see it; those who write also see the version in work, and all versions. */
export default function ArticlePage() {
  const t = useKnowledgeTexts();
  const { fullMoment } = useFormat();
  const { article: id = '' }: { article?: string } = useParams({ strict: false });
  const [view, setView] = useState<'published' | 'draft'>('published');
  const found = useArticle(id, view);
  const article = found.data;
  const isPublished = article?.publishedAt !== undefined && article.publishedAt !== null && !article.isDraft;
  useEffect(() => {
    // A view that is not counted is not worth a word to the reader.
    if (isPublished) void call('POST /knowledge/articles/{id}/view', { params: { id } }).catch(() => undefined);
  }, [id, isPublished]);
  return (
    <AdminPage title={article?.title ?? t('search.title')} back={{ to: '/knowledge', label: t('article.back') }} badge={article && <span className="tag">{t(`states.${article.state}`)}</span>} actions={article && <Buttons article={article} />}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {article && (
        <article className="card card-body stack">
          <Notes article={article} />
          {article.hasDraft && article.publishedNumber !== null && <div className="row wrap"><span className="small muted">{t('article.hasDraft')}</span><Button size="small" onClick={() => setView(view === 'draft' ? 'published' : 'draft')}>{t(view === 'draft' ? 'article.seePublished' : 'article.seeDraft')}</Button></div>}
          <Body html={article.body} />
          {article.publishedAt !== null && <p className="small muted">{t('article.published', { time: fullMoment(article.publishedAt) })}{article.owner !== null && ` · ${article.owner}`}</p>}
          {isPublished && <Votes article={article} />}
        </article>
      )}
      {article?.canChange === true && <ArticleVersions id={id} />}
    </AdminPage>
  );
}
