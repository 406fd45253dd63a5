import { defineTexts } from '#kernel/texts.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { en } from './i18n/en.ts';
import { zhCN } from './i18n/zh-CN.ts';

export const processWebTexts = defineTexts('service-process-web', zhCN, en);
export const useProcessTexts = () => useTexts(processWebTexts);
