import { Button } from 'antd';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useKnowledgeTexts, useRefreshKnowledge } from './use-knowledge.ts';

/** What readers looked for in vain, for those who write (SE-34). */
export function MissingArticles({ rows }: { readonly rows: CallAnswer<'GET /knowledge/desk'>['missing'] }) {
  const t = useKnowledgeTexts();
  const { moment } = useFormat();
  const refresh = useRefreshKnowledge();
  const { isBusy, error, run } = useSubmit();
  if (rows.length === 0) return null;
  const settle = async (id: string) => {
    if (!(await run(() => call('POST /knowledge/missing/{id}/settle', { params: { id } })))) return;
    showToast(t('search.settled'));
    refresh();
  };
  return (
    <AdminCard title={t('search.missing')} note={rows.length} isFlush>
      <p className="small muted knowledge-missing-hint">{t('search.missingHint')}</p>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
      <ul className="admin-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="grow">
              <div className="row wrap"><b className="knowledge-excerpt">{row.words}</b><span className="tag">{t('search.asked', { count: row.asked })}</span>{row.isPublic && <span className="tag tag-green">{t('search.isPublic')}</span>}</div>
              <p className="small muted">{moment(row.lastAt)}</p>
            </div>
            <div className="row wrap"><PageLink to={`/knowledge/new?title=${encodeURIComponent(row.words)}`}><span className="knowledge-write">{t('search.writeOne')}</span></PageLink><Button disabled={isBusy} onClick={() => void settle(row.id)}>{t('search.settle')}</Button></div>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}
