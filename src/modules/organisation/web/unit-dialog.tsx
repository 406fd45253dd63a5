import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { organisationWebTexts } from './organisation-web.texts.ts';
import { belowOf, childrenOf, pathOf, type Unit } from './unit-tree.ts';
import { useUnitWrites } from './use-units.ts';

interface UnitDialogProps {
  readonly object: ObjectMeta;
  readonly units: readonly Unit[];
  /** Absent for a new unit. */
  readonly unit?: Unit;
  /** The parent of a new unit. */
  readonly parent: string;
  onSaved(id: string): void;
  onClose(): void;
}

/** Name, kind, place and manager of a unit. */
export function UnitDialog({ object, units, unit, parent, onSaved, onClose }: UnitDialogProps) {
  const t = useTexts(organisationWebTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const writes = useUnitWrites();
  const [name, setName] = useState(unit?.name ?? '');
  const [kind, setKind] = useState(unit?.kind ?? 'department');
  const [place, setPlace] = useState(unit?.parent ?? parent);
  const [manager, setManager] = useState<NamedRef | undefined>(unit?.manager ?? undefined);
  const { isBusy, error, issues, run } = useSubmit();
  const kinds = fieldOf(object, 'kind')?.choices ?? [];
  const closed = unit ? belowOf(units, unit.id) : new Set<string>();
  const places = units.filter((u) => !closed.has(u.id)).map((u) => ({ value: u.id, label: pathOf(units, u.id).map((p) => p.name).join(' / ') }));
  const isRoot = unit !== undefined && unit.parent === null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = { name, kind, manager: manager?.id ?? null, ...(isRoot ? {} : { parent: place }) };
    const position = (childrenOf(units, place).at(-1)?.position ?? 0) + 10;
    const result = await run(async () => (unit ? writes.change(unit, values).then(() => unit.id) : (await writes.create({ ...values, position })).id));
    if (!result) return;
    showToast(t(unit ? 'saved' : 'created', { name }));
    onSaved(result.done);
    onClose();
  };
  return (
    <Dialog title={unit ? t('editTitle', { name: unit.name }) : t('new')} width={440} onClose={onClose}>
      <form className="admin-form" onSubmit={(e) => void submit(e)}>
        <label htmlFor="unit-name">{t('name')}</label>
        <Input id="unit-name" autoFocus maxLength={80} value={name} status={issues['name'] ? 'error' : ''} onChange={(e) => setName(e.target.value)} />
        <label htmlFor="unit-kind">{t('kind')}</label>
        <Select id="unit-kind" value={kind} onChange={setKind} options={kinds.filter((c) => !c.retired || c.value === kind).map((c) => ({ value: c.value, label: pick(c.label) }))} />
        {!isRoot && (
          <>
            <label htmlFor="unit-parent">{t('parent')}</label>
            <Select id="unit-parent" value={place} onChange={setPlace} options={places} showSearch={{ optionFilterProp: 'label' }} />
          </>
        )}
        <label htmlFor="unit-manager">{t('manager')}</label>
        <RecordPicker id="unit-manager" target="user" value={manager} onChange={setManager} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>{kit(unit ? 'action.save' : 'action.create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
