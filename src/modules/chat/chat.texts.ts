import { defineTexts } from '#kernel/texts.ts';
import { en } from './i18n/en.ts';
import { zhCN } from './i18n/zh-CN.ts';

export const chatTexts = defineTexts('chat', zhCN, en);
