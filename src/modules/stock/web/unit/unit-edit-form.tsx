import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Unit, useRefreshStock, useStockTexts, yuan } from '../use-stock.ts';
import { Field, FormFoot } from './form-parts.tsx';

interface EditProps {
  readonly unit: Unit;
  onDone(): void;
}

/** A new price for one unit: a price list of one line, so that the history keeps the former one (RE-40). */
export function UnitPriceForm({ unit, onDone }: EditProps) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const [price, setPrice] = useState((unit.price ?? '').replace(/\.00$/, ''));
  const [name, setName] = useState(() => t('edit.whyName', { unit: unit.code }));
  const [effectiveOn, setDay] = useState(() => format.today());
  const save = async () => {
    const made = await run(() => call('POST /stock/price-lists', { body: { project: unit.projectId, name: name.trim(), effectiveOn, lines: [{ unit: unit.id, price }] } }));
    refresh();
    if (!made) return;
    showToast(effectiveOn <= format.today() ? t('edit.done', { unit: unit.code }) : t('prices.done'));
    onDone();
  };
  const now = unit.price === null ? undefined : t('edit.now', { price: yuan(unit.price) });
  const perMetre = Number(price) > 0 ? t('edit.perMetre', { price: yuan((Number(price) / unit.area).toFixed(2)) }) : undefined;
  const isReady = Number(price) > 0 && Number(price) !== Number(unit.price) && name.trim() !== '' && effectiveOn !== '';
  return (
    <div className="stock-drawer">
      <div className="admin-two">
        <Field label={t('edit.price')} kind="money" value={price} max={17} hint={[now, perMetre].filter(Boolean).join(' · ')} issue={issues['lines.0.price']} onChange={setPrice} />
        <Field label={t('prices.effectiveOn')} kind="date" value={effectiveOn} onChange={setDay} />
      </div>
      <Field label={t('edit.why')} value={name} max={80} onChange={setName} />
      <FormFoot label={t('action.save')} isBusy={isBusy} isReady={isReady} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}

/** What a unit is, while nobody has papers on it. */
export function UnitFactsForm({ unit, onDone }: EditProps) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const { isBusy, error, issues, run } = useSubmit();
  const [draft, setDraft] = useState({
    code: unit.code, floor: String(unit.floor), position: String(unit.position), layout: unit.layout ?? '', area: String(unit.area), grade: String(unit.grade),
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const { code, floor, position, layout, area, grade } = draft;
  const isReady = code.trim() !== '' && /^-?\d+$/.test(floor) && /^[1-9]\d?$/.test(position) && Number(area) >= 1 && /^[1-5]$/.test(grade);
  const save = async () => {
    const body = { code: code.trim(), floor: Number(floor), position: Number(position), layout: layout.trim(), area: Number(area), grade: Number(grade) };
    const done = await run(() => call('PUT /stock/units/{id}', { params: { id: unit.id }, body }));
    refresh();
    if (!done) return;
    showToast(t('action.done'));
    onDone();
  };
  return (
    <div className="stock-drawer">
      <div className="admin-two">
        <Field label={t('edit.code')} value={code} max={40} issue={issues['code']} onChange={(next) => set({ code: next })} />
        <Field label={t('edit.layout')} value={layout} max={40} onChange={(next) => set({ layout: next })} />
        <Field label={t('edit.floor')} value={floor} max={3} issue={issues['floor']} onChange={(next) => set({ floor: next })} />
        <Field label={t('edit.position')} kind="digits" max={2} value={position} issue={issues['position']} onChange={(next) => set({ position: next })} />
        <Field label={t('edit.area')} kind="money" max={8} value={area} issue={issues['area']} onChange={(next) => set({ area: next })} />
        <Field label={t('edit.grade')} kind="digits" max={1} value={grade} issue={issues['grade']} onChange={(next) => set({ grade: next })} />
      </div>
      <FormFoot label={t('action.save')} isBusy={isBusy} isReady={isReady} error={error} onSave={() => void save()} onCancel={onDone} />
    </div>
  );
}
