import { AlarmClock, AlarmClockCheck, AlarmClockOff, Clock, PauseCircle, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { WaitLine } from '../process/waits-line.tsx';
import { type CaseClock, useCaseProcess, useCaseTexts } from '../use-case.ts';
import { useClockWords } from './use-clock-words.ts';
import '../case.css';

const ClockStory = lazy(() => import('./clock-story.tsx'));

const tones = { calm: 'tag', half: 'tag tag-qing', near: 'tag tag-hu', breached: 'tag tag-zhu' } as const;
const signs = { calm: Clock, half: Clock, near: AlarmClock, breached: TriangleAlert } as const;

/** How urgent a clock is: in words, with a sign, and in a colour. */
export function ClockSign({ clock }: { readonly clock: CaseClock }) {
  const t = useCaseTexts();
  if (clock.stoppedAt !== null) {
    const Icon = clock.leftSeconds >= 0 ? AlarmClockCheck : AlarmClockOff;
    return <span className={clock.leftSeconds >= 0 ? 'tag tag-green' : 'tag tag-zhu'}><Icon size={12} aria-hidden />{t(clock.leftSeconds >= 0 ? 'clock.inTime' : 'clock.late')}</span>;
  }
  if (clock.pausedAt !== null) return <span className="tag tag-ju"><PauseCircle size={12} aria-hidden />{t('clock.paused')}</span>;
  const Icon = signs[clock.urgency];
  return <span className={tones[clock.urgency]}><Icon size={12} aria-hidden />{t(`clock.urgency.${clock.urgency}`)}</span>;
}

function ClockLine({ clock, onOpen }: { readonly clock: CaseClock; readonly onOpen: () => void }) {
  const t = useCaseTexts();
  const format = useFormat();
  const words = useClockWords();
  const name = t(`clock.kinds.${clock.kind}`);
  return (
    <li className={`case-clock${clock.stoppedAt === null ? '' : ' is-over'}`}>
      <div className="row wrap"><b>{clock.round > 1 ? t('clock.again', { name, round: clock.round }) : name}</b><ClockSign clock={clock} /></div>
      <p className={clock.stoppedAt === null ? 'case-clock-left' : 'small muted'}>{words.left(clock)}</p>
      {clock.stoppedAt === null && <p className="small muted">{clock.pausedAt === null ? t('clock.due', { at: format.fullMoment(clock.dueAt) }) : t('clock.pausedFor', { reason: clock.pauseReason ?? '' })}</p>}
      <div className="row wrap small"><span className="muted">{words.limit(clock)}</span><Why decision={clock.decision} clause={clock.clause} about={name} />
        <button type="button" className="link-button" aria-label={t('clock.howOf', { name })} onClick={onOpen}>{t('clock.how')}</button>
      </div>
    </li>
  );
}

/** Each deadline with what is left of it in words, and how it was computed (SE-4). */
export default function ClocksPanel({ record }: RecordSlotProps) {
  const t = useCaseTexts();
  const found = useCaseProcess(record.id);
  const [openId, setOpenId] = useState<string>();
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card-body"><SkeletonLines count={3} /></div>;
  const { clocks, waits } = found.data;
  const sorted = clocks.toSorted((a, b) => Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) || a.dueAt.localeCompare(b.dueAt));
  const open = clocks.find((clock) => clock.id === openId);
  if (clocks.length === 0) return <p className="card-body faint">{t('clock.none')}</p>;
  return (
    <>
      <ul className="case-clocks">{sorted.map((clock) => <ClockLine key={clock.id} clock={clock} onOpen={() => setOpenId(clock.id)} />)}</ul>
      {waits.filter((wait) => wait.about === 'extension').map((wait) => <div key={wait.approval} className="case-clock-asked"><WaitLine wait={wait} /></div>)}
      {open && <Suspense fallback={null}><ClockStory clock={open} onClose={() => setOpenId(undefined)} /></Suspense>}
    </>
  );
}
