import { CircleDashed, CirclePause, Clock3, ClockAlert, Hourglass, type LucideIcon, OctagonAlert } from 'lucide-react';
import { useFormat } from '#kit/texts/use-format.ts';
import { type DueState, dueState, spanParts, spanTo } from './time-left.ts';
import { useQueueTexts } from './use-queue.ts';

const looks: Readonly<Record<DueState, { readonly icon: LucideIcon; readonly tone: string }>> = {
  breached: { icon: OctagonAlert, tone: 'is-breached' }, near: { icon: ClockAlert, tone: 'is-near' }, half: { icon: Hourglass, tone: 'is-half' }, calm: { icon: Clock3, tone: 'is-calm' },
  waiting: { icon: CirclePause, tone: 'is-still' }, none: { icon: CircleDashed, tone: 'is-still' },
};

interface DueWordsProps {
  readonly row: { readonly state: string; readonly dueAt: string | null; readonly urgency: 'calm' | 'half' | 'near' | 'breached' };
  readonly now: number;
  /** False where the moment itself stands beside it. */
  readonly hasMoment?: boolean;
}

/** A deadline by sign, words and colour: what is left, and the moment itself (UX-6). */
export function DueWords({ row, now, hasMoment = true }: DueWordsProps) {
  const t = useQueueTexts();
  const format = useFormat();
  const state = dueState(row, now);
  const { icon: Icon, tone } = looks[state];
  const parts = row.dueAt === null ? [] : spanParts(spanTo(row.dueAt, now)).map(({ unit, n }) => t(`time.${unit}`, { n }));
  const [a, b] = parts;
  const time = a === undefined ? t('time.now') : b === undefined ? a : t('time.both', { a, b });
  return (
    <span className={`due-words ${tone}`}>
      <Icon size={15} aria-hidden />
      <span>
        <span className="due-left">{t(`due.${state}`, { time })}</span>
        {hasMoment && row.dueAt !== null && state !== 'waiting' && <span className="due-at small">{t('due.at', { at: format.fullMoment(row.dueAt).slice(5) })}</span>}
      </span>
    </span>
  );
}
