import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of a change of receiver midway. */
export const receiverTexts = defineTexts('receiver', zh, en);
