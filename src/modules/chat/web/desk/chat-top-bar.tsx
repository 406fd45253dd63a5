import { useNavigate } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { playTone, showNotice } from './chat-alert.ts';
import { useChatTexts } from './chat-desk.texts.ts';
import { useChatUpdates, useWaiting } from './use-chat-desk.ts';

/** The server counts who was silent for three of these as gone. */
const BEAT_MS = 20_000;

/** For the people of the queue, on every page: says that they are here, how many wait, and alerts as they set it. */
export function ChatTopBar() {
  const t = useChatTexts();
  const navigate = useNavigate();
  const isViewing = (useSession().viewing ?? null) !== null;
  const { data } = useWaiting();
  useChatUpdates();
  const presence = data?.presence;
  const isHere = data?.isAgent === true && presence?.isAvailable === true && !isViewing;
  const kept = useRef(presence);
  useEffect(() => { kept.current = presence; }, [presence]);
  useEffect(() => {
    if (!isHere) return undefined;
    // Who is away for the network's sake is away: the next beat tells again.
    const beat = () => { if (kept.current) void call('PUT /chat/presence', { body: kept.current }).catch(() => undefined); };
    beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => clearInterval(timer);
  }, [isHere]);
  const [waiting, unseen] = [data?.waiting ?? 0, data?.unseen ?? 0];
  const before = useRef<{ waiting: number; unseen: number }>(undefined);
  useEffect(() => {
    const last = before.current;
    if (data === undefined) return;
    before.current = { waiting, unseen };
    if (!isHere || last === undefined || (waiting <= last.waiting && unseen <= last.unseen)) return;
    if (presence.hasSound) playTone();
    if (presence.hasNotices && document.visibilityState !== 'visible') showNotice(t(waiting > last.waiting ? 'alert.waiting' : 'alert.line'), () => void navigate({ to: '/service/chats' }));
  }, [data, isHere, waiting, unseen, presence, t, navigate]);
  if (data?.isAgent !== true) return null;
  const count = waiting + unseen;
  const label = waiting > 0 ? t('top.waiting', { n: waiting }) : unseen > 0 ? t('top.unseen') : t('top.none');
  return (
    <button type="button" className="top-count" aria-label={label} onClick={() => void navigate({ to: '/service/chats' })}>
      <MessagesSquare size={16} aria-hidden />
      <span className="top-count-word" aria-hidden>{t('title')}</span>
      {count > 0 && <b aria-hidden data-count={count > 99 ? '99+' : String(count)} />}
    </button>
  );
}
