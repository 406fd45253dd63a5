import type { Bilingual, Locale } from '#kernel/texts.ts';
import { createContext, type ReactNode, use, useCallback, useLayoutEffect, useMemo, useState } from 'react';

interface LocaleState {
  readonly locale: Locale;
  setLocale(locale: Locale): void;
}

const KEY = 'zhike.locale';
const LocaleContext = createContext<LocaleState | null>(null);
let current: Locale = 'zh-CN';

/** The language of this moment, for code outside React (the API client's Accept-Language). */
export const currentLocale = (): Locale => current;

function readChosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The choice of this device, else the browser's language: Chinese unless it asks for another one. */
function firstLocale(): Locale {
  const chosen = readChosen();
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Whether the person chose a language on this device; the account's language holds otherwise. */
export const hasChosenLocale = (): boolean => readChosen() !== null;

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setState] = useState<Locale>(firstLocale);
  useLayoutEffect(() => {
    current = locale;
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = useCallback((next: Locale) => {
    current = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Holds until the page is closed.
    }
    setState(next);
  }, []);
  const state = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

/** The language in use and how to change it. */
export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (state === null) throw new Error('useLocale needs LocaleProvider');
  return state;
}

/** A label as it stands inside an English sentence: `New customer`, but `New KPI`. */
const inside = (label: string): string => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

/** Picks the language of a bilingual label for use inside a sentence. */
export function usePickInside(): (text: Bilingual) => string {
  const { locale } = useLocale();
  return useCallback((text: Bilingual) => (locale === 'en' ? inside(text.en) : text[locale]), [locale]);
}

/** Picks the language of a bilingual text that came from the server or a manifest. */
export function usePick(): (text: Bilingual) => string {
  const { locale } = useLocale();
  return useCallback((text: Bilingual) => text[locale], [locale]);
}
