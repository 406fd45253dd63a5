import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { textOf } from '#kit/field/field-props.ts';
import type { StepQuestion } from '../../../rules/process.ts';
import { useProcessWords } from '../use-process-words.ts';

/** Stands for a person, a cause, a file of the made-up case: of the right shape, of nobody. */
export const MADE_UP = '00000000-0000-4000-8000-000000000000';

interface QuestionProps {
  readonly question: StepQuestion;
  readonly value: unknown;
  readonly isRefused: boolean;
  onChange(value: unknown): void;
}

function Answer({ question, value, isRefused, id, onChange }: QuestionProps & { readonly id: string }) {
  const { t, pick } = useProcessWords();
  const label = pick(question.label);
  const aria = { id, 'aria-invalid': isRefused, status: isRefused ? 'error' : '' } as const;
  switch (question.type) {
    case 'text': return <Input {...aria} maxLength={200} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'longText': return <Input.TextArea {...aria} autoSize={{ minRows: 2, maxRows: 6 }} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'date': return <Input {...aria} type="date" className="process-date" value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'choice': return <ChoiceBar label={label} value={textOf(value)} options={(question.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) || choice.value }))} onChange={onChange} />;
    case 'boolean': return <ChoiceBar label={label} value={typeof value === 'boolean' ? String(value) : ''} options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} onChange={(next) => onChange(next === 'true')} />;
    case 'score': return <ChoiceBar label={label} value={typeof value === 'number' ? String(value) : ''} options={['1', '2', '3', '4', '5'].map((score) => ({ value: score, label: score }))} onChange={(next) => onChange(Number(next))} />;
    case 'user': return <Checkbox id={id} checked={value === MADE_UP} onChange={(event) => onChange(event.target.checked ? MADE_UP : null)}>{t('walk.someone')}</Checkbox>;
    case 'cause': return <Checkbox id={id} checked={value === MADE_UP} onChange={(event) => onChange(event.target.checked ? MADE_UP : null)}>{t('walk.cause')}</Checkbox>;
    case 'files': return <Checkbox id={id} checked={Array.isArray(value)} onChange={(event) => onChange(event.target.checked ? [MADE_UP] : null)}>{t('walk.file')}</Checkbox>;
  }
}

/** A question of the walk, answered like the real one; people, causes and files are made up. */
export function WalkQuestion(props: QuestionProps) {
  const { t, pick } = useProcessWords();
  const id = useId();
  const { question, isRefused } = props;
  const isPlain = question.type === 'text' || question.type === 'longText' || question.type === 'date';
  const label = <>{pick(question.label)}{question.isRequired && <span className="faint"> {t('question.required')}</span>}</>;
  return (
    <div className={`admin-field${isRefused ? ' is-refused' : ''}`}>
      {isPlain ? <label htmlFor={id}>{label}</label> : <span className="process-label">{label}</span>}
      <Answer {...props} id={id} />
    </div>
  );
}
