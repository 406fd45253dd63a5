import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of duplicates, merging, data quality and hand-over. */
export const qualityWebTexts = defineTexts('quality-web', zh, en);
