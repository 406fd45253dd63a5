import { Dialog } from '#kit/overlay/dialog.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { TraceView } from '#kit/working-time/trace-view.tsx';
import { Why } from '#kit/why/why.tsx';
import { type CaseClock, useCaseTexts } from '../use-case.ts';
import { useClockWords } from './use-clock-words.ts';

/** How a deadline was found: begin, limit with its clause, days counted and skipped, pauses, extension, and each move (SE-4). */
export default function ClockStory({ clock, onClose }: { readonly clock: CaseClock; onClose(): void }) {
  const t = useCaseTexts();
  const format = useFormat();
  const words = useClockWords();
  const { computation } = clock;
  const name = t(`clock.kinds.${clock.kind}`);
  return (
    <Dialog title={t('clock.storyOf', { name })} width={560} onClose={onClose}>
      <div className="stack case-story">
        <dl className="facts">
          <dt>{t('clock.start')}</dt><dd>{format.fullMoment(computation.start)}</dd>
          <dt>{t('clock.limit')}</dt><dd className="row wrap">{words.amount(computation)}<Why decision={clock.decision} clause={clock.clause} about={name} /></dd>
        </dl>
        {computation.trace !== null && <TraceView trace={computation.trace} isBare />}
        <dl className="facts">
          <dt>{t('clock.plain')}</dt><dd>{format.fullMoment(computation.plain)}</dd>
          {computation.extendedDays > 0 && <><dt>{t('clock.extension')}</dt><dd>{words.amount({ measure: 'workingDays', amount: computation.extendedDays })}</dd></>}
          {computation.pauses.map((pause) => <div key={pause.from} className="case-story-line"><dt>{t('clock.pause')}</dt><dd>{t('clock.pauseOf', { from: format.fullMoment(pause.from), to: format.fullMoment(pause.to), time: words.time(pause.seconds) })}</dd></div>)}
          <dt>{t('clock.dueAt')}</dt><dd><b>{format.fullMoment(computation.due)}</b></dd>
        </dl>
        {clock.moves.length > 0 && (
          <section>
            <h3>{t('clock.moves')}</h3>
            <ol className="case-moves">
              {clock.moves.map((move) => (
                <li key={`${move.at} ${move.reason}`}>
                  <time className="small muted" dateTime={move.at}>{format.fullMoment(move.at)}</time>
                  <span>{t(`clock.reasons.${move.reason}`)}{move.who !== null && <span className="muted"> · {move.who}</span>}</span>
                  {move.note !== null && <span className="small case-words">{move.note}</span>}
                  {move.from !== null && move.from !== move.to && <span className="small">{t('clock.moved', { from: format.fullMoment(move.from), to: format.fullMoment(move.to) })}</span>}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Dialog>
  );
}
