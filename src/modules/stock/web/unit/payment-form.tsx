import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useRefreshStock, useStockTexts } from '../use-stock.ts';
import { Field, FormFoot } from './form-parts.tsx';

const methods = ['transfer', 'card', 'cash', 'cheque', 'mortgage'] as const;
type Kind = 'holdingDeposit' | 'reservationDeposit' | 'instalment' | 'transferFee' | 'refund';

interface PaymentProps {
  readonly hold: string;
  readonly payer: string;
  readonly isSold: boolean;
  readonly isOver?: boolean;
  readonly hasFee: boolean;
  readonly suggested?: string | undefined;
  onDone(): void;
}

function kindsOf({ isSold, isOver = false, hasFee }: Pick<PaymentProps, 'isSold' | 'isOver' | 'hasFee'>): readonly Kind[] {
  if (isOver) return ['refund'];
  const main: readonly Kind[] = isSold ? ['instalment'] : ['reservationDeposit', 'holdingDeposit'];
  return hasFee ? ['transferFee', ...main] : main;
}

/** Books a payment; the receipt's number comes with the answer. */
export function PaymentForm({ hold, payer: customer, isSold, isOver, hasFee, suggested = '', onDone }: PaymentProps) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const kinds = kindsOf({ isSold, ...(isOver !== undefined && { isOver }), hasFee });
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'instalment');
  const [method, setMethod] = useState<(typeof methods)[number]>('transfer');
  const [amount, setAmount] = useState(suggested.replace(/^-/, ''));
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
  return (
    <div className="stock-drawer">
      <p className="small muted">{t('pay.hint')}</p>
      <div className="row wrap">
        <PlainSelect label={t('pay.kind')} value={kind} onChange={(next) => setKind(kinds.find((each) => each === next) ?? kind)} options={kinds.map((value) => ({ value, label: t(`pay.kinds.${value}`) }))} />
        <PlainSelect label={t('pay.method')} value={method} onChange={(next) => setMethod(methods.find((each) => each === next) ?? method)} options={methods.map((value) => ({ value, label: t(`pay.methods.${value}`) }))} />
      </div>
      <div className="admin-two">
        <Field label={t('pay.amount')} kind="money" value={amount} issue={issues['amount']} onChange={setAmount} />
        <Field label={t('pay.receivedOn')} kind="date" value={receivedOn} onChange={setReceivedOn} />
      </div>
      <Field label={t('pay.payer')} value={payer} onChange={setPayer} />
      <Field label={t('pay.note')} kind="long" value={note} onChange={setNote} />
      <FormFoot label={t('pay.book')} isBusy={isBusy} isReady={isReady} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}
