import { z } from 'zod';
import { defineSetting } from '#platform/settings/setting.ts';
import { chatTexts } from '../chat.texts.ts';

const shared = { group: 'chat' } as const;

export const chatSetting = defineSetting({
  ...shared, key: 'chatIsOpen', schema: z.boolean(), fallback: false,
  label: { 'zh-CN': '开放在线客服', en: 'Chat open' },
  help: { 'zh-CN': '访客在 /chat 或嵌入的网站上和客服对话。', en: 'Visitors talk with the desk at /chat, or on the sites that embed it.' },
});

export const chatOriginsSetting = defineSetting({
  ...shared, key: 'chatOrigins', schema: z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)).max(20), fallback: [] as string[],
  label: { 'zh-CN': '可嵌入在线客服的网站', en: 'Sites that may embed the chat' },
  help: { 'zh-CN': '如 https://www.example.com，其他网站嵌入时不显示。', en: 'Such as https://www.example.com; in other sites the chat does not show.' },
});

export const chatTypeSetting = defineSetting({
  ...shared, key: 'chatCaseType', schema: z.uuid().nullable(), fallback: null as string | null,
  label: { 'zh-CN': '会话归入的服务类型', en: 'Service type of conversations' },
  help: { 'zh-CN': '它的队列成员接待访客。不选时用第一个对客户开放的咨询类型。', en: 'The people of its queue talk with visitors. Without one: the first public type of enquiry.' },
});

const words = (fallback: string) => ({ ...shared, schema: z.string().trim().min(1).max(200), fallback });

export const greetingSettings = {
  'zh-CN': defineSetting({ ...words(chatTexts.t('zh-CN', 'greeting')), key: 'chatGreeting', label: { 'zh-CN': '欢迎语', en: 'Greeting in Chinese' } }),
  en: defineSetting({ ...words(chatTexts.t('en', 'greeting')), key: 'chatGreetingEnglish', label: { 'zh-CN': '英文欢迎语', en: 'Greeting in English' } }),
};

export const chatSettings = [chatSetting, chatOriginsSetting, chatTypeSetting, greetingSettings['zh-CN'], greetingSettings.en];
