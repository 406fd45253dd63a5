import { Button } from 'antd';
import { ArrowRight, Plus, X } from 'lucide-react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import type { ProcessStep, StepTurn } from '../../../rules/process.ts';
import { type WorkedProcess, branching, firstValue, withTurns } from '../process-edit.ts';
import { useProcessWords } from '../use-process-words.ts';

interface TurnsProps {
  readonly process: WorkedProcess;
  readonly step: ProcessStep;
  onChange(step: ProcessStep): void;
}

function TurnLine({ process, step, turn, onChange, onRemove }: Omit<TurnsProps, 'onChange'> & { readonly turn: StepTurn; onChange(turn: StepTurn): void; onRemove(): void }) {
  const { t, stepName, questionName, valueName } = useProcessWords();
  const questions = branching(step.questions);
  const question = questions.find((each) => each.key === turn.key);
  const values = question === undefined ? [] : question.type === 'boolean' ? [true, false] : (question.choices ?? []).map((choice) => choice.value);
  const choose = (key: string) => {
    const next = questions.find((each) => each.key === key);
    if (next) onChange({ ...turn, key, is: firstValue(next) });
  };
  return (
    <li>
      <PlainSelect label={t('turn.question')} value={turn.key} options={questions.map(({ key }) => ({ value: key, label: questionName(step, key) }))} onChange={choose} />
      <PlainSelect label={t('turn.value')} value={String(turn.is)} options={values.map((value) => ({ value: String(value), label: valueName(question, value) }))} onChange={(value) => onChange({ ...turn, is: values.find((each) => String(each) === value) ?? turn.is })} />
      <ArrowRight size={15} aria-hidden />
      <PlainSelect label={t('turn.to')} value={turn.to} options={process.steps.map((each, at) => ({ value: each.key, label: `${at + 1} ${stepName(each)}` }))} onChange={(to) => onChange({ ...turn, to })} />
      <button type="button" className="plain-button" aria-label={t('turn.remove')} onClick={onRemove}><X size={14} aria-hidden /></button>
    </li>
  );
}

/** Answers that lead elsewhere than to the next step. */
export function TurnLines({ process, step, onChange }: TurnsProps) {
  const { t } = useProcessWords();
  const turns = step.turns ?? [];
  const [first] = branching(step.questions);
  const target = process.steps.find((each) => each.effect !== 'record' && each.key !== step.key) ?? step;
  const put = (next: readonly StepTurn[]) => onChange(withTurns(step, next));
  return (
    <section className="process-part" aria-label={t('step.turns')}>
      <h3>{t('step.turns')}</h3>
      <p className="small muted">{t(first ? 'step.turnsHint' : 'step.noBranch')}</p>
      <ul className="process-turn-lines">
        {/* Lines have no names of their own and only the last can be added to. */}
        {turns.map((turn, at) => <TurnLine key={`${turn.key} ${String(turn.is)} ${turn.to}`} process={process} step={step} turn={turn} onChange={(next) => put(turns.map((each, i) => (i === at ? next : each)))} onRemove={() => put(turns.filter((_each, i) => i !== at))} />)}
      </ul>
      {first && <div><Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => put([...turns, { key: first.key, is: firstValue(first), to: target.key }])}>{t('step.addTurn')}</Button></div>}
    </section>
  );
}
