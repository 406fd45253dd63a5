import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { Stock } from './stock-types.ts';

interface StockDialogProps {
  readonly kind: 'receive' | 'transfer' | 'count';
  readonly stock: Stock;
  onClose(): void;
  onDone(): void;
}

interface Line {
  readonly key: string;
  readonly part: string;
  readonly quantity: string;
}

/** Parts that come in, go to another store, or were counted. */
export function StockDialog({ kind, stock, onClose, onDone }: StockDialogProps) {
  const t = useFieldworkTexts();
  const noteId = useId();
  const { stores, parts } = stock;
  const [store, setStore] = useState(stores[0]?.id ?? '');
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [lines, setLines] = useState<readonly Line[]>([{ key: newId(), part: '', quantity: '' }]);
  const { isBusy, error, issues, run } = useSubmit();
  const there = (part: string) => parts.find(({ id }) => id === part)?.stock.find((each) => each.store === store)?.quantity ?? '0';
  const filled = lines.filter(({ part, quantity }) => part !== '' && /^\d+(\.\d{1,3})?$/.test(quantity) && (kind === 'count' || Number(quantity) > 0));
  const isWhole = filled.length > 0 && filled.length === lines.length && (kind !== 'transfer' || (to !== '' && to !== store));
  const set = (key: string, part: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const send = async () => {
    if (!isWhole) return;
    const body = { kind, store, ...(kind === 'transfer' && { to }), note: note.trim() === '' ? null : note.trim(), lines: filled.map(({ part, quantity }) => ({ part, quantity })) };
    if (await run(() => call('POST /fieldwork/stock/changes', { body }))) {
      showToast(t('stock.done'));
      onDone();
    }
  };
  const storeOptions = stores.map(({ id, name, worker }) => ({ value: id, label: worker === null ? name : `${name}（${worker}）` }));
  const taken = new Set(lines.map(({ part }) => part));
  return (
    <Dialog title={t(`stock.${kind}`)} width={560} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="admin-two">
          <label className="admin-field"><span className="small muted">{t(kind === 'transfer' ? 'stock.from' : 'stock.store')}</span><PlainSelect label={t(kind === 'transfer' ? 'stock.from' : 'stock.store')} value={store} options={storeOptions} onChange={setStore} /></label>
          {kind === 'transfer' && <label className="admin-field"><span className="small muted">{t('stock.to')}</span><PlainSelect label={t('stock.to')} value={to} options={[{ value: '', label: t('board.choose') }, ...storeOptions.filter(({ value }) => value !== store)]} onChange={setTo} /></label>}
        </div>
        <ul className="stack">
          {lines.map(({ key, part, quantity }, at) => (
            <li key={key} className="stock-line">
              <PlainSelect label={`${t('stock.part')} ${at + 1}`} value={part} options={[{ value: '', label: t('board.choose') }, ...parts.filter(({ id }) => id === part || !taken.has(id)).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))]} onChange={(next) => set(key, { part: next })} />
              <Input aria-label={`${t(kind === 'count' ? 'stock.counted' : 'stock.quantity')} ${at + 1}`} placeholder={t(kind === 'count' ? 'stock.counted' : 'stock.quantity')} inputMode="decimal" value={quantity} suffix={parts.find(({ id }) => id === part)?.measure} onChange={(event) => /^\d{0,8}(\.\d{0,3})?$/.test(event.target.value) && set(key, { quantity: event.target.value })} />
              <Button aria-label={t('stock.lineRemove')} icon={<X size={15} aria-hidden />} disabled={lines.length === 1} onClick={() => setLines(lines.filter((line) => line.key !== key))} />
              {part !== '' && kind !== 'receive' && <p className="small muted">{t('stock.there', { quantity: there(part) })}</p>}
            </li>
          ))}
        </ul>
        <div><Button icon={<Plus size={15} aria-hidden />} onClick={() => setLines([...lines, { key: newId(), part: '', quantity: '' }])}>{t('stock.lineAdd')}</Button></div>
        <div className="admin-field"><label htmlFor={noteId}>{t('stock.note')}</label><Input id={noteId} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></div>
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="row wrap"><Button type="primary" htmlType="submit" loading={isBusy} disabled={!isWhole}>{t('stock.book')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
}
