import { Glasses } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { changeSides, onChangedSides } from './view-as-switch.ts';
import './view-as.css';

const TICK_MS = 5_000;

/** Milliseconds left; looks again every few seconds, and when the page comes back from sleep. */
function useLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, TICK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return Date.parse(until) - now;
}

function Bar({ id, name, until }: { id: string; name: string; until: string }) {
  const t = useTexts(identityWebTexts);
  const left = useLeft(until);
  const minutes = Math.floor(left / 60_000);
  useEffect(() => {
    document.documentElement.classList.add('is-viewing');
    return () => document.documentElement.classList.remove('is-viewing');
  }, []);
  // The half hour is over on the server too: what this page shows is not the reader's any more.
  const isOver = left <= 0;
  useEffect(() => { if (isOver) changeSides('/'); }, [isOver]);
  const back = () => { api.post('/view-as/end').then(() => changeSides(`/users/${id}`), reportProblem); };
  return (
    <section className="view-as-bar no-print" aria-label={t('viewAs.region')}>
      <Glasses size={16} aria-hidden />
      <span className="view-as-words"><strong className="truncate">{t('viewAs.bar', { name })}</strong><span className="small">{minutes < 1 ? t('viewAs.leftSoon') : t('viewAs.left', { minutes })}</span></span>
      <button type="button" onClick={back}>{t('viewAs.back')}</button>
    </section>
  );
}

/** Above everything while an administrator looks as somebody else (UX-14); in the other pages of the browser too. */
export function ViewAsBar() {
  const { user, viewing } = useSession();
  useEffect(() => onChangedSides(() => window.location.assign('/')), []);
  if (!viewing) return null;
  return createPortal(<Bar id={user.id} name={user.name} until={viewing.until} />, document.body);
}
