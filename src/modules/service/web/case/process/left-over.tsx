import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft } from '#kit/form/draft-store.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { type CaseProcess, type CaseStep, useCaseTexts } from '../use-case.ts';

export const stepDraft = (caseId: string, step: string): string => `case-step.${caseId}.${step}`;

interface Left {
  readonly step: CaseStep;
  readonly words: readonly string[];
  readonly by: string;
}

/** Words that a draft holds; answers that were only chosen are chosen again in no time. */
const wordsOf = (step: CaseStep, draft: Readonly<Record<string, unknown>>): readonly string[] =>
  step.questions.flatMap(({ key, type }) => (type === 'text' || type === 'longText') && typeof draft[key] === 'string' && draft[key].trim() !== '' ? [draft[key]] : []);

/** A step that somebody else did while one was writing: what was written is still there to be used (UX-16). */
export function useLeftOver(caseId: string, process: CaseProcess | undefined): readonly [Left | undefined, () => void] {
  const before = useRef<string>(undefined);
  const [left, setLeft] = useState<Left>();
  const now = process?.current?.state === 'open' ? process.current.step : undefined;
  useEffect(() => {
    const was = before.current;
    before.current = now;
    if (!process || was === undefined || was === now) return;
    const step = process.process.steps.find((each) => each.key === was);
    const draft = readDraft(stepDraft(caseId, was));
    const words = step && draft ? wordsOf(step, draft) : [];
    const by = process.history.findLast((each) => each.key === was && each.state !== 'open')?.doneBy?.name ?? '';
    if (step && words.length > 0) setLeft({ step, words, by });
  }, [caseId, process, now]);
  const drop = () => {
    if (left) dropDraft(stepDraft(caseId, left.step.key));
    setLeft(undefined);
  };
  return [left, drop];
}

export function LeftOver({ left, onDrop }: { readonly left: Left; readonly onDrop: () => void }) {
  const t = useCaseTexts();
  const pick = usePick();
  const text = left.words.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    showToast(t('left.copied'));
  };
  return (
    <div className="case-warning" role="alert">
      <p>{left.by === '' ? t('left.changed', { step: pick(left.step.label) }) : t('left.doneBy', { step: pick(left.step.label), who: left.by })}</p>
      <blockquote className="case-words small">{text}</blockquote>
      <div className="row wrap"><Button onClick={() => void copy()}>{t('left.copy')}</Button><Button type="text" onClick={onDrop}>{t('left.drop')}</Button></div>
    </div>
  );
}
