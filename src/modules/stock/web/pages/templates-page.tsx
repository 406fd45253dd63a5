import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { pdfAddress, useStockTexts } from '../use-stock.ts';
import '../board/board.css';

const keys = ['subscription', 'receipt', 'dunning'] as const;
type Key = (typeof keys)[number];
type Template = CallAnswer<'GET /stock/templates/{key}'>;

/** The wordings that are printed (PL-63): text with placeholders, edited beside a preview. */
export default function TemplatesPage() {
  const t = useStockTexts();
  const [key, setKey] = useState<Key>('subscription');
  const found = useQuery({ queryKey: ['print-template', key], queryFn: ({ signal }) => call('GET /stock/templates/{key}', { signal, params: { key } }) });
  return (
    <AdminPage title={t('templates.title')} hint={t('templates.hint')}>
      <ChoiceBar label={t('templates.document')} value={key} onChange={(next: Key) => setKey(next)} options={keys.map((value) => ({ value, label: t(`templates.keys.${value}`) }))} />
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {found.data && <Editor key={`${found.data.key} ${found.data.number}`} template={found.data} />}
    </AdminPage>
  );
}

/** The sample as the printer would have it, saved by the browser. */
async function downloadSample(key: Key, content: string): Promise<void> {
  const answer = await fetch(pdfAddress(`/stock/templates/${key}/preview`), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ content }) });
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: `${key}.pdf` });
  link.click();
  URL.revokeObjectURL(url);
}

function Editor({ template }: { readonly template: Template }) {
  const t = useStockTexts();
  const client = useQueryClient();
  const { isBusy, error, issues, run } = useSubmit();
  const [content, setContent] = useState(template.content);
  const save = async () => {
    const done = await run(() => call('PUT /stock/templates/{key}', { params: { key: template.key }, body: { content, number: template.number } }));
    if (!done) return;
    showToast(t('templates.saved'));
    await client.invalidateQueries({ queryKey: ['print-template'] });
  };
  const note = template.number === 0 ? t('templates.shipped') : t('templates.version', { number: template.number });
  return (
    <>
      <div className="stock-template">
        <AdminCard title={t('templates.content')} note={note}>
          <Input.TextArea aria-label={t('templates.content')} value={content} autoSize={{ minRows: 18, maxRows: 32 }} maxLength={50_000} onChange={(event) => setContent(event.target.value)} />
          <p className="small muted">{t('templates.help')}</p>
          <p className="small">{t('templates.placeholders')}：{template.placeholders.map((name) => <code key={name} className="tag">{`{${name}}`}</code>)}</p>
        </AdminCard>
        <AdminCard title={t('templates.preview')}><Sheet content={content} /></AdminCard>
      </div>
      {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      <div className="admin-foot">
        {content !== template.shipped && <Button onClick={() => setContent(template.shipped)}>{t('templates.reset')}</Button>}
        <Button onClick={() => void downloadSample(template.key, content).catch(reportProblem)}>{t('templates.pdf')}</Button>
        <Button type="primary" loading={isBusy} disabled={content === template.content || content.trim() === ''} onClick={() => void save()}>{t('templates.save')}</Button>
      </div>
    </>
  );
}

/** The wording laid out roughly as it prints. */
function Sheet({ content }: { readonly content: string }) {
  const t = useStockTexts();
  return (
    <div className="stock-sheet" role="region" aria-label={t('templates.preview')} tabIndex={0}>
      {content.split('\n').map((line, number) => ({ line, number })).map(({ line, number }) => {
        if (line.startsWith('# ')) return <h2 key={number} style={{ textAlign: 'center' }}>{line.slice(2)}</h2>;
        if (line.startsWith('## ')) return <h3 key={number}>{line.slice(3)}</h3>;
        if (/^\|.*\|$/.test(line.trim())) return <div key={number} className="row wrap">{line.trim().slice(1, -1).split('|').map((cell, at) => ({ cell, at })).map(({ cell, at }) => <span key={at} className="grow" style={{ borderBottom: '1px solid var(--line)' }}>{cell.trim()}</span>)}</div>;
        return <p key={number}>{line === '' ? '\u00a0' : line}</p>;
      })}
    </div>
  );
}
