import { useEffect, useRef } from 'react';
import type { Locale } from '#kernel/texts.ts';
import type { VisitorText } from './use-visitor.ts';
import type { Snapshot, VisitorSession } from './visitor-session.ts';

/** Today the time is enough. */
function sayMoment(iso: string, locale: Locale): string {
  const [at, now] = [new Date(iso), new Date()];
  const day = at.toDateString() === now.toDateString() ? {} : { month: 'numeric', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}

interface LinesProps {
  readonly snapshot: Snapshot;
  readonly session: VisitorSession;
  readonly t: VisitorText;
  readonly locale: Locale;
  readonly isShown: boolean;
}

/** What was said, oldest first; behind it what this device still has to send. New lines are read out as they come. */
export function Lines({ snapshot: { lines, kept, visit, needsContact, isLost }, session, t, locale, isShown }: LinesProps) {
  const end = useRef<HTMLDivElement>(null);
  const arrived = new Set(lines.map((line) => line.key));
  const waiting = kept.filter((line) => !arrived.has(line.id));
  const agent = visit?.conversation?.agent ?? t('us');
  const isTyping = visit?.conversation?.isTyping === true;
  const ofVisitor = lines.findLast((line) => line.side === 'visitor');
  const isSeen = ofVisitor !== undefined && (visit?.conversation?.agentSeen ?? 0) >= ofVisitor.seq;
  const count = lines.length + waiting.length;
  useEffect(() => { if (isShown) end.current?.scrollIntoView({ block: 'end' }); }, [count, isTyping, isShown]);
  return (
    <>
      <div role="log" aria-label={t('talk')}><ol className="chat-lines">
        {lines.map((line) => (
          <li key={line.seq} className={`chat-line is-${line.side}`}>
            <span className="visually-hidden">{line.side === 'agent' ? (line.name ?? t('us')) : t('you')}</span>
            <p className="chat-words">{line.body}</p>
            <span className="chat-meta">
              {line.side === 'agent' && line.name !== null && <>{line.name} · </>}<time dateTime={line.at}>{sayMoment(line.at, locale)}</time>
              {line === ofVisitor && <> · {t(isSeen ? 'seen' : 'sent')}</>}
            </span>
          </li>
        ))}
        {waiting.map((line) => (
          <li key={line.id} className={`chat-line is-visitor ${line.problem === null ? 'is-waiting' : 'is-refused'}`}>
            <span className="visually-hidden">{t('you')}</span>
            <p className="chat-words">{line.body}</p>
            {line.problem === null
              ? <span className="chat-meta">{t(needsContact ? 'waitsContact' : isLost ? 'waits' : 'sending')}</span>
              : <span className="chat-meta danger">{t('refused', { problem: line.problem })} <button type="button" className="chat-plain" onClick={() => void session.again(line)}>{t('retry')}</button><button type="button" className="chat-plain" onClick={() => void session.drop(line.id)}>{t('drop')}</button></span>}
          </li>
        ))}
      </ol></div>
      {isTyping && <p className="chat-typing small muted">{t('typing', { name: agent })}<span aria-hidden="true"><i /><i /><i /></span></p>}
      <div ref={end} className="chat-end" />
    </>
  );
}
