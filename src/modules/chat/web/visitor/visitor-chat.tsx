import './visitor-chat.css';
import { useEffect, useState } from 'react';
import type { Locale } from '#kernel/texts.ts';
import { Composer } from './visitor-composer.tsx';
import { ContactForm } from './contact-form.tsx';
import { Lines } from './visitor-lines.tsx';
import { type VisitorText, useShown, useVisitor } from './use-visitor.ts';
import type { Visit } from './visit-types.ts';
import type { Snapshot, VisitorSession } from './visitor-session.ts';
import { type VisitorStore, openVisitorStore } from './visitor-store.ts';

/** Waiting longer than this, they are offered to leave a way to be reached. */
const TIRED_MS = 45_000;

/** The conversation of a visitor: a page of its own, or the frame inside a company's site (SE-31). */
export function VisitorChat() {
  const [store, setStore] = useState<VisitorStore>();
  useEffect(() => { void openVisitorStore().then(setStore); }, []);
  return store === undefined ? null : <Chat store={store} />;
}

const firstLocale = (): Locale => (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

function Chat({ store }: { readonly store: VisitorStore }) {
  const [locale, setLocale] = useState(firstLocale);
  const { session, snapshot, t } = useVisitor(store, locale);
  const shown = useShown();
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t('title');
  }, [locale, t]);
  useMarks(session, snapshot, shown);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => { if (key === 'Escape') shown.tell({ isOpen: false }); };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [shown]);
  return (
    <div className="chat">
      <Head snapshot={snapshot} t={t} locale={locale} onSwitch={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')} onClose={shown.isFramed ? () => shown.tell({ isOpen: false }) : undefined} />
      {snapshot.problem !== undefined && snapshot.hello === undefined
        ? <main className="chat-body"><p role="alert" className="chat-note">{snapshot.problem.isClosed ? t('closed') : snapshot.problem.words} {!snapshot.problem.isClosed && <button type="button" className="chat-plain" onClick={() => void session.open()}>{t('again')}</button>}</p></main>
        : <Inside session={session} snapshot={snapshot} t={t} locale={locale} isShown={shown.isShown} />}
    </div>
  );
}

/** Tells the agent how far was read, and the site how much was not. */
function useMarks(session: VisitorSession, { lines, visit, token }: Snapshot, { isShown, tell }: { readonly isShown: boolean; tell(told: Readonly<Record<string, unknown>>): void }) {
  const seen = visit?.conversation?.visitorSeen ?? 0;
  const last = lines.findLast((line) => line.side === 'agent')?.seq ?? 0;
  const unread = isShown ? 0 : lines.filter((line) => line.side === 'agent' && line.seq > seen).length;
  useEffect(() => { if (isShown && last > seen) void session.mark({ seen: last }).then(() => session.read()); }, [session, isShown, last, seen]);
  const hasTalk = token !== undefined;
  useEffect(() => tell({ unread, hasTalk }), [tell, unread, hasTalk]);
}

interface HeadProps {
  readonly snapshot: Snapshot;
  readonly t: VisitorText;
  readonly locale: Locale;
  onSwitch(): void;
  readonly onClose: (() => void) | undefined;
}

const momentOf = (iso: string, locale: Locale): string => new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

function Head({ snapshot: { hello, visit }, t, locale, onSwitch, onClose }: HeadProps) {
  const now = visit ?? hello;
  const agent = visit?.conversation?.state === 'live' ? visit.conversation.agent : null;
  const words = now === undefined ? '' : agent !== null ? t('state.live', { name: agent }) : now.opensAt === null ? t(`mode.${now.mode}`) : t('opens', { at: momentOf(now.opensAt, locale) });
  return (
    <header className="chat-head">
      <div className="grow">
        <h1 className="truncate">{hello?.company || t('title')}</h1>
        <p className="small truncate" role="status"><span className={`chat-dot is-${agent !== null ? 'live' : (now?.mode ?? 'closed')}`} aria-hidden="true" />{words}</p>
      </div>
      <button type="button" className="chat-plain" onClick={onSwitch}>{t('switch')}</button>
      {onClose && <button type="button" className="chat-plain chat-close" aria-label={t('close')} onClick={onClose}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6" /></svg></button>}
    </header>
  );
}

interface InsideProps {
  readonly session: VisitorSession;
  readonly snapshot: Snapshot;
  readonly t: VisitorText;
  readonly locale: Locale;
  readonly isShown: boolean;
}

/** When to ask for a way to be reached: nobody is there, or the wait is too long for them. */
function useAsking(session: VisitorSession, { hello, visit, needsContact }: Snapshot) {
  const [isTired, setTired] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [isKnown, setKnown] = useState(false);
  const conversation = visit?.conversation ?? null;
  const isRunning = conversation?.state === 'live' || conversation?.state === 'waiting';
  const isAlone = (visit ?? hello)?.mode !== 'live' && !isRunning && conversation?.hasContact !== true;
  const leave = async (contact: Parameters<VisitorSession['leave']>[0]) => {
    await session.leave(contact);
    setKnown(true);
    setTired(false);
    setSaved(isTired);
  };
  return { isAsking: needsContact || isTired || (isAlone && !isKnown), isTired, isSaved, isKnown, isRunning, leave, setTired };
}

function Inside({ session, snapshot, t, locale, isShown }: InsideProps) {
  const { isAsking, isTired, isSaved, isKnown, isRunning, leave, setTired } = useAsking(session, snapshot);
  if (snapshot.hello === undefined) return <main className="chat-body"><p className="muted">{t('loading')}</p></main>;
  const { mode, opensAt } = snapshot.visit ?? snapshot.hello;
  const isNew = snapshot.visit?.conversation == null;
  const hello = isNew && mode !== 'live' ? t(`hello.${mode}`, { at: opensAt === null ? '' : momentOf(opensAt, locale) }) : snapshot.hello.greeting;
  return (
    <>
      <main className="chat-body">
        <p className="chat-line is-agent chat-words">{hello}</p>
        <Lines snapshot={snapshot} session={session} t={t} locale={locale} isShown={isShown} />
        <StateNote snapshot={snapshot} t={t} isSaved={isSaved} onTired={() => setTired(true)} />
        {isKnown && isNew && snapshot.kept.length === 0 && <p className="chat-note" role="status">{t('contact.thanks')}</p>}
        {isAsking && <ContactForm t={t} onLeave={leave} onBack={isTired ? () => setTired(false) : undefined} />}
      </main>
      {snapshot.visit?.isBlocked !== true && <Composer session={session} t={t} isRunning={isRunning} />}
    </>
  );
}

/** What the state of the talk means for them. */
function wordsOf(visit: Visit | undefined, t: VisitorText): string | undefined {
  if (visit?.isBlocked === true) return t('state.blocked');
  const conversation = visit?.conversation ?? null;
  if (conversation === null || conversation.state === 'live') return undefined;
  const { state, number, ahead, hasContact } = conversation;
  if (state === 'waiting') return ahead === 0 ? t('state.next') : t('state.ahead', { n: ahead });
  if (state === 'left') return t(hasContact ? 'state.left' : 'state.leftOpen', { number });
  return t('state.ended', { number });
}

function StateNote({ snapshot: { visit }, t, isSaved, onTired }: { readonly snapshot: Snapshot; readonly t: VisitorText; readonly isSaved: boolean; onTired(): void }) {
  const words = wordsOf(visit, t);
  if (words === undefined) return null;
  const isWaiting = visit?.conversation?.state === 'waiting';
  return (
    <div className="chat-note" role="status">
      <p>{words}</p>
      {isSaved && isWaiting && <p>{t('contact.saved')}</p>}
      {isWaiting && !isSaved && !(visit.conversation?.hasContact ?? false) && <OfferToLeave t={t} onTired={onTired} />}
    </div>
  );
}

/** Comes when the wait gets long. */
function OfferToLeave({ t, onTired }: { readonly t: VisitorText; onTired(): void }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), TIRED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? <button type="button" className="chat-plain" onClick={onTired}>{t('contact.tired')}</button> : null;
}
