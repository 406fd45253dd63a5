import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Locale, TextKey, TextParams } from '#kernel/texts.ts';
import type { zh } from './i18n/zh-CN.ts';
import { openVisitStream } from './visit-stream.ts';
import { type Snapshot, VisitorSession } from './visitor-session.ts';
import type { VisitorStore } from './visitor-store.ts';
import { visitorTexts } from './visitor-web.texts.ts';

export type VisitorText = (key: TextKey<typeof zh>, params?: TextParams) => string;

/** Without a stream the page asks so often; with one, only to see who is there and to say that it is here. */
const ASK_MS = 3_000;
const REST_MS = 15_000;
const SEND_MS = 4_000;

/** Origin and path of the site, as its button says them. */
function pageOfSite(): string | undefined {
  try {
    const page = decodeURIComponent(location.hash.slice(1));
    return /^https?:\/\/[^\s?#]{1,280}$/.test(page) ? page : undefined;
  } catch {
    return undefined;
  }
}

export function useVisitor(store: VisitorStore, locale: Locale): { readonly session: VisitorSession; readonly snapshot: Snapshot; readonly t: VisitorText } {
  const t = useCallback<VisitorText>((key, params) => visitorTexts.t(locale, key, params), [locale]);
  const session = useMemo(() => new VisitorSession(store, pageOfSite(), { locale: 'zh-CN', lost: '' }), [store]);
  const snapshot = useSyncExternalStore(session.subscribe, () => session.snapshot);
  useEffect(() => session.speak({ locale, lost: t('lost') }), [session, locale, t]);
  const [isStreaming, setStreaming] = useState(false);
  const { token } = snapshot;
  useEffect(() => {
    if (token === undefined) return undefined;
    return openVisitStream(token, () => void session.read().catch(() => undefined), setStreaming);
  }, [session, token]);
  useEffect(() => {
    const timer = setInterval(() => void session.read().catch(() => undefined), isStreaming ? REST_MS : ASK_MS);
    return () => clearInterval(timer);
  }, [session, isStreaming]);
  useEffect(() => {
    const trySend = () => void (session.snapshot.hello === undefined ? session.open() : session.send());
    const timer = setInterval(() => { if (session.snapshot.kept.some((line) => line.problem === null) && !session.snapshot.needsContact) trySend(); }, SEND_MS);
    window.addEventListener('online', trySend);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', trySend);
    };
  }, [session]);
  return { session, snapshot, t };
}

/** Whether the site shows the frame. Alone it is a page, and always shown. */
export function useShown(): { readonly isShown: boolean; readonly isFramed: boolean; tell(told: Readonly<Record<string, unknown>>): void } {
  const isFramed = window.parent !== window;
  const [isOpen, setOpen] = useState(!isFramed);
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent<unknown>) => {
      if (source !== window.parent || typeof data !== 'object' || data === null || !('zhike' in data) || !('isOpen' in data)) return;
      setOpen(data.isOpen === true);
    };
    const look = () => setVisible(document.visibilityState === 'visible');
    window.addEventListener('message', hear);
    document.addEventListener('visibilitychange', look);
    // What the site said before there was anybody to hear it, it says again.
    if (isFramed) window.parent.postMessage({ zhike: 'chat', isReady: true }, '*');
    return () => {
      window.removeEventListener('message', hear);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isFramed]);
  // Only numbers and states go to the site, nothing that was said.
  const tell = useCallback((told: Readonly<Record<string, unknown>>) => { if (isFramed) window.parent.postMessage({ zhike: 'chat', ...told }, '*'); }, [isFramed]);
  return { isShown: isOpen && isVisible, isFramed, tell };
}
