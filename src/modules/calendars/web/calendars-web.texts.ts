import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the page of working calendars. */
export const calendarsWebTexts = defineTexts('calendars-web', zh, en);
