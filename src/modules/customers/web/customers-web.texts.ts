import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the customer page, the home page and the calendar. */
export const customersWebTexts = defineTexts('customers-web', zh, en);
