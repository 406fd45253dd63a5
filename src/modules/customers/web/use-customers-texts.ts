import { useTexts } from '#kit/texts/use-texts.ts';
import { customersWebTexts } from './customers-web.texts.ts';

/** `t(key, params)` over the texts of this folder. */
export const useCustomersTexts = () => useTexts(customersWebTexts);
