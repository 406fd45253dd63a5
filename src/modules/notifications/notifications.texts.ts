import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** What the server says in mails. */
export const notificationsTexts = defineTexts('notifications', zh, en);
