import { Check } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { writeAsking } from '#kit/form/ask-more.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useSave, type Values } from '#kit/records/use-save.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { type CustomerStage, stageTransitions } from '../../rules/stage-change.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { barStages, isAskedFirst, isStage } from './stage-question.ts';
import './stage.css';

const StageDialog = lazy(() => import('./stage-dialog.tsx'));
const FIELD = 'stage';

function useStageChange({ object, record }: RecordSlotProps, nameOf: (stage: CustomerStage) => string) {
  const t = useCustomersTexts();
  const { patch } = useSave(object);
  const undoable = useUndo();
  return async (from: CustomerStage, to: CustomerStage, more: Values = {}) => {
    const saved = await writeAsking(object, record, { ...more, stage: to }, (values) => patch(record.id, record.version, values));
    if (saved === false) return;
    const said = t('stage.changed', { stage: nameOf(to) });
    if (!stageTransitions[to].includes(from)) return showToast(said);
    const back: Values = { stage: from, _reason: t('stage.undone'), ...(from === 'lost' ? { lostReason: record['lostReason'] } : {}) };
    undoable(said, () => patch(record.id, saved.version, back));
  };
}

interface StepProps {
  readonly name: string;
  readonly state: 'past' | 'now' | 'ahead' | 'off';
  readonly tone: 'plain' | 'bad';
  readonly hint: string | undefined;
  onPick: (() => void) | undefined;
}

function StageStep({ name, state, tone, hint, onPick }: StepProps) {
  const label = <>{state === 'past' && <Check size={14} aria-hidden />}<span className="truncate">{name}</span></>;
  return (
    <li className={`stage-step is-${state} tone-${tone}`} title={hint}>
      {onPick ? <button type="button" onClick={onPick}>{label}</button> : <span {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>{label}</span>}
    </li>
  );
}

/** The customer's way from potential to active, and where it stands; a click moves it (CU-6, UX-6). */
export default function StageBar({ object, record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const pick = usePick();
  const format = useFormat();
  const field = fieldOf(object, FIELD);
  const [asked, setAsked] = useState<CustomerStage>();
  const nameOf = (stage: CustomerStage) => {
    const choice = field?.choices?.find((c) => c.value === stage);
    return choice ? pick(choice.label) : stage;
  };
  const change = useStageChange({ object, record }, nameOf);
  const current = record[FIELD];
  if (!field || !isStage(current)) return null;
  const stages = barStages(current);
  const at = stages.indexOf(current);
  const isLeft = current === 'lost' || current === 'disqualified';
  const mayChange = field.access.edit && (record.capabilities?.includes('update') ?? object.grants.update !== undefined);
  const move = (to: CustomerStage, more?: Values) => void change(current, to, more).catch(reportProblem);
  const since = record['stageChangedAt'];
  const pickOf = (to: CustomerStage) => {
    if (!mayChange || to === current || to === 'disqualified' || current === 'disqualified' || !stageTransitions[current].includes(to)) return undefined;
    return () => (isAskedFirst(current, to) ? setAsked(to) : move(to));
  };
  const hintOf = (to: CustomerStage) => {
    if (to === current) return typeof since === 'string' ? t('stage.since', { date: format.date(since) }) : undefined;
    return mayChange && !stageTransitions[current].includes(to) ? t('stage.notFrom', { from: nameOf(current), to: nameOf(to) }) : undefined;
  };
  return (
    <nav className="card stage-bar" aria-label={t('stage.bar')}>
      <ol>
        {stages.map((stage, i) => (
          <StageStep
            key={stage} name={nameOf(stage)} tone={stage === 'lost' || stage === 'disqualified' ? 'bad' : 'plain'} hint={hintOf(stage)} onPick={pickOf(stage)}
            state={stage === current ? 'now' : isLeft ? 'off' : i < at ? 'past' : 'ahead'}
          />
        ))}
      </ol>
      {asked && (
        <Suspense fallback={null}>
          <StageDialog object={object} record={record} field={FIELD} to={asked} onDone={(values) => { setAsked(undefined); if (values) move(asked, values); }} />
        </Suspense>
      )}
    </nav>
  );
}
