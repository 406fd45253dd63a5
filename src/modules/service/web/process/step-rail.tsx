import { Button } from 'antd';
import { ArrowDown, ArrowUp, CornerUpLeft, Flag, GripVertical, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { ProcessStep } from '../../rules/process.ts';
import { type WorkedProcess, isFirstStep, movedTo, withNewStep } from './process-edit.ts';
import type { ShownRemark } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';

interface RailProps {
  readonly process: WorkedProcess;
  readonly remarks: readonly ShownRemark[];
  readonly chosen: string;
  onChoose(key: string): void;
  onChange(process: WorkedProcess): void;
}

interface LineProps {
  readonly process: WorkedProcess;
  readonly step: ProcessStep;
  readonly at: number;
  readonly remarks: readonly ShownRemark[];
  readonly isChosen: boolean;
  readonly isDragged: boolean;
  onChoose(): void;
  onMove(to: number): void;
  onDrag(isDragged: boolean): void;
  onDrop(): void;
}

function Turns({ process, step }: Pick<LineProps, 'process' | 'step'>) {
  const { t, stepName, questionName, valueName } = useProcessWords();
  if (!step.turns?.length) return null;
  return (
    <span className="process-turns small">
      {step.turns.map((turn) => {
        const to = process.steps.findIndex((each) => each.key === turn.to);
        const question = step.questions.find((each) => each.key === turn.key);
        return <span key={`${turn.key} ${String(turn.is)}`}><CornerUpLeft size={12} aria-hidden /> {t('rail.turn', { question: questionName(step, turn.key), value: valueName(question, turn.is), at: to + 1, name: stepName(process.steps[to]) })}</span>;
      })}
    </span>
  );
}

function RailLine({ process, step, at, remarks, isChosen, isDragged, onChoose, onMove, onDrag, onDrop }: LineProps) {
  const { t, stepName, dueName } = useProcessWords();
  const [isOver, setOver] = useState(false);
  const errors = remarks.filter((remark) => remark.level === 'error').length;
  const first = process.steps[0] && isFirstStep(process.steps[0]) ? 1 : 0;
  const isFixed = isFirstStep(step) && at === 0;
  const name = stepName(step);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0) : 0;
    if (by === 0) return;
    event.preventDefault();
    if (!isFixed && at + by >= first) onMove(at + by);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop on; buttons and keys do the same
    <li className={`process-line${isChosen ? ' is-chosen' : ''}${isDragged ? ' is-dragged' : ''}${isOver ? ' is-over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(!isFixed); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); if (!isFixed) onDrop(); }}>
      {isFixed ? <span className="process-grip" /> : <span className="process-grip" draggable onDragStart={(event) => { event.dataTransfer.setData('text/plain', step.key); onDrag(true); }} onDragEnd={() => onDrag(false)} title={t('rail.drag')} aria-hidden><GripVertical size={15} /></span>}
      <button type="button" className="process-step-button" aria-current={isChosen ? 'step' : undefined} onClick={onChoose} onKeyDown={onKeyDown}>
        <span className={`process-at${errors > 0 ? ' is-faulty' : remarks.length > 0 ? ' is-hinted' : ''}`}>{at + 1}</span>
        <span className="process-step-words">
          <span className="process-step-name">{name}</span>
          <span className="small muted">{t(`actor.${step.actor}`)}{step.due === undefined ? '' : ` · ${dueName(step.due)}`}</span>
          <Turns process={process} step={step} />
          {errors > 0 ? <span className="small danger">{t('rail.issue', { n: errors })}</span> : remarks.length > 0 && <span className="visually-hidden">{t('rail.hint')}</span>}
        </span>
      </button>
      {isChosen && !isFixed && (
        <span className="process-movers">
          <button type="button" className="plain-button" disabled={at <= first} aria-label={t('rail.up', { name })} onClick={() => onMove(at - 1)}><ArrowUp size={15} aria-hidden /></button>
          <button type="button" className="plain-button" disabled={at === process.steps.length - 1} aria-label={t('rail.down', { name })} onClick={() => onMove(at + 1)}><ArrowDown size={15} aria-hidden /></button>
        </span>
      )}
    </li>
  );
}

/** The steps drawn in their order: chosen by a press, sorted by dragging, by buttons, by Alt and the arrow keys. */
export function StepRail({ process, remarks, chosen, onChoose, onChange }: RailProps) {
  const { t, stepName } = useProcessWords();
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState('');
  const { steps } = process;
  const move = (key: string, to: number) => {
    const from = steps.findIndex((step) => step.key === key);
    const next = movedTo(steps, from, to);
    if (next === steps) return;
    onChange({ ...process, steps: next });
    setSaid(t('rail.moved', { name: stepName(steps[from]), at: to + 1 }));
  };
  const add = () => {
    const at = steps.findIndex((step) => step.key === chosen);
    const made = withNewStep(process, at < 0 ? steps.length : at + 1);
    onChange(made.process);
    onChoose(made.key);
  };
  return (
    <section className="card process-rail" aria-label={t('rail.title')}>
      <h2 className="card-head">{t('rail.title')}</h2>
      <ol>
        {steps.map((step, at) => (
          <RailLine
            key={step.key} process={process} step={step} at={at} remarks={remarks.filter((remark) => remark.step === step.key)} isChosen={step.key === chosen} isDragged={dragged === step.key}
            onChoose={() => onChoose(step.key)} onMove={(to) => move(step.key, to)} onDrag={(is) => setDragged(is ? step.key : undefined)} onDrop={() => { if (dragged !== undefined) move(dragged, at); setDragged(undefined); }}
          />
        ))}
      </ol>
      <p className="process-end small muted"><Flag size={13} aria-hidden /> {t('rail.end')}</p>
      <div className="process-rail-foot"><Button size="small" icon={<Plus size={14} aria-hidden />} onClick={add}>{t('rail.add')}</Button><p className="small faint">{t('rail.drag')}</p></div>
      <p className="visually-hidden" role="status">{said}</p>
    </section>
  );
}
