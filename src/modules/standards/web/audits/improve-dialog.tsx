import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type AuditReport, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';
import './audits.css';

/** Asks for an improvement: about a missed item or the whole, by whom, until when. */
export function ImproveDialog({ report, onClose }: { readonly report: AuditReport; onClose(): void }) {
  const t = useStandardsTexts();
  const refresh = useRefreshStandards();
  const ids = { subject: useId(), plan: useId(), owner: useId(), due: useId() };
  const missed = report.lines.filter(({ isFailed }) => isFailed).toSorted((a, b) => b.weight - a.weight);
  const [item, setItem] = useState(missed[0]?.key ?? '');
  const [subject, setSubject] = useState(missed[0]?.text ?? '');
  const [plan, setPlan] = useState('');
  const [owner, setOwner] = useState<NamedRef>();
  const [dueOn, setDueOn] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const choose = (key: string) => {
    setItem(key);
    setSubject(missed.find((line) => line.key === key)?.text ?? '');
  };
  const save = async () => {
    const body = { subject, owner: owner?.id ?? '', dueOn, ...(plan.trim() !== '' && { plan }), ...(item !== '' && { item }) };
    if (!(await run(() => call('POST /audits/{id}/improvements', { params: { id: report.id }, body })))) return;
    showToast(t('improve.done'));
    refresh();
    onClose();
  };
  const isReady = subject.trim() !== '' && owner !== undefined && dueOn !== '';
  return (
    <Dialog title={t('report.improve')} width={480} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void save()}>{t('improve.save')}</Button></>}>
      <div className="stack plan-form">
        {missed.length > 0 && <div className="admin-field"><span className="small muted">{t('improve.item')}</span><PlainSelect label={t('improve.item')} value={item} options={[...missed.map(({ key, text }) => ({ value: key, label: text })), { value: '', label: t('improve.general') }]} onChange={choose} /></div>}
        <div className="admin-field"><label htmlFor={ids.subject}>{t('improve.subject')}</label><Input id={ids.subject} value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.plan}>{t('improve.plan')}</label><Input.TextArea id={ids.plan} value={plan} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setPlan(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.owner}>{t('improve.owner')}</label><RecordPicker id={ids.owner} target="user" value={owner} onChange={setOwner} /></div>
        <div className="admin-field"><label htmlFor={ids.due}>{t('improve.dueOn')}</label><Input id={ids.due} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} /></div>
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
