import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { type QuestionKind, questionKinds } from '../../rules/exam-marking.ts';
import { Labelled } from '../team-frame.tsx';
import { type Question, useTeamTexts } from '../use-team.ts';

interface EditorProps { readonly question: Question; readonly at: number; readonly fault: string; readonly isLast: boolean; onChange(question: Question): void; onMove(by: number): void; onRemove(): void }

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'] as const;
const firstFree = (question: Question): string => letters.find((letter) => !question.options.some(({ key }) => key === letter.toLowerCase()))?.toLowerCase() ?? 'z';

/** Another kind keeps what still makes sense of it. */
function ofKind(question: Question, kind: QuestionKind): Question {
  if (kind === 'text' || kind === 'boolean') return { ...question, kind, options: [], correct: [] };
  const options = question.options.length >= 2 ? question.options : ['a', 'b'].map((key) => ({ key, text: '' }));
  return { ...question, kind, options, correct: kind === 'single' ? question.correct.slice(0, 1) : question.correct };
}

function Options({ question, onChange }: { readonly question: Question; onChange(question: Question): void }) {
  const t = useTeamTexts();
  const isMultiple = question.kind === 'multiple';
  const mark = (key: string, isOn: boolean) => onChange({ ...question, correct: isMultiple ? (isOn ? [...question.correct, key] : question.correct.filter((each) => each !== key)) : [key] });
  return (
    <div className="stack" role="group" aria-label={t('editor.options')}>
      {question.options.map((option, at) => {
        const letter = letters[at] ?? '';
        return (
          <div key={option.key} className="row">
            <input type={isMultiple ? 'checkbox' : 'radio'} name={`right-${question.key}`} aria-label={t('editor.isRight', { letter })} checked={question.correct.includes(option.key)} onChange={(event) => mark(option.key, event.target.checked)} />
            <Input aria-label={t('editor.option', { letter })} placeholder={t('editor.option', { letter })} maxLength={300} value={option.text} onChange={(event) => onChange({ ...question, options: question.options.map((each) => (each.key === option.key ? { ...each, text: event.target.value } : each)) })} />
            <button type="button" className="plain-button" aria-label={t('editor.removeOption', { letter })} disabled={question.options.length <= 2} onClick={() => onChange({ ...question, options: question.options.filter(({ key }) => key !== option.key), correct: question.correct.filter((key) => key !== option.key) })}><X size={14} aria-hidden /></button>
          </div>
        );
      })}
      {question.options.length < letters.length && <div><Button size="small" onClick={() => onChange({ ...question, options: [...question.options, { key: firstFree(question), text: '' }] })}>{t('editor.addOption')}</Button></div>}
    </div>
  );
}

/** One question of the bank. */
export function QuestionEditor({ question, at, fault, isLast, onChange, onMove, onRemove }: EditorProps) {
  const t = useTeamTexts();
  return (
    <li className={`question-editor${fault === '' ? '' : ' is-wrong'}`}>
      <div className="row wrap">
        <b>{at + 1}.</b>
        <PlainSelect label={t('editor.kind')} value={question.kind} options={questionKinds.map((value) => ({ value, label: t(`editor.kinds.${value}`) }))} onChange={(value) => onChange(ofKind(question, questionKinds.find((each) => each === value) ?? 'single'))} />
        <label className="row small"><span className="muted">{t('editor.points')}</span><input className="points-input" type="number" min={0.5} max={100} step={0.5} value={question.points} onChange={(event) => onChange({ ...question, points: Number(event.target.value) })} /></label>
        <span className="grow" />
        <button type="button" className="plain-button" aria-label={t('editor.up', { at: at + 1 })} disabled={at === 0} onClick={() => onMove(-1)}><ArrowUp size={14} aria-hidden /></button>
        <button type="button" className="plain-button" aria-label={t('editor.down', { at: at + 1 })} disabled={isLast} onClick={() => onMove(1)}><ArrowDown size={14} aria-hidden /></button>
        <button type="button" className="plain-button" aria-label={t('editor.remove', { at: at + 1 })} onClick={onRemove}><X size={14} aria-hidden /></button>
      </div>
      <Input.TextArea aria-label={t('editor.text', { at: at + 1 })} placeholder={t('editor.text', { at: at + 1 })} maxLength={1_000} autoSize={{ minRows: 1 }} value={question.text} onChange={(event) => onChange({ ...question, text: event.target.value })} />
      {(question.kind === 'single' || question.kind === 'multiple') && <Options question={question} onChange={onChange} />}
      {question.kind === 'boolean' && <div className="row" role="group" aria-label={t('editor.right')}>{(['yes', 'no'] as const).map((key) => <label key={key} className="row"><input type="radio" name={`right-${question.key}`} checked={question.correct.includes(key)} onChange={() => onChange({ ...question, correct: [key] })} />{t(`editor.${key}`)}</label>)}</div>}
      <Labelled label={t(question.kind === 'text' ? 'editor.guideText' : 'editor.guide')}><Input value={question.guide} maxLength={2_000} onChange={(event) => onChange({ ...question, guide: event.target.value })} /></Labelled>
      {fault !== '' && <p className="small danger" role="alert">{fault}</p>}
    </li>
  );
}
