import { Check, CircleDot, Hourglass, Minus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { type CaseProcess, useCaseProcess, useCaseTexts } from '../use-case.ts';
import { LeftOver, useLeftOver } from './left-over.tsx';
import { StepDetails } from './step-details.tsx';
import { StepForm } from './step-form.tsx';
import { type ShownStep, shownSteps } from './step-states.ts';
import { MeetingLine, WaitLine } from './waits-line.tsx';
import '../case.css';

const icons = { done: Check, open: CircleDot, approving: Hourglass, toCome: undefined, skipped: Minus } as const;

function StepItem({ shown, at, process }: { readonly shown: ShownStep; readonly at: number; readonly process: CaseProcess }) {
  const t = useCaseTexts();
  const pick = usePick();
  const item = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { step, state, done, rounds } = shown;
  const Icon = icons[state];
  const isCurrent = state === 'open' || state === 'approving';
  useEffect(() => {
    const bar = item.current?.parentElement;
    if (isCurrent && item.current && bar) bar.scrollLeft = item.current.offsetLeft - bar.clientWidth / 2 + item.current.offsetWidth / 2;
  }, [isCurrent]);
  const words = <><span className="case-step-sign" aria-hidden>{Icon ? <Icon size={14} /> : at + 1}</span><span className="case-step-name">{pick(step.label)}</span><span className={state === 'approving' ? 'small case-step-note' : 'visually-hidden'}>{t(`step.states.${state}`)}</span></>;
  return (
    <li ref={item} className={`case-step is-${state}`} {...(isCurrent && { 'aria-current': 'step' })}>
      {done ? <button ref={button} type="button" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>{words}{rounds > 1 && <span className="small muted">{t('step.rounds', { count: rounds })}</span>}</button> : <span className="case-step-plain">{words}</span>}
      {isOpen && done && <AnchoredDialog anchor={button} title={pick(step.label)} onClose={() => setOpen(false)}><StepDetails step={step} history={process.history} names={process.names} /></AnchoredDialog>}
    </li>
  );
}

function WaitsFor({ process }: { readonly process: CaseProcess }) {
  const t = useCaseTexts();
  const { current } = process;
  if (current === null) return null;
  if (current.state === 'approving') {
    const waits = process.waits.filter((wait) => wait.about === 'solution');
    return (
      <div className="stack">
        {waits.map((wait) => <WaitLine key={wait.approval} wait={wait} />)}
        {process.meetings.map((meeting) => <MeetingLine key={meeting.id} meeting={meeting} />)}
        <p className="small muted">{t('step.approving')}</p>
      </div>
    );
  }
  const who = current.actor === 'recheck' ? t('step.recheck') : current.actor === 'manager' ? t('step.manager') : (current.who?.name ?? t('step.nobody'));
  return <p className="case-waits"><CircleDot size={15} aria-hidden />{t('step.waitsFor', { who })}</p>;
}

// The record is read again a moment before its process: a form that is over is not offered meanwhile.
const isOver = ({ state }: RecordSlotProps['record']): boolean => state === 'closed' || state === 'merged' || state === 'withdrawn';

/** Where the case stands in its process, and the form of the open step for whoever does it (SE-3). */
export default function StepsPanel({ record }: RecordSlotProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const found = useCaseProcess(record.id);
  const [left, dropLeft] = useLeftOver(record.id, found.data);
  if (found.error && !found.data) return <section className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></section>;
  if (!found.data) return <section className="card card-body"><SkeletonLines count={4} /></section>;
  const process = found.data;
  const { current } = process;
  const open = isOver(record) ? undefined : process.process.steps.find((step) => step.key === current?.step);
  return (
    <section className="card case-steps-card" aria-label={t('step.process', { name: pick(process.process.name) })}>
      <ol className="case-steps">{shownSteps(process).map((shown, at) => <StepItem key={shown.step.key} shown={shown} at={at} process={process} />)}</ol>
      {left && <div className="case-step-body"><LeftOver left={left} onDrop={dropLeft} /></div>}
      {current !== null && open && (
        <div className="case-step-body">
          {current.state === 'open' && current.isOwn
            ? <StepForm key={`${current.step} ${current.round}`} record={record} step={open} draft={process.history.findLast((each) => each.key === current.step && each.state === 'open')?.answers ?? {}} />
            : <WaitsFor process={process} />}
        </div>
      )}
    </section>
  );
}
