import { useTexts } from '#kit/texts/use-texts.ts';
import { qualityWebTexts } from './quality-web.texts.ts';

/** `t(key, params)` over the texts of this folder and its neighbours. */
export const useQualityTexts = () => useTexts(qualityWebTexts);
