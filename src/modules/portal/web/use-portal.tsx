import { type MouseEvent, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Locale, TextKey, TextParams } from '#kernel/texts.ts';
import { portalWebTexts } from './portal-web.texts.ts';
import { type GuestCall, GuestProblem, makeGuestCall } from '#kit/guest/guest-call.ts';
import type { zh } from './i18n/zh-CN.ts';

const LOCALE = 'zhike.portal.locale';

export type PortalText = (key: TextKey<typeof zh>, params?: TextParams) => string;

interface Portal {
  readonly locale: Locale;
  readonly t: PortalText;
  /** Tells `ended` when the server knows no session any more. */
  readonly call: GuestCall;
  /** How often the server said so. */
  readonly ended: number;
  switchLocale(): void;
  /** Day and hour in the reader's language. */
  at(iso: string): string;
  /** Day with its year. */
  on(iso: string): string;
}

const PortalContext = createContext<Portal | undefined>(undefined);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === undefined) throw new Error('outside of the portal');
  return portal;
}

function firstLocale(): Locale {
  try {
    const kept = localStorage.getItem(LOCALE);
    if (kept === 'en' || kept === 'zh-CN') return kept;
  } catch {
    // Inside another site's frame a browser may forbid it.
  }
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

export function PortalProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  const [ended, setEnded] = useState(0);
  useEffect(() => { document.documentElement.lang = locale; }, [locale]);
  const portal = useMemo(() => {
    const t: PortalText = (key, params) => portalWebTexts.t(locale, key, params);
    const format = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const plain = makeGuestCall({ locale, lost: t('lost'), base: '/api/v1/portal' });
    const call: GuestCall = async (method, path, body) => {
      try {
        return await plain(method, path, body);
      } catch (problem) {
        if (problem instanceof GuestProblem && problem.status === 401) setEnded((before) => before + 1);
        throw problem;
      }
    };
    return {
      locale, t, call, at: (iso: string) => format.format(new Date(iso)), on: (iso: string) => day.format(new Date(iso)),
      switchLocale: () => {
        const next = locale === 'en' ? 'zh-CN' : 'en';
        setLocale(next);
        try {
          localStorage.setItem(LOCALE, next);
        } catch {
          // It holds for this page.
        }
      },
    };
  }, [locale]);
  return <PortalContext value={useMemo(() => ({ ...portal, ended }), [portal, ended])}>{children}</PortalContext>;
}

export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return path;
}

export function PortalLink({ to, className, children }: { readonly to: string; readonly className?: string; readonly children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(to);
  };
  return <a href={to} className={className} onClick={follow}>{children}</a>;
}
