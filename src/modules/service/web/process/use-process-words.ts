import { usePick } from '#kit/texts/locale-provider.tsx';
import { neededQuestions } from '../../rules/process-check.ts';
import type { ProcessStep, StepQuestion } from '../../rules/process.ts';
import { shippedProcesses } from '../../rules/shipped-processes.ts';
import { type WorkedProcess, isNeeded } from './process-edit.ts';
import { useProcessTexts } from './process-web.texts.ts';
import type { ShownRemark } from './use-process.ts';

/** How steps, answers and remarks are said in words. */
export function useProcessWords() {
  const t = useProcessTexts();
  const pick = usePick();
  const stepName = (step: ProcessStep | undefined): string => (step === undefined ? '' : pick(step.label) || t('rail.nameless'));
  const questionName = (step: ProcessStep | undefined, key: string): string => {
    const own = step?.questions.find((question) => question.key === key);
    const shipped = step && own === undefined && neededQuestions[step.effect].some((needed) => needed.key === key)
      ? shippedProcesses.flatMap((process) => process.steps).find((each) => each.effect === step.effect)?.questions.find((question) => question.key === key) : undefined;
    const found = own ?? shipped;
    return (found && pick(found.label)) || key;
  };
  const valueName = (question: StepQuestion | undefined, value: string | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const choice = question?.choices?.find((each) => each.value === value);
    return (choice && pick(choice.label)) || value;
  };
  const dueName = (due: ProcessStep['due']): string => (due === undefined ? t('difference.noDue') : `${due.amount} ${t(`measure.${due.measure}`)}`);
  const remark = (process: WorkedProcess, { code, step: key, question, value }: ShownRemark): string => {
    const step = process.steps.find((each) => each.key === key);
    return t(`remark.${code}`, { question: question === undefined ? '' : questionName(step, question), value: value ?? '', effect: step ? t(`effect.${step.effect}`) : '' });
  };
  /** The values of a choice as the program means them; undefined where the company is free. */
  const meaning = (step: ProcessStep, key: string, value: string): string | undefined => {
    if (!isNeeded(step, key)) return undefined;
    const choice = shippedProcesses.flatMap((process) => process.steps).find((each) => each.effect === step.effect)?.questions.find((each) => each.key === key)?.choices?.find((each) => each.value === value);
    return choice && pick(choice.label);
  };
  return { t, pick, stepName, questionName, valueName, dueName, remark, meaning };
}
