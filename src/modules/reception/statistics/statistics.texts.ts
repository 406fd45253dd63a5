import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the visitor and call statistics, and of plans. */
export const statisticsTexts = defineTexts('reception-statistics', zh, en);
