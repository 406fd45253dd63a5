import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

/** What the server says of flows and steps. */
export const approvalsTexts = defineTexts('approvals', zh, en);
