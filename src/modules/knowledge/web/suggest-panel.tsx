import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useKnowledgeTexts } from './use-knowledge.ts';

/** Articles that may help with a case, and writing one out of it (SE-34). */
export default function SuggestPanel({ record }: RecordSlotProps) {
  const t = useKnowledgeTexts();
  const navigate = useNavigate();
  const grants = useFindObject()('article')?.grants;
  const params = { id: record.id };
  const found = useQuery({ queryKey: ['records', 'article', 'suggested', record.id], queryFn: ({ signal }) => call('GET /service/cases/{id}/articles', { signal, params }) });
  const { isBusy, error, run } = useSubmit();
  const write = async () => {
    const made = await run(() => call('POST /service/cases/{id}/article', { params }));
    if (!made) return;
    showToast(t('suggest.written'));
    void navigate({ to: `/knowledge/${made.done.id}/edit` });
  };
  const rows = found.data?.data ?? [];
  return (
    <div className="card-body stack">
      {found.data && rows.length === 0 && <p className="small muted">{t('suggest.none')}</p>}
      {rows.map((row) => <div key={row.id}><PageLink to={`/knowledge/${row.id}`}>{row.title}</PageLink><p className="small muted">{row.excerpt}</p></div>)}
      {grants?.create !== undefined && <div><Button size="small" loading={isBusy} onClick={() => void write()}>{t('suggest.write')}</Button></div>}
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </div>
  );
}
