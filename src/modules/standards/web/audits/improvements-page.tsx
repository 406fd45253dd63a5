import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useImprovements, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';
import './audits.css';

type Row = NonNullable<ReturnType<typeof useImprovements>['data']>['data'][number];
const effectTones = { pending: '', improved: ' tag-green', notYet: ' tag-zhu' } as const;

function FinishDialog({ row, onClose }: { readonly row: Row; onClose(): void }) {
  const t = useStandardsTexts();
  const refresh = useRefreshStandards();
  const field = useId();
  const [result, setResult] = useState('');
  const { isBusy, error, run } = useSubmit();
  const save = async () => {
    if (!(await run(() => call('POST /audits/improvements/{id}/finish', { params: { id: row.id }, body: { result } })))) return;
    showToast(t('improve.finished'));
    refresh();
    onClose();
  };
  return (
    <Dialog title={t('improve.finishTitle')} width={440} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={result.trim() === ''} onClick={() => void save()}>{t('save')}</Button></>}>
      <p>{row.subject}</p>
      <div className="admin-field"><label htmlFor={field}>{t('improve.result')}</label><Input.TextArea id={field} value={result} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={(event) => setResult(event.target.value)} /></div>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </Dialog>
  );
}

function ImprovementLine({ row, onFinish }: { readonly row: Row; onFinish(): void }) {
  const t = useStandardsTexts();
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{row.subject}</b>{row.isOverdue && <span className="tag tag-zhu">{t('improve.overdue')}</span>}{row.state === 'done' && <span className="tag tag-green">{t('improve.closed')}</span>}<span className={`tag${effectTones[row.effect]}`}>{t(`improve.effects.${row.effect}`)}</span></div>
        <p className="small muted">{row.unit}{row.owner !== null && ` · ${row.owner}`} · {t('improve.due', { day: row.dueOn })} · <PageLink to={`/audits/report/${row.auditId}`}>{t('improve.from', { audit: row.audit })}</PageLink></p>
        {row.plan !== null && <p className="small">{row.plan}</p>}
        {row.result !== null && <p className="small muted">{row.result}</p>}
      </div>
      {row.canFinish && <Button onClick={onFinish}>{t('improve.finish')}</Button>}
    </li>
  );
}

/** Improvements: who does what until when, the overdue first, and whether it helped (SE-21). */
export default function ImprovementsPage() {
  const t = useStandardsTexts();
  const found = useImprovements();
  const [finishing, setFinishing] = useState<Row>();
  const [isOverdue, setOverdue] = useState(false);
  const rows = found.data?.data ?? [];
  const open = rows.filter(({ state }) => state === 'open');
  const overdue = open.filter((row) => row.isOverdue);
  const shown = isOverdue ? overdue : rows;
  return (
    <AdminPage title={t('improve.title')} hint={t('improve.hint')} actions={overdue.length > 0 && <Button aria-pressed={isOverdue} type={isOverdue ? 'primary' : 'default'} onClick={() => setOverdue(!isOverdue)}>{t('improve.onlyOverdue')}</Button>}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && rows.length === 0 && <div className="card"><EmptyState title={t('improve.empty')} hint={t('improve.emptyHint')} /></div>}
      {rows.length > 0 && <p className="small muted" role="status">{t('improve.counts', { open: open.length, overdue: overdue.length })}</p>}
      {shown.length > 0 && <ul className="card admin-lines audit-lines">{shown.map((row) => <ImprovementLine key={row.id} row={row} onFinish={() => setFinishing(row)} />)}</ul>}
      {finishing && <FinishDialog row={finishing} onClose={() => setFinishing(undefined)} />}
    </AdminPage>
  );
}
