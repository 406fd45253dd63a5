import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { LogDialog } from './log-dialog.tsx';
import { DueWords } from './sheet-words.tsx';
import { useFollowUpTexts, useRefresh } from './use-follow-up.ts';
import './follow-up.css';

const classes = ['A', 'B', 'C', 'D'] as const;

function ReleaseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useFollowUpTexts();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const send = () => void call('POST /customers/{id}/pool-release', { params: { id }, body: { reason: reason.trim() } })
    .then(() => { showToast(t('panel.released')); refresh(); onClose(); }, reportProblem);
  return (
    <Dialog title={t('panel.releaseTitle')} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={reason.trim().length < 2} onClick={send}>{t('panel.release')}</Button></>}>
      <p className="muted">{t('panel.releaseHint')}</p>
      <div className="admin-field">
        <label htmlFor="release-reason">{t('panel.reason')}</label>
        <Input.TextArea id="release-reason" value={reason} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(e) => setReason(e.target.value)} />
      </div>
    </Dialog>
  );
}

/** The class of a customer and when they are due, on their page (RE-23). */
export default function SheetPanel({ record }: RecordSlotProps) {
  const t = useFollowUpTexts();
  const format = useFormat();
  const refresh = useRefresh();
  const [open, setOpen] = useState<'log' | 'release'>();
  const found = useQuery({ queryKey: ['follow-up-sheet', record.id], queryFn: ({ signal }) => call('GET /customers/{id}/follow-up-sheet', { signal, params: { id: record.id } }) });
  if (!found.data) return null;
  const { sheet, mayChange, hasPool } = found.data;
  const params = { id: record.id };
  const choose = (value: (typeof classes)[number]) => void call('PUT /customers/{id}/follow-up-sheet', { params, body: { class: value } }).then(() => { showToast(t('panel.set', { class: value })); refresh(); }, reportProblem);
  const close = () => void call('DELETE /customers/{id}/follow-up-sheet', { params }).then(() => { showToast(t('panel.closed')); refresh(); }, reportProblem);
  return (
    <>
      <div className="card-body follow-panel">
        {sheet && (
          <div>
            <div className="row wrap"><DueWords sheet={sheet} /><span className="small muted">{t('every', { days: sheet.withinDays })}</span>{sheet.decision !== null && <Why decision={sheet.decision} clause={sheet.clause} about={t('dueOn')} />}</div>
            <p className="small muted">{sheet.reachedAt === null ? t('never') : `${t('last')} ${format.moment(sheet.reachedAt)}`}{sheet.attempts > 0 && ` · ${t('attempts', { count: sheet.attempts })}`}</p>
            {sheet.releaseOn !== null && <p className="small danger">{t('releaseOn', { day: format.date(sheet.releaseOn) })}</p>}
          </div>
        )}
        {mayChange ? (
          <div className="follow-classes" role="group" aria-label={t('panel.choose')}>
            {classes.map((each) => <Button key={each} type={sheet?.class === each ? 'primary' : 'default'} aria-pressed={sheet?.class === each} onClick={() => choose(each)}>{each}</Button>)}
            {sheet && <Button type="text" onClick={close}>{t('panel.close')}</Button>}
          </div>
        ) : <p className="muted">{sheet ? `${t('class')} ${sheet.class}` : t('panel.none')}</p>}
        {mayChange && (
          <div className="row wrap">
            {sheet && <Button onClick={() => setOpen('log')}>{t('log')}</Button>}
            {hasPool && <button type="button" className="link-button" onClick={() => setOpen('release')}>{t('panel.release')}</button>}
          </div>
        )}
      </div>
      {open === 'log' && <LogDialog customer={{ id: record.id, name: typeof record['name'] === 'string' ? record['name'] : '' }} onClose={() => setOpen(undefined)} />}
      {open === 'release' && <ReleaseDialog id={record.id} onClose={() => setOpen(undefined)} />}
    </>
  );
}
