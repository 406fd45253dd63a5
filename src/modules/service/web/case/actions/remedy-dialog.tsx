import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';
import { LongField } from './reason-dialogs.tsx';

const remedies = ['explanation', 'apology', 'repair', 'exchange', 'refund', 'compensation', 'gift', 'points'] as const;
const AMOUNT = /^\d{0,12}(\.\d{0,2})?$/;

/** Redress for the customer: granted at once within one's limit, beyond it asked for (SE-7). */
export default function RemedyDialog({ record, onClose }: { readonly record: RecordData; onClose(): void }) {
  const t = useCaseTexts();
  const [kindId, amountId] = [useId(), useId()];
  const [kind, setKind] = useState<(typeof remedies)[number]>('compensation');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const run = async (idempotencyKey: string) => {
    const made = await call('POST /service/cases/{id}/remedies', { params: { id: record.id }, body: { kind, amount: amount === '' ? '0' : amount.replace(/\.$/, ''), note: note.trim() || null }, idempotencyKey });
    return t(`remedy.done.${made.state}`);
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.remedy')} label={t('remedy.give')} isReady run={run} onClose={onClose}>
      <div className="admin-field"><label htmlFor={kindId}>{t('remedy.kind')}</label>
        <select id={kindId} className="case-select" value={kind} onChange={(event) => setKind(remedies.find((each) => each === event.target.value) ?? kind)}>{remedies.map((each) => <option key={each} value={each}>{t(`remedy.kinds.${each}`)}</option>)}</select>
      </div>
      <div className="admin-field"><label htmlFor={amountId}>{t('remedy.amount')}</label><Input id={amountId} inputMode="decimal" placeholder="0.00" value={amount} onChange={(event) => AMOUNT.test(event.target.value) && setAmount(event.target.value)} /></div>
      <LongField label={t('remedy.note')} value={note} max={2_000} onChange={setNote} />
      <p className="small muted">{t('remedy.hint')}</p>
    </ActionDialog>
  );
}
