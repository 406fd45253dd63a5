import { Checkbox, Input } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId } from 'react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { type ProcessStep, type StepQuestion, questionTypes } from '../../../rules/process.ts';
import { branching, fixedValues, freeKey, isNeeded, withType, withWhen } from '../process-edit.ts';
import { useProcessWords } from '../use-process-words.ts';

interface QuestionProps {
  readonly step: ProcessStep;
  readonly question: StepQuestion;
  readonly at: number;
  onChange(question: StepQuestion): void;
  onRemove(): void;
  onMove(by: number): void;
}

type PartProps = Pick<QuestionProps, 'step' | 'question' | 'onChange'>;

/** The answers of a choice. Where the program reads them their meaning is fixed, their words are not. */
function Choices({ step, question, onChange }: PartProps) {
  const { t, pick, meaning } = useProcessWords();
  const choices = question.choices ?? [];
  const fixed = fixedValues(step, question.key);
  const left = fixed?.filter((value) => !choices.some((choice) => choice.value === value));
  const put = (at: number, label: StepQuestion['label']) => onChange({ ...question, choices: choices.map((choice, i) => (i === at ? { ...choice, label } : choice)) });
  const add = () => onChange({ ...question, choices: [...choices, { value: left?.[0] ?? freeKey('choice', choices.map((choice) => choice.value)), label: { 'zh-CN': '', en: '' } }] });
  return (
    <fieldset className="process-choices">
      <legend>{t('question.choices')}</legend>
      <ul>
        {choices.map(({ value, label }, at) => (
          <li key={value}>
            <Input aria-label={t('question.choiceZh')} placeholder={t('question.choiceZh')} value={label['zh-CN']} maxLength={60} onChange={(event) => put(at, { ...label, 'zh-CN': event.target.value })} />
            <Input aria-label={t('question.choiceEn')} placeholder={t('question.choiceEn')} value={label.en} maxLength={60} onChange={(event) => put(at, { ...label, en: event.target.value })} />
            {fixed && meaning(step, question.key, value) !== pick(label) && <span className="small muted process-meaning">{t('question.value')} {meaning(step, question.key, value)}</span>}
            <button type="button" className="plain-button" aria-label={t('question.removeChoice', { name: pick(label) || value })} onClick={() => onChange({ ...question, choices: choices.filter((choice) => choice.value !== value) })}><X size={14} aria-hidden /></button>
          </li>
        ))}
      </ul>
      {left?.length !== 0 && <button type="button" className="link-button process-add" onClick={add}>{t('question.addChoice')}</button>}
    </fieldset>
  );
}

/** When the question is asked: always, or on one answer of a question before it. */
function When({ step, question, at, onChange }: PartProps & { readonly at: number }) {
  const { t, questionName, valueName } = useProcessWords();
  const before = branching(step.questions.slice(0, at));
  if (before.length === 0 && question.when === undefined) return null;
  const answers = before.flatMap((each) => (each.type === 'boolean' ? [true, false] : (each.choices ?? []).map((choice) => choice.value)).map((is) => ({ key: each.key, is, words: t('question.only', { question: questionName(step, each.key), value: valueName(each, is) }) })));
  const value = question.when === undefined ? '' : String(answers.findIndex((each) => each.key === question.when?.key && each.is === question.when.is));
  const choose = (next: string) => {
    const answer = answers[Number(next)];
    onChange(withWhen(question, next === '' || !answer ? undefined : { key: answer.key, is: answer.is }));
  };
  return <div className="admin-field"><span className="process-label">{t('question.when')}</span><PlainSelect label={t('question.when')} value={value} options={[{ value: '', label: t('question.always') }, ...answers.map((each, i) => ({ value: String(i), label: each.words }))]} onChange={choose} /></div>;
}

/** One question of a step: its words, how it is answered, whether it must be, when it is asked. */
export function QuestionFields({ step, question, at, onChange, onRemove, onMove }: QuestionProps) {
  const { t, pick } = useProcessWords();
  const id = useId();
  const isFixed = isNeeded(step, question.key);
  const name = pick(question.label) || String(at + 1);
  return (
    <li className="process-question">
      <div className="process-question-head">
        <span className="process-question-at" aria-hidden>{at + 1}</span>
        <div className="admin-two grow">
          <div className="admin-field"><label htmlFor={`${id}z`}>{t('question.nameZh')}</label><Input id={`${id}z`} value={question.label['zh-CN']} maxLength={60} onChange={(event) => onChange({ ...question, label: { ...question.label, 'zh-CN': event.target.value } })} /></div>
          <div className="admin-field"><label htmlFor={`${id}e`}>{t('question.nameEn')}</label><Input id={`${id}e`} value={question.label.en} maxLength={60} onChange={(event) => onChange({ ...question, label: { ...question.label, en: event.target.value } })} /></div>
        </div>
        <span className="process-movers">
          <button type="button" className="plain-button" disabled={at === 0} aria-label={t('question.up', { name })} onClick={() => onMove(-1)}><ArrowUp size={14} aria-hidden /></button>
          <button type="button" className="plain-button" disabled={at === step.questions.length - 1} aria-label={t('question.down', { name })} onClick={() => onMove(1)}><ArrowDown size={14} aria-hidden /></button>
          <button type="button" className="plain-button" disabled={isFixed} aria-label={t('question.remove', { name })} onClick={onRemove}><X size={14} aria-hidden /></button>
        </span>
      </div>
      <div className="process-question-more">
        <div className="admin-field"><span className="process-label">{t('question.type')}</span>{isFixed ? <span className="process-fixed">{t(`type.${question.type}`)}</span> : <PlainSelect label={t('question.type')} value={question.type} options={questionTypes.map((value) => ({ value, label: t(`type.${value}`) }))} onChange={(value) => onChange(withType(question, questionTypes.find((each) => each === value) ?? 'text'))} />}</div>
        <When step={step} question={question} at={at} onChange={onChange} />
        <Checkbox className="process-required" checked={question.isRequired} disabled={isFixed && question.isRequired} onChange={(event) => onChange({ ...question, isRequired: event.target.checked })}>{t('question.required')}</Checkbox>
      </div>
      {isFixed && <p className="small muted">{t('question.needed')}</p>}
      {question.type === 'choice' && <Choices step={step} question={question} onChange={onChange} />}
    </li>
  );
}
