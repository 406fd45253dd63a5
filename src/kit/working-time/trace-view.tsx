import { useState } from 'react';
import { formatHours } from '#kernel/working-time/working-hours.ts';
import type { WorkingTrace } from '#kernel/working-time/working-time.ts';
import { useLocale } from '../texts/locale-provider.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { sayCount, sayDays, sayMomentIn, sayQuestion, sayReason, type TraceLine, traceLines } from './trace-lines.ts';
import { workingTimeTexts } from './working-time.texts.ts';
import './trace-view.css';

interface TraceViewProps {
  readonly trace: WorkingTrace;
  /** Without the sentences above and below, where the page says them itself. */
  readonly isBare?: boolean;
}

// Beyond this many lines only the first and the last ones are shown until asked for.
const MOST_LINES = 12;
const HEAD = 7;
const TAIL = 3;

/** How a deadline was computed, in words: which days counted, which did not and why (SE-4). */
export function TraceView({ trace, isBare = false }: TraceViewProps) {
  const t = useTexts(workingTimeTexts);
  const { locale } = useLocale();
  const [isWhole, setWhole] = useState(false);
  const lines = traceLines(trace);
  const isCut = !isWhole && lines.length > MOST_LINES;
  const line = (one: TraceLine) => (
    <li key={one.first.date} className={one.isCounted ? 'trace-line is-counted' : 'trace-line'}>
      <span className="trace-day">{sayDays(locale, one)}</span>
      <span className="trace-why">
        {sayReason(locale, one.first)}
        {one.first.hours.length > 0 && <span className="faint"> {formatHours(one.first.hours)}</span>}
      </span>
      <span className="trace-count">{sayCount(locale, trace, one)}</span>
    </li>
  );
  return (
    <div className="trace">
      {!isBare && <p className="muted">{sayQuestion(locale, trace)}</p>}
      <ol className="trace-lines" aria-label={t('trace')}>
        {(isCut ? lines.slice(0, HEAD) : lines).map(line)}
        {isCut && <li><button type="button" className="link-button small" onClick={() => setWhole(true)}>{t('more', { n: lines.length })}</button></li>}
        {isCut && lines.slice(-TAIL).map(line)}
      </ol>
      {!isBare && <p className="trace-due">{t('due', { moment: sayMomentIn(locale, trace.timeZone, trace.end) })}</p>}
    </div>
  );
}
