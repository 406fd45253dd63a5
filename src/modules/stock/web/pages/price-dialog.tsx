import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Field } from '../unit/form-parts.tsx';
import { type Board, useRefreshStock, useStockTexts } from '../use-stock.ts';

/** A new version of the prices of all units on sale, in hundreds of yuan. */
export function PriceDialog({ board, onClose }: { readonly board: Board; onClose(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, run } = useSubmit();
  const [name, setName] = useState('');
  const [effectiveOn, setDay] = useState(() => format.today());
  const [percent, setPercent] = useState('');
  const units = board.units.filter((unit) => unit.status === 'available' && unit.price !== null);
  const isReady = name.trim() !== '' && effectiveOn !== '' && /^[-+]?\d+(\.\d+)?$/.test(percent) && Number(percent) > -100 && units.length > 0;
  const save = async () => {
    const lines = units.map((unit) => ({ unit: unit.id, price: String(Math.round((Number(unit.price) * (1 + Number(percent) / 100)) / 100) * 100) }));
    const done = await run(() => call('POST /stock/price-lists', { body: { project: board.project, name: name.trim(), effectiveOn, lines } }));
    if (!done) return;
    refresh();
    showToast(t('prices.done'));
    onClose();
  };
  return (
    <Dialog title={t('prices.title')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void save()}>{t('prices.save')}</Button></>}>
      <div className="stack">
        <Field label={t('prices.name')} value={name} max={80} onChange={setName} />
        <Field label={t('prices.effectiveOn')} kind="date" value={effectiveOn} onChange={setDay} />
        <Field label={t('prices.percent')} value={percent} max={8} hint={`${t('prices.count', { count: units.length })} · ${t('prices.hint')}`} onChange={setPercent} />
        {error !== '' && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
