import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of disputes. */
export const disputeTexts = defineTexts('disputes', zh, en);
