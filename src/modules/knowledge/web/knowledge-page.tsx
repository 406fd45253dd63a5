import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { MarkedWords } from './marked-words.tsx';
import { MissingArticles } from './missing-articles.tsx';
import { useMissed } from './use-missed.ts';
import { categories, toCategory, useFound, useKnowledgeTexts } from './use-knowledge.ts';
import './knowledge.css';

/** Drafts and what nobody reviewed for a year, for those who write (SE-34). */
function Desk() {
  const t = useKnowledgeTexts();
  const { moment } = useFormat();
  const found = useQuery({ queryKey: ['records', 'article', 'desk'], queryFn: ({ signal }) => call('GET /knowledge/desk', { signal }) });
  const lists = found.data ? [{ title: t('search.drafts'), rows: found.data.drafts }, { title: t('search.stale'), rows: found.data.stale }] : [];
  const cards = lists.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => (
    <AdminCard key={title} title={title} note={rows.length} isFlush>
      <ul className="admin-lines">{rows.map((row) => <li key={row.id}><div className="grow"><PageLink to={`/knowledge/${row.id}`}>{row.title}</PageLink><p className="small muted">{row.owner} · {moment(row.at)}</p></div><span className="tag">{t(`states.${row.state}`)}</span></li>)}</ul>
    </AdminCard>
  ));
  return <>{found.data && <MissingArticles rows={found.data.missing} />}{cards}</>;
}

/** Search first: what is known, best first. */
export default function KnowledgePage() {
  const t = useKnowledgeTexts();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useFound(q, toCategory(chosen));
  const grants = useFindObject()('article')?.grants;
  const rows = found.data?.data ?? [];
  useMissed(q, chosen === '' && found.data !== undefined && !found.isFetching && rows.length === 0, (words) => call('POST /knowledge/missing', { body: { q: words } }));
  return (
    <AdminPage title={t('search.title')} hint={t('search.hint')} actions={grants?.create !== undefined && <PageLink to="/knowledge/new"><span className="knowledge-write">{t('search.write')}</span></PageLink>}>
      <div className="row wrap knowledge-search">
        <Input.Search className="grow" aria-label={t('search.label')} placeholder={t('search.label')} value={typed} maxLength={200} allowClear onChange={(event) => setTyped(event.target.value)} />
        <PlainSelect label={t('search.category')} value={chosen} options={[{ value: '', label: t('search.all') }, ...categories.map((value) => ({ value, label: t(`categories.${value}`) }))]} onChange={setChosen} />
      </div>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && rows.length === 0 && <div className="card"><EmptyState title={t('search.empty')} hint={t('search.emptyHint')} /></div>}
      {rows.length > 0 && <p className="small muted" role="status">{t('search.count', { count: rows.length })}</p>}
      {rows.length > 0 && (
        <ul className="card admin-lines">
          {rows.map((row) => {
            const category = toCategory(row.category);
            return (
              <li key={row.id}>
                <div className="grow">
                  <div className="row wrap"><PageLink to={`/knowledge/${row.id}`}><b><MarkedWords text={row.title} hits={row.hits} /></b></PageLink>{category && <span className="tag">{t(`categories.${category}`)}</span>}{row.visibility === 'public' && <span className="tag tag-green">{t('visibility.public')}</span>}</div>
                  <p className="small knowledge-excerpt"><MarkedWords text={row.excerpt} hits={row.hits} /></p>
                  <p className="small muted">{t('search.useful', { count: row.useful })} · {t('search.views', { count: row.views })}</p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {grants?.update !== undefined && <Desk />}
    </AdminPage>
  );
}
