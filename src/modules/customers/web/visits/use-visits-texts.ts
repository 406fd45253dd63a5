import { useTexts } from '#kit/texts/use-texts.ts';
import { visitsWebTexts } from './visits-web.texts.ts';

/** `t(key, params)` over the texts of this folder. */
export const useVisitsTexts = () => useTexts(visitsWebTexts);
