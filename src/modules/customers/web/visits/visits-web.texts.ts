import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of check-in, of visits that wait for the network, and of calls logged after dialling. */
export const visitsWebTexts = defineTexts('visits-web', zh, en);
