import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { api, apiUrl } from '#kit/api/api-client.ts';
import type { BulkDialogProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import type { ExportInfo } from './export-info.ts';

/** The columns and order that the list shows now, from its address; the fields marked for lists when it says nothing. */
function useShownList(object: BulkDialogProps['object']): { columns: string[]; sort?: string } {
  const search: { cols?: string; sort?: string } = useSearch({ strict: false });
  const known = new Set(object.fields.map((field) => field.key));
  const chosen = (search.cols ?? '').split(',').filter((key) => known.has(key));
  const shown = object.fields.filter((field) => field.inList === true).map((field) => field.key);
  return { columns: chosen.length > 0 ? chosen : [object.title, ...shown.filter((key) => key !== object.title)], ...(search.sort && { sort: search.sort }) };
}

/** Asks for the format, makes the file in the background, offers it as soon as it is there. */
export default function ExportDialog({ object, ids, filter, q, count, onClose }: BulkDialogProps) {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [id, setId] = useState<string>();
  const list = useShownList(object);
  const run = useQuery({
    queryKey: ['export', id], enabled: id !== undefined, queryFn: ({ signal }) => api.get<ExportInfo>(`/exports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 400),
  });
  const start = () => {
    const selection = ids === 'all' ? { ...(filter && { filter }), ...(q && { q }) } : { ids };
    api.post<{ id: string }>('/exports', { object: object.key, format, ...list, ...selection, background: true }).then((made) => setId(made.id), reportProblem);
  };
  const title = t('export.title', { object: object.label.many[locale] });
  const footer = id === undefined ? <Button type="primary" onClick={start}>{t('export.start')}</Button> : undefined;
  return (
    <Dialog title={title} onClose={() => onClose(false)} {...(footer && { footer })}>
      {id === undefined ? (
        <div className="stack">
          <p>{t('export.hint', { n: formatNumber(count) })}</p>
          <Segmented value={format} onChange={setFormat} aria-label={t('export.format')} options={[{ value: 'xlsx' as const, label: t('export.excel') }, { value: 'csv' as const, label: t('export.csv') }]} />
          <p className="small muted">{t('export.columns')}：{list.columns.map((key) => object.fields.find((field) => field.key === key)?.label[locale] ?? key).join('、')}</p>
        </div>
      ) : <Waiting run={run.data} />}
    </Dialog>
  );
}

function Waiting({ run }: { run: ExportInfo | undefined }) {
  const t = useTexts(transferTexts);
  if (run?.state === 'done') {
    return (
      <div className="stack">
        <p>{t('export.ready')}</p>
        <p><a href={apiUrl(`/exports/${run.id}/file`)} download>{t('export.download', { name: run.fileName })}</a></p>
        <p className="small muted">{t('export.keep')}</p>
      </div>
    );
  }
  if (run?.state === 'failed' || run?.state === 'cancelled') return <p className="danger">{t('export.failed')}</p>;
  const total = run?.rowCount ?? 0;
  return (
    <div className="stack" aria-live="polite">
      <p>{t('export.working', { done: formatNumber(run?.rowsDone ?? 0), total: formatNumber(total) })}</p>
      <progress className="import-bar" max={Math.max(1, total)} value={run?.rowsDone ?? 0} aria-label={t('export.start')} />
    </div>
  );
}
