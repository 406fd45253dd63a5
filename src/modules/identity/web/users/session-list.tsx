import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { agentWords } from './agent-words.ts';
import type { SessionView } from './use-account.ts';

/** Open sessions: where, since when, last used; `onEnd` adds a button to all but the present one. */
export function SessionList({ sessions, onEnd }: { sessions: readonly SessionView[]; onEnd?: (session: SessionView) => void }) {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  if (sessions.length === 0) return <p className="card-body muted">{t('session.none')}</p>;
  return (
    <ul className="admin-lines">
      {sessions.map((session) => (
        <li key={session.id}>
          <div className="grow">
            <div className="row wrap">
              <span title={session.agent ?? ''}>{agentWords(session.agent) || t('session.unknown')}</span>
              {session.isCurrent && <span className="tag tag-qing">{t('session.current')}</span>}
            </div>
            <div className="small muted">{t('session.facts', { ip: session.ip ?? '–', since: format.moment(session.createdAt), seen: format.moment(session.lastSeenAt) })}</div>
          </div>
          {onEnd && !session.isCurrent && <button type="button" className="plain-button" onClick={() => onEnd(session)}>{t('session.end')}</button>}
        </li>
      ))}
    </ul>
  );
}
