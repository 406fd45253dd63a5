import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useRefreshStock, useStockTexts, yuan } from '../use-stock.ts';
import { Field, FormFoot, LabelledSelect } from './form-parts.tsx';

const methods = ['transfer', 'card', 'cash', 'cheque', 'mortgage'] as const;
type Kind = 'holdingDeposit' | 'reservationDeposit' | 'instalment' | 'transferFee' | 'refund';
/** Before the contract, after it, or ended: then only money that the company owes is booked. */
export type SaleState = 'open' | 'sold' | 'over';

interface PaymentProps {
  readonly hold: string;
  readonly payer: string;
  readonly state: SaleState;
  /** Which deposit the hold asks for. */
  readonly kind: string;
  /** CNY text of a transfer fee that is due; null without one. */
  readonly fee: string | null;
  readonly paid: string;
  readonly expected?: string;
  readonly suggested?: string | undefined;
  onDone(): void;
}

function kindsOf({ state, kind, fee }: Pick<PaymentProps, 'state' | 'kind' | 'fee'>): readonly Kind[] {
  if (state === 'over') return ['refund'];
  const deposits: readonly Kind[] = kind === 'holding' ? ['holdingDeposit', 'reservationDeposit'] : ['reservationDeposit', 'holdingDeposit'];
  const main: readonly Kind[] = state === 'sold' ? ['instalment'] : deposits;
  return fee === null ? main : ['transferFee', ...main];
}

/** Books a payment; the receipt's number comes with the answer. */
export function PaymentForm({ hold, payer: customer, state, kind: asked, fee, paid, expected, suggested = '', onDone }: PaymentProps) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const kinds = kindsOf({ state, kind: asked, fee });
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'instalment');
  const [method, setMethod] = useState<(typeof methods)[number]>('transfer');
  const [amount, setAmount] = useState(suggested.replace(/^-/, '').replace(/\.00$/, ''));
  const [receivedOn, setReceivedOn] = useState(() => format.today());
  const [payer, setPayer] = useState(customer);
  const [note, setNote] = useState('');
  const save = async () => {
    const made = await run(() => call('POST /stock/receipts', { body: { hold, kind, amount, method, receivedOn, payer, ...(note.trim() !== '' && { note: note.trim() }) } }));
    refresh();
    if (!made) return;
    showToast(t('pay.done', { number: made.done.number }));
    onDone();
  };
  const isReady = Number(amount) > 0 && receivedOn !== '' && payer.trim() !== '';
  const standing = expected === undefined ? `${t('pay.paid')} ${yuan(paid)}` : t('pay.paidHint', { paid: yuan(paid), expected: yuan(expected) });
  const due = suggested === '' ? '' : t(state === 'over' ? 'pay.owedHint' : 'pay.dueHint', { amount: yuan(suggested.replace(/^-/, '')) });
  return (
    <div className="stock-drawer">
      <p className="stock-note">{[standing, due].filter(Boolean).join(' · ')}</p>
      <div className="admin-two">
        <LabelledSelect label={t('pay.kind')} value={kind} onChange={(next) => setKind(kinds.find((each) => each === next) ?? kind)} options={kinds.map((value) => ({ value, label: t(`pay.kinds.${value}`) }))} />
        <LabelledSelect label={t('pay.method')} value={method} onChange={(next) => setMethod(methods.find((each) => each === next) ?? method)} options={methods.map((value) => ({ value, label: t(`pay.methods.${value}`) }))} />
        <Field label={t('pay.amount')} kind="money" value={amount} issue={issues['amount']} onChange={setAmount} />
        <Field label={t('pay.receivedOn')} kind="date" value={receivedOn} onChange={setReceivedOn} />
      </div>
      <Field label={t('pay.payer')} value={payer} onChange={setPayer} />
      <Field label={t('pay.note')} kind="long" value={note} onChange={setNote} />
      <FormFoot label={t('pay.book')} isBusy={isBusy} isReady={isReady} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}
