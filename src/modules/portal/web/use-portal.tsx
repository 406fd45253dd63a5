import { type MouseEvent, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Locale, TextKey, TextParams } from '#kernel/texts.ts';
import { portalWebTexts } from './portal-web.texts.ts';
import { type GuestCall, makeGuestCall } from '#kit/guest/guest-call.ts';
import type { zh } from './i18n/zh-CN.ts';

const LOCALE = 'zhike.portal.locale';

export type PortalText = (key: TextKey<typeof zh>, params?: TextParams) => string;

interface Portal {
  readonly locale: Locale;
  readonly t: PortalText;
  readonly call: GuestCall;
  switchLocale(): void;
  /** Day and hour in the reader's language. */
  at(iso: string): string;
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
  useEffect(() => { document.documentElement.lang = locale; }, [locale]);
  const portal = useMemo<Portal>(() => {
    const t: PortalText = (key, params) => portalWebTexts.t(locale, key, params);
    const format = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
    return {
      locale, t, call: makeGuestCall({ locale, lost: t('lost'), base: '/api/v1/portal' }), at: (iso) => format.format(new Date(iso)),
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
  return <PortalContext value={portal}>{children}</PortalContext>;
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
