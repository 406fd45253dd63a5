import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type MeetingAction, useActions, useMeetingsTexts, useRefreshMeetings } from './use-meetings.ts';
import './meetings.css';

function FinishDialog({ action, onClose }: { readonly action: MeetingAction; onClose(): void }) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const field = useId();
  const [result, setResult] = useState('');
  const save = async () => {
    await call('POST /meetings/actions/{id}/finish', { params: { id: action.id }, body: { result } });
    showToast(t('list.finished'));
    refresh();
  };
  return (
    <ConfirmDialog title={action.subject} ok={t('list.finish')} onClose={onClose} onConfirm={save}>
      <div className="admin-field"><label htmlFor={field}>{t('list.result')}</label><Input.TextArea id={field} value={result} maxLength={5_000} autoSize={{ minRows: 2 }} onChange={(event) => setResult(event.target.value)} /></div>
    </ConfirmDialog>
  );
}

/** What was settled in meetings: who does what until when, the overdue first (SF-21). */
export default function ActionsPage() {
  const t = useMeetingsTexts();
  const found = useActions();
  const [finishing, setFinishing] = useState<MeetingAction>();
  const [isOverdue, setOverdue] = useState(false);
  const rows = found.data?.data ?? [];
  const open = rows.filter(({ state }) => state === 'open');
  const overdue = open.filter((row) => row.isOverdue);
  const shown = isOverdue ? overdue : rows;
  return (
    <AdminPage title={t('list.title')} hint={t('list.hint')} actions={overdue.length > 0 && <Button aria-pressed={isOverdue} onClick={() => setOverdue(!isOverdue)}>{t('list.onlyOverdue')}</Button>}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && rows.length === 0 && <div className="card"><EmptyState title={t('list.empty')} hint={t('list.emptyHint')} /></div>}
      {rows.length > 0 && <p className="small muted" role="status">{t('list.count', { open: open.length, overdue: overdue.length })}</p>}
      {shown.length > 0 && (
        <ul className="card admin-lines">
          {shown.map((row) => (
            <li key={row.id}>
              <div className="grow">
                <div className="row wrap"><b>{row.subject}</b>{row.isOverdue && <span className="tag tag-zhu">{t('room.overdue')}</span>}{row.state === 'done' && <span className="tag tag-green">{t('room.done')}</span>}</div>
                <p className="small muted">{row.owner} · {t('room.due2', { day: row.dueOn })} · <PageLink to={`/meetings/${row.meetingId}`}>{row.meeting}</PageLink></p>
                {row.opinion !== null && <p className="small">{row.opinion}</p>}
                {row.result !== null && <p className="small muted">{t('room.result', { words: row.result })}</p>}
                {row.about?.object === 'case' && <p className="small"><PageLink to={`/cases/${row.about.id}`}>{t('room.about')}</PageLink></p>}
              </div>
              {row.canFinish && <Button onClick={() => setFinishing(row)}>{t('list.finish')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {finishing && <FinishDialog action={finishing} onClose={() => setFinishing(undefined)} />}
    </AdminPage>
  );
}
