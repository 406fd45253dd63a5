import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Field, LabelledSelect } from '../unit/form-parts.tsx';
import { type Board, useRefreshStock, useStockTexts } from '../use-stock.ts';
import { type UnitRange, isWhole, unitsOf } from './unit-range.ts';

interface AddProps {
  readonly board: Board;
  onClose(): void;
}

/** The building's number, if its name begins with one, as the usual prefix of its units. */
const prefixOf = (name: string): string => {
  const [number] = /\d+/.exec(name) ?? [];
  return number === undefined ? '' : `${number}-`;
};

/** One unit, or the same unit on many floors; a new building on the way (RE-40). */
export function AddUnitsDialog({ board, onClose }: AddProps) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const [building, setBuilding] = useState(board.buildings[0]?.id ?? '');
  const [name, setName] = useState('');
  const [range, setRange] = useState<UnitRange>({ prefix: prefixOf(board.buildings[0]?.name ?? ''), from: '1', to: '1', position: '1', layout: '', area: '', grade: '3', price: '', step: '' });
  const set = (change: Partial<UnitRange>) => setRange({ ...range, ...change });
  const choose = (id: string) => {
    setBuilding(id);
    set({ prefix: prefixOf(board.buildings.find((each) => each.id === id)?.name ?? name) });
  };
  const units = isWhole(range) ? unitsOf(range) : [];
  const [first, last] = [units[0]?.code ?? '', units.at(-1)?.code ?? ''];
  const save = async () => {
    const done = await run(async () => {
      const made = building === '' ? (await api.post<{ id: string }>('/buildings', { name: name.trim(), project: board.project, position: board.buildings.length + 1 })).id : building;
      // A building that was made stays chosen, should its units be refused.
      setBuilding(made);
      return call('POST /stock/units', { body: { building: made, listName: t('add.listName', { first }), units } });
    });
    refresh();
    if (!done) return;
    showToast(t('add.done', { count: units.length }));
    onClose();
  };
  const isReady = units.length > 0 && (building !== '' || name.trim() !== '');
  const options = [...board.buildings.map((each) => ({ value: each.id, label: each.name })), { value: '', label: t('add.newBuilding') }];
  const shown = options.some(({ value }) => value === building) ? options : [{ value: building, label: name }, ...options];
  return (
    <Dialog width={520} title={t('add.title')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void save()}>{t('add.save')}</Button></>}>
      <div className="stack">
        <div className="admin-two">
          <LabelledSelect label={t('add.building')} value={building} onChange={choose} options={shown} />
          {building === '' && <Field label={t('add.buildingName')} value={name} max={40} onChange={(next) => { setName(next); set({ prefix: prefixOf(next) }); }} />}
          <Field label={t('add.prefix')} value={range.prefix} max={20} hint={t('add.prefixHint')} onChange={(prefix) => set({ prefix })} />
          <Field label={`${t('add.floors')} ${t('add.from')}`} value={range.from} max={3} onChange={(from) => set({ from, to: range.to === range.from ? from : range.to })} />
          <Field label={`${t('add.floors')} ${t('add.to')}`} value={range.to} max={3} onChange={(to) => set({ to })} />
          <Field label={t('add.position')} kind="digits" value={range.position} max={2} onChange={(position) => set({ position })} />
          <Field label={t('edit.layout')} value={range.layout} max={40} onChange={(layout) => set({ layout })} />
          <Field label={t('edit.area')} kind="money" value={range.area} max={8} onChange={(area) => set({ area })} />
          <Field label={t('edit.grade')} kind="digits" value={range.grade} max={1} onChange={(grade) => set({ grade })} />
          <Field label={t('add.price')} kind="money" value={range.price} max={15} hint={t('add.priceHint')} onChange={(price) => set({ price })} />
          <Field label={t('add.step')} kind="money" value={range.step} max={12} onChange={(step) => set({ step })} />
        </div>
        {units.length > 0 && <p className="tag tag-green" role="status">{units.length === 1 ? t('add.one', { first }) : t('add.preview', { first, last, count: units.length })}</p>}
        {error !== '' && <p className="danger" role="alert">{[error, ...new Set(Object.values(issues))].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
