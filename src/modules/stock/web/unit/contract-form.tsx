import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useRefreshStock, useStockTexts } from '../use-stock.ts';
import { Field, FormFoot } from './form-parts.tsx';

/** The contract's number and day; the deal is made with it. */
export function ContractForm({ subscription, onDone }: { readonly subscription: string; onDone(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const [contractNumber, setNumber] = useState('');
  const [dealOn, setDealOn] = useState(() => format.today());
  const save = async () => {
    const made = await run(() => call('POST /stock/subscriptions/{id}/contract', { params: { id: subscription }, body: { contractNumber: contractNumber.trim(), dealOn } }));
    refresh();
    if (!made) return;
    showToast(t('action.done'));
    onDone();
  };
  return (
    <div className="stock-drawer">
      <Field label={t('form.contractNumber')} value={contractNumber} max={60} onChange={setNumber} />
      <Field label={t('form.dealOn')} kind="date" value={dealOn} issue={issues['dealOn']} onChange={setDealOn} />
      <FormFoot label={t('action.contract')} isBusy={isBusy} isReady={contractNumber.trim() !== '' && dealOn !== ''} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}
