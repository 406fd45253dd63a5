import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Unit, useRefreshStock, useStockTexts, yuan } from '../use-stock.ts';
import { FormFoot } from './form-parts.tsx';

/** Holds the unit for a customer; who was faster is named in the answer. */
export function HoldForm({ unit, onDone }: { readonly unit: Unit; onDone(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, run } = useSubmit();
  const [customer, setCustomer] = useState<NamedRef>();
  const [kind, setKind] = useState<'holding' | 'reservation'>('holding');
  const save = async () => {
    if (!customer) return;
    const made = await run(() => call('POST /stock/holds', { body: { saleUnit: unit.id, customer: customer.id, kind } }));
    refresh();
    if (!made) return;
    showToast(t('hold.done', { unit: unit.code, until: format.fullMoment(made.done.expiresAt), deposit: yuan(made.done.deposit) }));
    onDone();
  };
  return (
    <div className="stock-drawer">
      <div className="admin-field"><label htmlFor="stock-customer">{t('hold.customer')}</label><RecordPicker id="stock-customer" target="customer" value={customer} onChange={setCustomer} /></div>
      <ChoiceBar label={t('hold.kind')} value={kind} onChange={(next: 'holding' | 'reservation') => setKind(next)} options={[{ value: 'holding', label: t('unit.kinds.holding') }, { value: 'reservation', label: t('unit.kinds.reservation') }]} />
      <p className="small muted">{t('hold.terms')}</p>
      <FormFoot label={t('action.hold')} isBusy={isBusy} isReady={customer !== undefined} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}
