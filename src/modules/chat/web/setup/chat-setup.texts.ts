import { defineTexts } from '#kernel/texts.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

const chatSetupTexts = defineTexts('chat-setup', zh, en);

export const useChatSetupTexts = () => useTexts(chatSetupTexts);
