import type { TextKey, TextParams, Texts, TextTree } from '#kernel/texts.ts';
import { useCallback } from 'react';
import { kitTexts } from './kit-texts.ts';
import { useLocale } from './locale-provider.tsx';

/** A typed `t(key, params)` over one pack of texts in the person's language. */
export function useTexts<T extends TextTree>(texts: Texts<T>): (key: TextKey<T>, params?: TextParams) => string {
  const { locale } = useLocale();
  return useCallback((key: TextKey<T>, params?: TextParams) => texts.t(locale, key, params), [texts, locale]);
}

/** The kit's own texts. */
export const useKitTexts = () => useTexts(kitTexts);
