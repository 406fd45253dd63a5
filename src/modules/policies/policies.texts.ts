import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the policies' pages. */
export const policiesTexts = defineTexts('policies', zh, en);
