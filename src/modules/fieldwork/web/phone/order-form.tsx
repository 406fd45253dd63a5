import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { newId } from '#kernel/ids.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { asksSignature, reportGaps } from '../../rules/order-report.ts';
import { type KeptOrder, type KeptPart, SIGNATURE, givenAnswers, itemOf } from '../kept/kept-order.ts';
import { type OrderSheet, useFieldworkTexts } from '../use-fieldwork.ts';
import { ChecklistLine } from './checklist-line.tsx';
import { SignatureBox } from './signature-box.tsx';
import type { ChangeDraft } from './use-order-draft.ts';

interface PartProps {
  readonly draft: KeptOrder;
  readonly marked: ReadonlySet<string>;
  readonly change: ChangeDraft;
}

/** Ids of the places that still miss something, in the order of the page. */
export function openPlaces(draft: KeptOrder): readonly string[] {
  const result = draft.result.trim() === '' ? ['result'] : [];
  if (draft.outcome === 'failed') return result;
  const items = draft.sheet.items.map((item) => ({ ...item, kind: item.kind ?? 'tick' }));
  const isSigned = asksSignature(items) ? true : draft.unsignedFor === null ? draft.photos.some(({ of }) => of === SIGNATURE) : draft.unsignedFor.trim() !== '';
  return [...reportGaps(items, givenAnswers(draft)).map(({ key }) => key), ...result, ...(isSigned ? [] : ['signature'])];
}

export function ChecklistPart({ draft, marked, change }: PartProps) {
  const t = useFieldworkTexts();
  return (
    <section className="order-area">
      <h2>{t('order.checklist')}</h2>
      <ul>
        {draft.sheet.items.map((item, at) => (
          <ChecklistLine
            key={item.key} item={item} at={at + 1} answer={draft.answers[item.key]} photos={draft.photos.filter(({ of }) => of === itemOf(item.key))} isMarked={marked.has(item.key)}
            onAnswer={(answer) => change((old) => ({ answers: { ...old.answers, [item.key]: answer } }))}
            onPhotos={(added, removed) => change((old) => ({ photos: [...old.photos.filter(({ key }) => key !== removed), ...added] }))}
          />
        ))}
      </ul>
    </section>
  );
}

const OTHER = 'other';

/** One part: chosen from the list with what the van holds, or named where it is none of them. */
function PartLine({ used, draft, onChange, onRemove }: { readonly used: KeptPart; readonly draft: KeptOrder; onChange(part: Partial<KeptPart>): void; onRemove(): void }) {
  const t = useFieldworkTexts();
  // A sheet from before there was a list of parts.
  const van = (draft.sheet.van as OrderSheet['van'] | undefined) ?? [];
  const found = van.find(({ part }) => part === used.part);
  const isShort = found !== undefined && Number(used.quantity) > Number(found.quantity);
  return (
    <div className="order-part">
      {van.length > 0 && (
        <PlainSelect
          label={t('order.partChoose')} value={used.part ?? OTHER} options={[...van.map(({ part, name, quantity, measure }) => ({ value: part, label: t('order.partIn', { name, quantity, measure }) })), { value: OTHER, label: t('order.partOther') }]}
          onChange={(chosen) => { const next = van.find(({ part }) => part === chosen); onChange(next ? { part: next.part, name: next.name } : { part: null, name: '' }); }}
        />
      )}
      {(van.length === 0 || used.part === null || used.part === undefined) && <Input className="order-part-name" aria-label={t('order.partName')} placeholder={t('order.partName')} value={used.name} maxLength={120} onChange={(event) => onChange({ name: event.target.value })} />}
      <Input aria-label={t('order.partQuantity')} placeholder={t('order.partQuantity')} inputMode="decimal" value={used.quantity} suffix={found?.measure} onChange={(event) => /^\d{0,6}(\.\d{0,3})?$/.test(event.target.value) && onChange({ quantity: event.target.value })} />
      <Button aria-label={t('order.partRemove')} icon={<X size={16} aria-hidden />} onClick={onRemove} />
      {isShort && <p className="small danger order-part-note">{t('order.partShort', { quantity: found.quantity, measure: found.measure })}</p>}
    </div>
  );
}

export function PartsPart({ draft, change }: Omit<PartProps, 'marked'>) {
  const t = useFieldworkTexts();
  const set = (key: string, part: Partial<KeptPart>) => change((old) => ({ parts: old.parts.map((each) => (each.key === key ? { ...each, ...part } : each)) }));
  const add = () => change((old) => {
    const [first] = (old.sheet.van as OrderSheet['van'] | undefined) ?? [];
    return { parts: [...old.parts, { key: newId(), part: first?.part ?? null, name: first?.name ?? '', quantity: '1' }] };
  });
  return (
    <section className="order-area">
      <h2>{t('order.parts')}</h2>
      <div className="order-pad">
        {draft.parts.map((used) => <PartLine key={used.key} used={used} draft={draft} onChange={(part) => set(used.key, part)} onRemove={() => change((old) => ({ parts: old.parts.filter((each) => each.key !== used.key) }))} />)}
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>{t('order.partAdd')}</Button>
      </div>
    </section>
  );
}

export function ResultPart({ draft, marked, change }: PartProps) {
  const t = useFieldworkTexts();
  const id = useId();
  const label = t(draft.outcome === 'done' ? 'order.result' : 'order.failedFor');
  return (
    <section className="order-area" id="order-result" tabIndex={-1}>
      <h2><label htmlFor={id}>{label}</label></h2>
      <div className="order-pad">
        <ChoiceBar isWide label={t('order.outcome')} value={draft.outcome} options={[{ value: 'done', label: t('order.isDone') }, { value: 'failed', label: t('order.isFailed') }]} onChange={(outcome) => change(() => ({ outcome }))} />
        <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5_000} value={draft.result} status={marked.has('result') ? 'error' : ''} onChange={(event) => { const result = event.target.value; change(() => ({ result })); }} />
      </div>
    </section>
  );
}

export function SignaturePart({ draft, marked, change }: PartProps) {
  const t = useFieldworkTexts();
  const { unsignedFor } = draft;
  if (asksSignature(draft.sheet.items)) return null;
  return (
    <section className={`order-area${marked.has('signature') ? ' is-marked' : ''}`} id="order-signature" tabIndex={-1}>
      <h2>{t('order.signature')}</h2>
      <div className="order-pad">
        {unsignedFor === null && <SignatureBox signature={draft.photos.findLast(({ of }) => of === SIGNATURE)} onSigned={(signature) => change((old) => ({ photos: [...old.photos.filter(({ of }) => of !== SIGNATURE), ...(signature ? [signature] : [])] }))} />}
        <label className="row order-check"><input type="checkbox" checked={unsignedFor !== null} onChange={(event) => { const isChecked = event.target.checked; change((old) => ({ unsignedFor: isChecked ? '' : null, photos: isChecked ? old.photos.filter(({ of }) => of !== SIGNATURE) : old.photos })); }} />{t('order.unsigned')}</label>
        {unsignedFor !== null && <Input aria-label={t('order.unsignedFor')} placeholder={t('order.unsignedFor')} maxLength={500} value={unsignedFor} onChange={(event) => { const reason = event.target.value; change(() => ({ unsignedFor: reason })); }} />}
      </div>
    </section>
  );
}
