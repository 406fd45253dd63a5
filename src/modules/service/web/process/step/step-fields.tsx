import { Button, Input, InputNumber } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { measures } from '../../../rules/deadline.ts';
import { limitOf } from '../../../rules/process-check.ts';
import { type ProcessStep, stepActors, stepEffects } from '../../../rules/process.ts';
import { type WorkedProcess, isFirstStep, movedTo, withDue, withEffect, withNewQuestion, withoutQuestion, withQuestion } from '../process-edit.ts';
import type { ShownRemark } from '../use-process.ts';
import { useProcessWords } from '../use-process-words.ts';
import { QuestionFields } from './question-fields.tsx';
import { TurnLines } from './turn-lines.tsx';

interface FieldsProps {
  readonly process: WorkedProcess;
  readonly step: ProcessStep;
  readonly at: number;
  readonly remarks: readonly ShownRemark[];
  onChange(step: ProcessStep): void;
  onRemove(): void;
}

type PartProps = Pick<FieldsProps, 'step' | 'onChange'>;

function Names({ step, onChange }: PartProps) {
  const { t } = useProcessWords();
  const id = useId();
  return (
    <div className="admin-two">
      <div className="admin-field"><label htmlFor={`${id}z`}>{t('step.nameZh')}</label><Input id={`${id}z`} value={step.label['zh-CN']} maxLength={60} onChange={(event) => onChange({ ...step, label: { ...step.label, 'zh-CN': event.target.value } })} /></div>
      <div className="admin-field"><label htmlFor={`${id}e`}>{t('step.nameEn')}</label><Input id={`${id}e`} value={step.label.en} maxLength={60} onChange={(event) => onChange({ ...step, label: { ...step.label, en: event.target.value } })} /></div>
    </div>
  );
}

function Due({ process, step, at, onChange }: Omit<FieldsProps, 'remarks' | 'onRemove'>) {
  const { t } = useProcessWords();
  const limit = limitOf(process.steps, at);
  const options: { value: string; label: string }[] = [{ value: '', label: t('step.dueNone') }, ...measures.map((value) => ({ value, label: t(`measure.${value}`) }))];
  const choose = (value: string) => {
    const measure = measures.find((each) => each === value);
    onChange(withDue(step, measure && { measure, amount: step.due?.amount ?? 1 }));
  };
  return (
    <div className="admin-field">
      <span className="process-label">{t('step.due')}</span>
      <div className="row wrap">
        {step.due !== undefined && <InputNumber aria-label={t('step.amount')} min={0} max={999} step={step.due.measure === 'workingDays' ? 1 : 0.5} value={step.due.amount} onChange={(amount) => step.due && onChange(withDue(step, { ...step.due, amount: amount ?? 0 }))} className="process-amount" />}
        <PlainSelect label={t('step.due')} value={step.due?.measure ?? ''} options={options} onChange={choose} />
      </div>
      <p className={`small ${limit === undefined ? 'process-hint' : 'muted'}`}>{t(`step.limit.${limit ?? 'none'}`)}{limit !== 'own' && limit !== undefined && <> <PageLink to="/policies" className="process-link">{t('policies')}</PageLink></>}</p>
    </div>
  );
}

function Does({ step, at, onChange }: PartProps & { readonly at: number }) {
  const { t } = useProcessWords();
  const effects = stepEffects.filter((effect) => effect !== 'record' || at === 0 || step.effect === 'record');
  return (
    <div className="admin-two">
      <div className="admin-field"><span className="process-label">{t('step.actor')}</span><PlainSelect label={t('step.actor')} value={step.actor} options={stepActors.map((value) => ({ value, label: t(`actor.${value}`) }))} onChange={(value) => onChange({ ...step, actor: stepActors.find((each) => each === value) ?? 'handler' })} /></div>
      <div className="admin-field"><span className="process-label">{t('step.effect')}</span><PlainSelect label={t('step.effect')} value={step.effect} options={effects.map((value) => ({ value, label: t(`effect.${value}`) }))} onChange={(value) => onChange(withEffect(step, stepEffects.find((each) => each === value) ?? 'none'))} /></div>
    </div>
  );
}

function Questions({ step, onChange }: PartProps) {
  const { t } = useProcessWords();
  return (
    <section className="process-part" aria-label={t('step.questions')}>
      <h3>{t('step.questions')}</h3>
      <ol className="process-questions">
        {step.questions.map((question, at) => (
          <QuestionFields
            key={question.key} step={step} question={question} at={at} onChange={(next) => onChange(withQuestion(step, next))} onRemove={() => onChange(withoutQuestion(step, question.key))}
            onMove={(by) => onChange({ ...step, questions: movedTo(step.questions, at, at + by) })}
          />
        ))}
      </ol>
      <div><Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => onChange(withNewQuestion(step))}>{t('step.addQuestion')}</Button></div>
    </section>
  );
}

/** One step as a form: who does it, its time, what it asks, what its answers lead to, with what is wrong about it on top. */
export function StepFields({ process, step, at, remarks, onChange, onRemove }: FieldsProps) {
  const { t, stepName, remark } = useProcessWords();
  const isFirst = isFirstStep(step);
  return (
    <section className="card process-form" aria-label={t('step.title', { at: at + 1 })}>
      <h2 className="card-head"><span>{t('step.title', { at: at + 1 })}<span className="muted process-form-name"> {stepName(step)}</span></span>{!(isFirst && at === 0) && <Button size="small" type="text" danger icon={<Trash2 size={14} aria-hidden />} onClick={onRemove}>{t('step.remove')}</Button>}</h2>
      <div className="card-body process-fields">
        {remarks.length > 0 && <ul className="process-remarks">{remarks.map((each) => <li key={`${each.code} ${each.question ?? ''} ${each.value ?? ''}`} className={each.level === 'error' ? 'danger' : 'process-hint'}>{remark(process, each)}</li>)}</ul>}
        <Names step={step} onChange={onChange} />
        <Does step={step} at={at} onChange={onChange} />
        {isFirst ? <p className="muted">{t('step.nothing')}</p> : (
          <>
            <Due process={process} step={step} at={at} onChange={onChange} />
            <Questions step={step} onChange={onChange} />
            <TurnLines process={process} step={step} onChange={onChange} />
          </>
        )}
      </div>
    </section>
  );
}
