import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { type Answers, type Question, useRegistrationTexts } from './use-desk.ts';

interface QuestionProps {
  readonly question: Question;
  readonly value: string | boolean | null | undefined;
  onAnswer(value: string | boolean | null | undefined): void;
}

function QuestionLine({ question, value, onAnswer }: QuestionProps) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const label = pick(question.question);
  const choices: readonly { value: string | boolean; label: string }[] = question.type === 'boolean'
    ? [{ value: true, label: t('yes') }, { value: false, label: t('no') }] : question.choices.map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  return (
    <div className="desk-question" role="group" aria-label={label}>
      <span className="desk-label">{label}</span>
      <div className="desk-options">
        {question.type === 'date'
          ? <DatePicker aria-label={label} value={typeof value === 'string' ? dayjs(value) : null} onChange={(day) => onAnswer(day?.format('YYYY-MM-DD'))} />
          : choices.map((choice) => <button key={String(choice.value)} type="button" className="desk-option" aria-pressed={value === choice.value} onClick={() => onAnswer(value === choice.value ? undefined : choice.value)}>{choice.label}</button>)}
        {question.isNullable && <button type="button" className="desk-option" aria-pressed={value === null} onClick={() => onAnswer(value === null ? undefined : null)}>{t('unknown')}</button>}
      </div>
    </div>
  );
}

/** The questions that would change the answer, and those answered so far, which may be answered otherwise (RE-21). */
export function Questions({ questions, asked, answers, onChange }: { questions: readonly Question[]; asked: readonly Question[]; answers: Answers; onChange: (answers: Answers) => void }) {
  const shown = [...asked.filter((each) => answers[each.fact] !== undefined), ...questions.filter((each) => answers[each.fact] === undefined)];
  const answer = (fact: string, value: string | boolean | null | undefined) => {
    const { [fact]: _former, ...rest } = answers;
    onChange(value === undefined ? rest : { ...rest, [fact]: value });
  };
  return <>{shown.map((question) => <QuestionLine key={question.fact} question={question} value={answers[question.fact]} onAnswer={(value) => answer(question.fact, value)} />)}</>;
}
