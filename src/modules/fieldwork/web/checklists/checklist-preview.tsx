import { Button } from 'antd';
import { useState } from 'react';
import { type ChecklistItem, type KeptOrder, newKeptOrder } from '../kept/kept-order.ts';
import { ChecklistPart, openPlaces } from '../phone/order-form.tsx';
import type { ChangeDraft } from '../phone/use-order-draft.ts';
import { type OrderSheet, useFieldworkTexts } from '../use-fieldwork.ts';
import '../phone/phone.css';

const sheetOf = (items: readonly ChecklistItem[]): OrderSheet => ({
  id: 'preview', number: '', kind: 'repair', subject: '', state: 'onSite', place: null, area: null, areaId: null, skills: [], contactName: null, contactPhone: null, customer: null, from: null, to: null, doneAt: null, version: 1,
  caseId: '', caseNumber: '', worker: null, items, answers: [], parts: [], partsCost: null, van: [], revision: 1, signature: null,
  unsignedFor: null, result: null, failedFor: null, cancelledFor: null, leftAt: null, arrivedAt: null, isMine: true,
});

/** The list as the worker has it on the telephone, to be tried out; nothing of it is kept. */
export function ChecklistPreview({ items }: { readonly items: readonly ChecklistItem[] }) {
  const t = useFieldworkTexts();
  const [tried, setTried] = useState<KeptOrder>(() => newKeptOrder('', sheetOf([]), '', 0));
  const [isMarked, setMarked] = useState(false);
  const draft: KeptOrder = { ...tried, result: '-', unsignedFor: '-', sheet: sheetOf(items) };
  const change: ChangeDraft = (part) => setTried((old) => ({ ...old, ...part(old) }));
  const open = openPlaces(draft);
  return (
    <section className="check-phone" aria-label={t('lists.tryOut')}>
      <header className="row"><b className="grow">{t('lists.tryOut')}</b><span className="small muted" role="status">{t('order.progress', { done: items.length - open.length, total: items.length })}</span></header>
      <div className="check-screen order-form">{items.length === 0 ? <p className="small muted">{t('lists.empty')}</p> : <ChecklistPart draft={draft} marked={new Set(isMarked ? open : [])} change={change} />}</div>
      <footer className="row wrap"><Button onClick={() => setMarked(true)} disabled={isMarked}>{t('lists.check')}</Button><Button onClick={() => { setTried((old) => ({ ...old, answers: {}, photos: [] })); setMarked(false); }}>{t('lists.restart')}</Button></footer>
    </section>
  );
}
