import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the follow-up sheet and the public pools. */
export const followUpTexts = defineTexts('follow-up', zh, en);
