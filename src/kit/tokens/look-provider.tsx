import { ConfigProvider, type ConfigProviderProps } from 'antd';
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react';
import { useLocale } from '../texts/locale-provider.tsx';
import { useMediaQuery } from './media-query.ts';
import { loadPreferences, type Preferences, savePreferences } from './preferences.ts';
import { antdTheme } from './theme.ts';

interface Look {
  readonly preferences: Preferences;
  readonly isDark: boolean;
  setPreferences(change: Partial<Preferences>): void;
}

const LookContext = createContext<Look | null>(null);

/** Theme and density of the person; `isDark` is what shows now. */
export function useLook(): Look {
  const look = use(LookContext);
  if (look === null) throw new Error('useLook needs LookProvider');
  return look;
}

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

const isAntdLocale = (value: unknown): value is AntdLocale => typeof value === 'object' && value !== null && 'locale' in value;

// Chinese first: Ant Design's own default words are English, so both packs are loaded when first needed.
const antdLocales = {
  'zh-CN': () => import('antd/es/locale/zh_CN.js'),
  en: () => import('antd/es/locale/en_US.js'),
};

function useAntdLocale(): AntdLocale | undefined {
  const { locale } = useLocale();
  const [pack, setPack] = useState<AntdLocale>();
  useLayoutEffect(() => {
    let isCurrent = true;
    void antdLocales[locale]().then((loaded) => {
      const pack: unknown = loaded.default;
      if (isCurrent && isAntdLocale(pack)) setPack(pack);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  return pack;
}

function applyLook(preferences: Preferences, isDark: boolean): void {
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  document.documentElement.dataset['density'] = preferences.density;
}

export function LookProvider({ children }: { children: ReactNode }) {
  const [preferences, setState] = useState(loadPreferences);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const isPhone = useMediaQuery('(max-width: 767px)');
  const isDark = preferences.theme === 'system' ? systemDark : preferences.theme === 'dark';
  const antdLocale = useAntdLocale();
  const theme = useMemo(() => {
    applyLook(preferences, isDark);
    // isPhone changes --control, which the theme reads.
    return antdTheme(preferences, isDark, isStill || isPhone);
  }, [preferences, isDark, isStill, isPhone]);
  const look = useMemo<Look>(
    () => ({
      preferences,
      isDark,
      setPreferences: (change) => {
        const next = { ...preferences, ...change };
        savePreferences(next);
        setState(next);
      },
    }),
    [preferences, isDark],
  );
  return (
    <LookContext value={look}>
      <ConfigProvider
        theme={theme}
        getPopupContainer={(near) => near?.closest('dialog') ?? document.body}
        button={{ autoInsertSpace: false }} {...(antdLocale ? { locale: antdLocale } : {})}
      >
        {children}
      </ConfigProvider>
    </LookContext>
  );
}
