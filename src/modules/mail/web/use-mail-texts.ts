import { useTexts } from '#kit/texts/use-texts.ts';
import { mailWebTexts } from './mail-web.texts.ts';

export const useMailTexts = () => useTexts(mailWebTexts);
