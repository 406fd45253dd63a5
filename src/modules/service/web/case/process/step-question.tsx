import { Input } from 'antd';
import { useId } from 'react';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { textOf } from '#kit/field/field-props.ts';
import { isNamedRef, type NamedRef, type RecordData, refId } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { CannedReplies } from '../conversation/canned-replies.tsx';
import { FileAdder } from '../conversation/file-adder.tsx';
import { type StepQuestion, useCaseTexts } from '../use-case.ts';
import { CausePicker } from './cause-picker.tsx';

interface QuestionProps {
  readonly record: RecordData;
  readonly question: StepQuestion;
  /** Of the step that answers the customer: canned replies are at hand. */
  readonly isAnswer: boolean;
  readonly value: unknown;
  readonly issue: string | undefined;
  onChange(value: unknown): void;
}

const namedOf = (value: unknown): NamedRef | undefined => (isNamedRef(value) ? value : undefined);
const filesOf = (value: unknown): readonly NamedRef[] => (Array.isArray(value) ? value.filter(isNamedRef) : []);

function QuestionInput({ record, question, isAnswer, value, issue, id, describedBy, onChange }: QuestionProps & { readonly id: string; readonly describedBy: string | undefined }) {
  const t = useCaseTexts();
  const pick = usePick();
  const label = pick(question.label);
  const aria = { id, 'aria-required': question.isRequired, 'aria-invalid': issue !== undefined, ...(describedBy !== undefined && { 'aria-describedby': describedBy }) };
  const status = issue === undefined ? '' : 'error';
  const take = (text: string) => onChange(text === '' ? null : text);
  switch (question.type) {
    case 'text': return <Input {...aria} status={status} maxLength={200} value={textOf(value)} onChange={(event) => take(event.target.value)} />;
    case 'longText': return (
      <>
        {isAnswer && question.isRequired && <div className="row"><CannedReplies record={record} onPick={(text) => onChange([textOf(value), text].filter(Boolean).join('\n'))} /></div>}
        <Input.TextArea {...aria} status={status} maxLength={20_000} autoSize={{ minRows: 2, maxRows: 12 }} value={textOf(value)} onChange={(event) => take(event.target.value)} />
      </>
    );
    case 'choice': return <ChoiceBar label={label} value={textOf(value)} options={(question.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }))} onChange={onChange} />;
    case 'boolean': return <ChoiceBar label={label} value={typeof value === 'boolean' ? String(value) : ''} options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} onChange={(next) => onChange(next === 'true')} />;
    case 'score': return <ChoiceBar label={label} value={textOf(value)} options={[1, 2, 3, 4, 5].map((score) => ({ value: String(score), label: t(`step.scores.${score === 1 ? 'lowest' : score === 5 ? 'highest' : 'plain'}`, { score }) }))} onChange={(next) => onChange(Number(next))} />;
    case 'date': return <Input {...aria} status={status} type="date" className="case-date" value={textOf(value)} onChange={(event) => take(event.target.value)} />;
    case 'user': return <RecordPicker id={id} label={label} target="user" value={namedOf(value)} onChange={(next) => onChange(next ?? null)} />;
    case 'cause': return <CausePicker id={id} describedBy={describedBy} value={refId(value) ?? ''} onChange={take} />;
    case 'files': return <FileAdder id={id} caseId={record.id} files={filesOf(value)} onChange={(update) => onChange(update(filesOf(value)))} />;
  }
}

/** One question of a step with its label and what the server says of it. */
export function StepQuestionInput(props: QuestionProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const id = useId();
  const { question, issue } = props;
  const isGroup = question.type === 'choice' || question.type === 'boolean' || question.type === 'score';
  const label = <>{pick(question.label)}{!question.isRequired && <span className="faint"> {t('optional')}</span>}</>;
  return (
    <div className="admin-field" {...(issue !== undefined && { 'data-refused': true })}>
      {isGroup ? <span className="case-label">{label}</span> : <label htmlFor={id}>{label}</label>}
      <QuestionInput {...props} id={id} describedBy={issue === undefined ? undefined : `${id}-issue`} />
      {issue !== undefined && <p id={`${id}-issue`} className="small danger" role="alert">{issue}</p>}
    </div>
  );
}
