import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

export const visitorTexts = defineTexts('chat-visitor', zh, en);
