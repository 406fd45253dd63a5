import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useHasRight } from '#kit/api/session.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import { organisationWebTexts } from './organisation-web.texts.ts';
import { UnitDialog } from './unit-dialog.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { childrenOf, moveUnit, type Unit } from './unit-tree.ts';
import { useHeads, useUnits, useUnitWrites } from './use-units.ts';
import './organisation.css';

function useMove(units: readonly Unit[]) {
  const t = useTexts(organisationWebTexts);
  const undoable = useUndo();
  const writes = useUnitWrites();
  return (id: string, parent: string, index: number) => {
    const changes = moveUnit(units, id, parent, index);
    const unit = units.find((u) => u.id === id);
    const to = units.find((u) => u.id === parent);
    if (changes.length === 0 || !unit || !to) return;
    writes.apply(changes).then(
      () => undoable(unit.parent === parent ? t('reordered', { name: unit.name }) : t('moved', { name: unit.name, to: to.name }), () => writes.apply(changes, true)),
      (problem: unknown) => { reportProblem(problem); void writes.refresh(); },
    );
  };
}

interface DeleteProps {
  readonly unit: Unit;
  readonly people: number;
  readonly below: number;
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** Says what still hangs on the unit before anybody runs into the refusal. */
function DeleteUnit({ unit, people, below, onConfirm, onClose }: DeleteProps) {
  const t = useTexts(organisationWebTexts);
  const kit = useKitTexts();
  const title = t('deleteTitle', { name: unit.name });
  if (people === 0 && below === 0) return <ConfirmDialog title={title} ok={kit('action.delete')} isDanger onConfirm={onConfirm} onClose={onClose}><p>{t('deleteHint')}</p></ConfirmDialog>;
  return (
    <Dialog title={title} width={440} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{kit('action.close')}</Button>}>
      <p>{t('deleteUsed', { name: unit.name, people, below })}</p>
    </Dialog>
  );
}

type Open = { readonly kind: 'new' | 'edit' | 'delete' };

function Organisation({ object, units }: { object: ObjectMeta; units: readonly Unit[] }) {
  const t = useTexts(organisationWebTexts);
  const navigate = useNavigate();
  const search: { unit?: string } = useSearch({ strict: false });
  const mayManage = useHasRight('admin.organisation');
  const heads = useHeads();
  const move = useMove(units);
  const writes = useUnitWrites();
  const [open, setOpen] = useState<Open>();
  const root = units.find((u) => u.parent === null);
  const unit = units.find((u) => u.id === search.unit) ?? root;
  const choose = (id: string) => void navigate({ to: '.', search: { unit: id }, replace: true });
  const close = () => setOpen(undefined);
  if (!unit || !root) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  const erase = async () => {
    await writes.remove(unit);
    showToast(t('deleted', { name: unit.name }));
    choose(unit.parent ?? root.id);
  };
  return (
    <div className="admin-grid org-grid">
      <section className="card">
        <OrganisationTree units={units} heads={heads.data ?? new Map()} kind={fieldOf(object, 'kind')} chosen={unit.id} mayMove={mayManage} onChoose={choose} onMove={move} />
        {mayManage && <p className="small faint org-hint">{t('moveHint')}</p>}
      </section>
      <UnitPanel unit={unit} units={units} mayManage={mayManage} onAdd={() => setOpen({ kind: 'new' })} onEdit={() => setOpen({ kind: 'edit' })} onDelete={() => setOpen({ kind: 'delete' })} />
      {open?.kind === 'new' && <UnitDialog object={object} units={units} parent={unit.id} onSaved={choose} onClose={close} />}
      {open?.kind === 'edit' && <UnitDialog object={object} units={units} unit={unit} parent={unit.parent ?? root.id} onSaved={choose} onClose={close} />}
      {open?.kind === 'delete' && <DeleteUnit unit={unit} people={heads.data?.get(unit.id) ?? 0} below={childrenOf(units, unit.id).length} onConfirm={erase} onClose={close} />}
    </div>
  );
}

/** The organisation as a tree, with people and managers (PL-30). */
export default function OrganisationPage() {
  const t = useTexts(organisationWebTexts);
  const object = useFindObject()('orgUnit');
  const units = useUnits();
  const mayManage = useHasRight('admin.organisation');
  const [isAdding, setAdding] = useState(false);
  const root = units.data?.find((u) => u.parent === null);
  const navigate = useNavigate();
  const action = mayManage && root && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>{t('new')}</Button>;
  return (
    <AdminPage title={t('title')} hint={t('hint')} actions={action}>
      {units.error ? <ErrorState error={units.error} onRetry={() => void units.refetch()} />
        : !units.data || !object ? <div className="card card-body"><SkeletonLines count={8} /></div>
          : <Organisation object={object} units={units.data} />}
      {isAdding && object && root && <UnitDialog object={object} units={units.data ?? []} parent={root.id} onSaved={(id) => void navigate({ to: '.', search: { unit: id } })} onClose={() => setAdding(false)} />}
    </AdminPage>
  );
}
