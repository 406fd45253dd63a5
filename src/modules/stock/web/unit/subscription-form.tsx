import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Unit, useRefreshStock, useSale, useStockTexts, yuan } from '../use-stock.ts';
import { Field, FormFoot } from './form-parts.tsx';

interface Line {
  readonly label: string;
  readonly dueOn: string;
  readonly amount: string;
}

interface Draft {
  readonly buyers: string;
  readonly discount: string;
  readonly deposit: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly lines: readonly Line[];
}

/** Cents, so that sums are exact. */
const cents = (amount: string): number => Math.round(Number(amount || '0') * 100);
const fromCents = (value: number): string => (value / 100).toFixed(2);

interface FormProps {
  readonly unit: Unit;
  readonly hold: NonNullable<Unit['hold']>;
  onDone(): void;
}

/** Files a subscription, or corrects one that is not signed. */
export function SubscriptionForm(props: FormProps) {
  return props.unit.subscription ? <LoadedForm {...props} id={props.unit.subscription.id} /> : <NewForm {...props} />;
}

function NewForm(props: FormProps) {
  const t = useStockTexts();
  const format = useFormat();
  const price = props.unit.price ?? '0.00';
  const first = fromCents(Math.round((cents(price) * 0.3) / 100) * 100);
  const lines = [{ label: t('form.first'), dueOn: format.today(), amount: first }, { label: t('form.last'), dueOn: '', amount: fromCents(cents(price) - cents(first)) }];
  return <Form {...props} initial={{ buyers: props.hold.customer.name, discount: '0', deposit: props.hold.deposit.replace(/\.00$/, ''), phone: '', address: '', postcode: '', lines }} />;
}

interface Stored {
  readonly buyers: string;
  readonly address: string;
  readonly postcode: string;
  readonly discount: { readonly amount: string };
  readonly deposit: { readonly amount: string };
}

function LoadedForm({ id, ...props }: FormProps & { readonly id: string }) {
  const sale = useSale(id);
  const record = useQuery({ queryKey: ['records', 'subscription', 'edit', id], queryFn: ({ signal }) => api.get<Stored>(`/subscriptions/${id}`, { signal }) });
  if (!sale.data || !record.data) return <SkeletonLines count={8} />;
  const { buyers, address, postcode, discount, deposit } = record.data;
  // The phone comes masked: it is sent only when it is entered anew.
  return <Form {...props} initial={{ buyers, address, postcode, phone: '', discount: discount.amount, deposit: deposit.amount, lines: sale.data.plan }} />;
}

function Form({ unit, hold, initial, onDone }: FormProps & { readonly initial: Draft }) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const price = cents(unit.price ?? '0') - cents(draft.discount);
  const rest = price - draft.lines.reduce((sum, line) => sum + cents(line.amount), 0);
  const missing = useMissing(draft, unit.subscription === null && !hold.hasPhone);
  const save = async () => {
    const { lines, phone, ...values } = draft;
    const body = { ...values, discount: fromCents(cents(draft.discount)), deposit: fromCents(cents(draft.deposit)), instalments: lines.map((line) => ({ ...line, amount: fromCents(cents(line.amount)) })) };
    const done = await run(() => (unit.subscription
      ? call('PUT /stock/subscriptions/{id}', { params: { id: unit.subscription.id }, body: { ...body, ...(phone.trim() !== '' && { phone: phone.trim() }) } })
      : call('POST /stock/holds/{id}/subscription', { params: { id: hold.id }, body: { ...body, ...(phone.trim() !== '' && { phone: phone.trim() }) } })));
    refresh();
    if (!done) return;
    showToast(t('action.done'));
    onDone();
  };
  return (
    <div className="stock-drawer">
      <Field label={t('form.buyers')} value={draft.buyers} onChange={(buyers) => set({ buyers })} />
      <div className="admin-two">
        <Field label={t('form.discount')} kind="money" value={draft.discount} issue={issues['discount']} onChange={(discount) => set({ discount })} />
        <Field label={t('form.deposit')} kind="money" value={draft.deposit} issue={issues['deposit']} onChange={(deposit) => set({ deposit })} />
        <Field label={t('form.phone')} value={draft.phone} max={20} {...((unit.subscription || hold.hasPhone) && { hint: t(unit.subscription ? 'form.phoneKept' : 'form.phoneOwn') })} issue={issues['phone']} onChange={(phone) => set({ phone })} />
        <Field label={t('form.postcode')} kind="digits" max={6} value={draft.postcode} issue={issues['postcode']} onChange={(postcode) => set({ postcode })} />
      </div>
      <Field label={t('form.address')} value={draft.address} onChange={(address) => set({ address })} />
      <Plan lines={draft.lines} price={price} rest={rest} onChange={(lines) => set({ lines })} />
      <FormFoot label={t('action.save')} isBusy={isBusy} isReady={rest === 0 && missing.length === 0} missing={missing} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}

/** What a subscription still needs, in the words of its fields. */
function useMissing(draft: Draft, needsPhone: boolean): readonly string[] {
  const t = useStockTexts();
  const { buyers, address, postcode, deposit, phone, lines } = draft;
  const wanted: readonly (readonly [word: string, isThere: boolean])[] = [
    [t('form.buyers'), buyers.trim() !== ''], [t('form.deposit'), cents(deposit) > 0], [t('form.phone'), !needsPhone || phone.trim() !== ''], [t('form.postcode'), /^\d{6}$/.test(postcode)],
    [t('form.address'), address.trim() !== ''], [t('form.label'), lines.every((line) => line.label.trim() !== '')], [t('form.dueOn'), lines.every((line) => line.dueOn !== '')],
    [t('form.amount'), lines.every((line) => cents(line.amount) > 0)],
  ];
  return wanted.filter(([, isThere]) => !isThere).map(([word]) => word);
}

function Plan({ lines, price, rest, onChange }: { readonly lines: readonly Line[]; readonly price: number; readonly rest: number; onChange(lines: readonly Line[]): void }) {
  const t = useStockTexts();
  const change = (index: number, part: Partial<Line>) => onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const fill = () => onChange(lines.map((line, at) => (at === lines.length - 1 ? { ...line, amount: fromCents(Math.max(cents(line.amount) + rest, 0)) } : line)));
  const words = rest === 0 ? t('form.exact') : t(rest > 0 ? 'form.rest' : 'form.over', { rest: yuan(fromCents(Math.abs(rest))) });
  return (
    <fieldset className="stock-fieldset">
      <legend className="small muted">{t('form.plan')} · {t('form.price', { price: yuan(fromCents(price)) })}</legend>
      <ul className="stock-plan">
        {lines.map((line, index) => ({ line, index })).map(({ line, index }) => (
          <li key={index}>
            <Input aria-label={`${t('form.label')} ${index + 1}`} value={line.label} maxLength={60} onChange={(event) => change(index, { label: event.target.value })} />
            <Input aria-label={`${t('form.dueOn')} ${index + 1}`} type="date" value={line.dueOn} onChange={(event) => change(index, { dueOn: event.target.value })} />
            <Input aria-label={`${t('form.amount')} ${index + 1}`} inputMode="decimal" value={line.amount} onChange={(event) => /^\d*(\.\d{0,2})?$/.test(event.target.value) && change(index, { amount: event.target.value })} />
            <button type="button" className="plain-button" aria-label={t('form.remove', { n: index + 1 })} disabled={lines.length === 1} onClick={() => onChange(lines.filter((_, at) => at !== index))}><X size={15} aria-hidden /></button>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Button size="small" icon={<Plus size={13} aria-hidden />} onClick={() => onChange([...lines.slice(0, -1), { label: t('form.middle', { n: lines.length }), dueOn: '', amount: '' }, ...lines.slice(-1)])}>{t('form.add')}</Button>
        <span className={rest === 0 ? 'tag tag-green' : 'tag tag-zhu'} role="status">{words}</span>
        {rest !== 0 && <Button size="small" onClick={fill}>{t('form.fill')}</Button>}
      </div>
    </fieldset>
  );
}
