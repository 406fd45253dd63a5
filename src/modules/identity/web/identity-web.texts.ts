import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** The words of the pages of people, roles and one's own account. */
export const identityWebTexts = defineTexts('identity-web', zh, en);
