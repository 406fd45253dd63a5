import { Button } from 'antd';
import { Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { isTyping } from '#kit/palette/use-global-keys.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { CasesCard } from '../cases/cases-card.tsx';
import { SettleButtons } from '../history/settle-buttons.tsx';
import { PolicyFrame } from '../policy-frame.tsx';
import { SimulationCard } from '../simulation/simulation-card.tsx';
import { pointOf, type PolicyView, useRefreshPolicies, type VersionView } from '../use-policies.ts';
import { blockingCount, type Checked } from './check-model.ts';
import { ClausesDialog } from '../clauses/clauses-dialog.tsx';
import { ConflictView } from './conflict-view.tsx';
import { type Editing, EditingContext, useEditing } from './editing.ts';
import { AddTable, DerivedCard, ParametersCard } from './model-sections.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { TableCard } from './table-card.tsx';
import { useChecked } from './use-checked.ts';
import { type Draft, useDraft } from './use-draft.ts';

interface PartsProps {
  readonly policy: PolicyView;
  readonly version: VersionView;
  readonly model: PolicyModel;
  readonly base: PolicyModel | null;
}

/** Faults that belong to no table: names, sums over tables, what the decision point misses. */
function ModelRemarks({ checked }: { checked: Checked | null }) {
  const t = useTexts(policiesTexts);
  const lines = checked?.pointFaults.map((fault) => ({ key: `${fault.code}-${fault.name}`, text: t(`pointFault.${fault.code}`, { name: fault.name }) })) ?? [];
  const others = checked?.faults.filter((fault) => fault.place.table === undefined && fault.place.derived === undefined).map((fault) => ({ key: JSON.stringify(fault), text: t(`fault.${fault.code}`, { place: fault.place.column ?? '', text: fault.text }) })) ?? [];
  if (lines.length + others.length === 0) return null;
  return <ul className="card remarks">{[...lines, ...others].map((line) => <li key={line.key} className="is-blocking">{line.text}</li>)}</ul>;
}

function Parts({ policy, version, checked, flush }: { policy: PolicyView; version: VersionView; checked: Checked | null; flush?: () => Promise<boolean> }) {
  const [marked, setMarked] = useState<string | null>(null);
  const isOpen = version.status === 'draft' || version.status === 'submitted';
  return (
    <div className="policy-grid">
      <div className="policy-column">
        <ModelRemarks checked={checked} />
        <Tables checked={checked} marked={marked} />
        <ParametersCard />
        <DerivedCard checked={checked} />
        <AddTable />
      </div>
      <div className="policy-column policy-side">
        <CasesCard checked={checked} onPoint={setMarked} />
        {isOpen && <SimulationCard policy={policy} number={version.number} {...(flush ? { flush } : {})} />}
      </div>
    </div>
  );
}

function Tables({ checked, marked }: { checked: Checked | null; marked: string | null }) {
  const { model } = useEditing();
  return <>{model.tables.map((table) => <TableCard key={table.name} table={table} checked={checked} marked={marked} />)}</>;
}

function Clauses() {
  const t = useTexts(policiesTexts);
  const [isOpen, setOpen] = useState(false);
  return <><Button onClick={() => setOpen(true)}>{t('clause.all')}</Button>{isOpen && <ClausesDialog onClose={() => setOpen(false)} />}</>;
}

function UndoButtons({ draft }: { draft: Draft }) {
  const t = useTexts(policiesTexts);
  const { undo, redo } = draft;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
  return (
    <>
      <span className={`small save-state ${draft.state === 'lost' || draft.state === 'conflict' ? 'danger' : 'muted'}`} role="status">{t(`save.${draft.state}`)}</span>
      <button type="button" className="plain-button" disabled={!draft.mayUndo} aria-label={t('undo')} title={`${t('undo')} Ctrl Z`} onClick={undo}><Undo2 size={16} aria-hidden /></button>
      <button type="button" className="plain-button" disabled={!draft.mayRedo} aria-label={t('redo')} title={`${t('redo')} Ctrl Y`} onClick={redo}><Redo2 size={16} aria-hidden /></button>
    </>
  );
}

/** The open draft: everything can be changed, saved by itself, checked at every change. */
export function PolicyEditor({ policy, version, model: opened, base }: PartsProps) {
  const t = useTexts(policiesTexts);
  const mayEdit = useHasRight('policies.edit');
  const draft = useDraft({ key: policy.key, number: version.number, version: version.version, model: opened });
  const point = useMemo(() => pointOf(policy), [policy]);
  const checked = useChecked(draft.model, point);
  const [isSubmitting, setSubmitting] = useState(false);
  const { model, apply } = draft;
  const editing = useMemo<Editing>(() => ({ model, base, point, isEditable: mayEdit, apply }), [model, base, point, mayEdit, apply]);
  const actions = (
    <>
      {mayEdit && <UndoButtons draft={draft} />}
      <Clauses />
      {mayEdit && <Button type="primary" onClick={() => setSubmitting(true)}>{t('submit.open')}</Button>}
    </>
  );
  return (
    <EditingContext value={editing}>
      <PolicyFrame policy={policy} at="table" actions={actions}>
        <Parts policy={policy} version={version} checked={checked} flush={draft.flush} />
        {draft.theirs && <ConflictView mine={model} theirs={draft.theirs.model} onSettle={draft.settle} />}
        {isSubmitting && <SubmitDialog policyKey={policy.key} number={version.number} note={version.note} blocking={checked ? blockingCount(checked) : 0} flush={draft.flush} onClose={() => setSubmitting(false)} />}
      </PolicyFrame>
    </EditingContext>
  );
}

const unchanged = (): void => {};

function StartDraft({ policy }: { policy: PolicyView }) {
  const t = useTexts(policiesTexts);
  const refresh = useRefreshPolicies();
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      const { number } = await call('POST /policies/{key}/draft', { params: { key: policy.key }, body: {} });
      await refresh();
      showToast(t('draft.started', { number }));
    } catch (problem) {
      reportProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  return <Button type="primary" loading={isBusy} onClick={() => void start()}>{t('draft.start')}</Button>;
}

/** A version as it stands: to be read, checked, and approved or returned when it waits for that. */
export function PolicyReader({ policy, version, model, base }: PartsProps) {
  const mayEdit = useHasRight('policies.edit');
  const point = useMemo(() => pointOf(policy), [policy]);
  const checked = useChecked(model, point);
  const editing = useMemo<Editing>(() => ({ model, base, point, isEditable: false, apply: unchanged }), [model, base, point]);
  const actions: ReactNode = <><Clauses />{version.status === 'submitted' ? <SettleButtons policy={policy} version={version} /> : mayEdit && <StartDraft policy={policy} />}</>;
  return (
    <EditingContext value={editing}>
      <PolicyFrame policy={policy} at="table" actions={actions}>
        <Parts policy={policy} version={version} checked={checked} />
      </PolicyFrame>
    </EditingContext>
  );
}
