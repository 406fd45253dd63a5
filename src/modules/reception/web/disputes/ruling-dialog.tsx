import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { type DisputeFile, useDisputeTexts, useRefreshDispute } from './use-disputes.ts';

type Outcome = 'agreed' | 'mediated' | 'ruled';
type Fund = 'publicFund' | 'departmentFund';
const funds: readonly Fund[] = ['publicFund', 'departmentFund'];
const isFund = (key: string): key is Fund => funds.some((each) => each === key);
const outcomes: readonly Outcome[] = ['agreed', 'mediated', 'ruled'];

interface Part { readonly key: string; readonly percent: number }

/** Whoever the rule gives most to: the customer is usually theirs. */
const largestOf = ({ rule }: DisputeFile): string | undefined => rule.shares.toSorted((a, b) => b.percent - a.percent).find((share) => share.user !== null)?.user ?? undefined;

/** What is proposed to the director: who has the customer, and shares of exactly 100 %. Begins with what the rule says. */
export default function RulingDialog({ file, onClose }: { file: DisputeFile; onClose: () => void }) {
  const t = useDisputeTexts();
  const refresh = useRefreshDispute();
  const start = file.rule.shares.map((share): Part => ({ key: share.user ?? share.fund ?? '', percent: share.percent }));
  const [outcome, setOutcome] = useState<Outcome>('mediated');
  const [record, setRecord] = useState('');
  const [owner, setOwner] = useState(() => largestOf(file) ?? file.owners[0]?.id ?? file.claimant.id);
  const [parts, setParts] = useState<readonly Part[]>(start.length > 0 ? start : [{ key: file.claimant.id, percent: 50 }, { key: file.respondent.id, percent: 50 }]);
  const people = [...new Map([file.claimant, file.respondent, ...file.owners, ...file.rule.shares.flatMap((share) => (share.user === null ? [] : [{ id: share.user, name: share.name }]))].map((each) => [each.id, each])).values()];
  const options = [...people.map((each) => ({ value: each.id, label: each.name })), ...funds.map((each) => ({ value: each, label: t(each) }))];
  const sum = Math.round(parts.reduce((total, part) => total + part.percent, 0) * 1e6) / 1e6;
  const put = (index: number, change: Partial<Part>) => setParts((before) => before.map((part, at) => (at === index ? { ...part, ...change } : part)));
  const unused = options.find((option) => !parts.some((part) => part.key === option.value));
  const isReady = sum === 100 && record.trim().length >= 5 && parts.every((part) => part.percent > 0) && new Set(parts.map((part) => part.key)).size === parts.length;
  const send = () => void call('POST /disputes/{id}/ruling', {
    params: { id: file.id }, body: { outcome, record: record.trim(), owner, shares: parts.map(({ key, percent }) => (isFund(key) ? { fund: key, percent } : { user: key, percent })) },
  }).then(() => { showToast(t('submitted')); refresh(); onClose(); }, reportProblem);
  return (
    <Dialog title={t('propose')} width={560} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={!isReady} onClick={send}>{t('submit')}</Button></>}>
      <div className="stack">
        <div className="admin-field"><span className="small muted">{t('outcomeLabel')}</span><ChoiceBar<Outcome> label={t('outcomeLabel')} value={outcome} options={outcomes.map((value) => ({ value, label: t(`objects.dispute.choices.outcome.${value}`) }))} onChange={setOutcome} /></div>
        <div className="admin-field"><span className="small muted">{t('owner')}</span><PlainSelect label={t('owner')} value={owner} options={people.map((each) => ({ value: each.id, label: each.name }))} onChange={setOwner} /></div>
        <fieldset className="dispute-parts">
          <legend className="small muted">{t('shares')}</legend>
          {parts.map((part, index) => (
            <div key={part.key} className="dispute-part">
              <PlainSelect label={t('shares')} value={part.key} options={options} onChange={(key) => put(index, { key })} />
              <InputNumber aria-label={t('percent')} min={0} max={100} value={part.percent} suffix="%" onChange={(percent) => put(index, { percent: percent ?? 0 })} />
              <Button type="text" onClick={() => setParts((before) => before.filter((_, at) => at !== index))}>{t('remove')}</Button>
            </div>
          ))}
          <div className="row wrap">{unused && <Button onClick={() => setParts((before) => [...before, { key: unused.value, percent: Math.max(0, 100 - sum) }])}>{t('addShare')}</Button>}<span role="status" className={sum === 100 ? 'muted' : 'danger'}>{t('sum', { sum })}</span></div>
        </fieldset>
        <div className="admin-field"><label htmlFor="ruling-record">{t('recordLabel')}</label><Input.TextArea id="ruling-record" value={record} maxLength={8000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(e) => setRecord(e.target.value)} /></div>
      </div>
    </Dialog>
  );
}
