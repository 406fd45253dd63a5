import { Checkbox, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type Board, siteKey, useBoardTexts } from '../use-board.ts';

interface OrderListProps {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  onChange(people: { readonly userId: string; readonly name: string }[]): void;
  readonly onRemove?: (userId: string) => void;
}

/** People in an order that is changed by buttons: works with keys, with a mouse, and on a phone. */
export function OrderList({ people, onChange, onRemove }: OrderListProps) {
  const t = useBoardTexts();
  const move = (at: number, step: number) => {
    const next = [...people];
    const [person] = next.splice(at, 1);
    if (person) next.splice(at + step, 0, person);
    onChange(next);
  };
  return (
    <ol className="board-order-list">
      {people.map((person, at) => (
        <li key={person.userId} className="row">
          <span className="muted board-order">{at + 1}</span><span className="grow truncate">{person.name}</span>
          <button type="button" className="plain-button" disabled={at === 0} aria-label={t('up', { name: person.name })} onClick={() => move(at, -1)}><ArrowUp size={15} aria-hidden /></button>
          <button type="button" className="plain-button" disabled={at === people.length - 1} aria-label={t('down', { name: person.name })} onClick={() => move(at, 1)}><ArrowDown size={15} aria-hidden /></button>
          {onRemove && <button type="button" className="plain-button" aria-label={t('sites.remove', { name: person.name })} onClick={() => onRemove(person.userId)}><X size={15} aria-hidden /></button>}
        </li>
      ))}
    </ol>
  );
}

/** A new order of the day, with its reason (RE-7). */
export function OrderDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const [people, setPeople] = useState<{ readonly userId: string; readonly name: string }[]>(board.people.map(({ userId, name }) => ({ userId, name })));
  const [reason, setReason] = useState('');
  const send = async () => {
    await call('PUT /sites/{id}/day/order', { params: { id: board.site.id }, body: { order: people.map((each) => each.userId), reason: reason.trim() } });
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  return (
    <ConfirmDialog title={t('orderTitle')} ok={t('do.order')} onConfirm={send} onClose={onClose}>
      <p className="muted">{t('orderHint')}</p>
      <OrderList people={people} onChange={setPeople} />
      <label className="stack board-field">{t('reason')}<Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
    </ConfirmDialog>
  );
}

/** Who is there when the day opens; everybody at first. */
export function OpenDayDialog({ board, members, onClose }: { board: Board; members: readonly { readonly userId: string; readonly name: string }[]; onClose: () => void }) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const send = async () => {
    await call('POST /sites/{id}/day/open', { params: { id: board.site.id }, body: { present: members.map((each) => each.userId).filter((id) => !away.has(id)) } });
    showToast(t('opened'));
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  const toggle = (id: string, isHere: boolean) => {
    const next = new Set(away);
    if (isHere) next.delete(id);
    else next.add(id);
    setAway(next);
  };
  return (
    <ConfirmDialog title={t('presentTitle')} ok={t('open')} onConfirm={send} onClose={onClose}>
      <p className="muted">{t('presentHint')}</p>
      <div className="board-present">{members.map(({ userId, name }) => <Checkbox key={userId} checked={!away.has(userId)} onChange={(event) => toggle(userId, event.target.checked)}>{name}</Checkbox>)}</div>
    </ConfirmDialog>
  );
}
