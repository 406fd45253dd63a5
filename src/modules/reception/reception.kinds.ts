import type { Bilingual } from '#kernel/texts.ts';

const withheld: Bilingual = { 'zh-CN': '轮到您接待', en: 'It is your turn' };

/** What the board tells people about (PL-44). */
export const receptionNotices = {
  yourTurn: {
    key: 'reception.yourTurn', channels: { isInApp: true, mail: 'off' }, withheld, label: { 'zh-CN': '轮到我接待', en: 'My turn to receive' },
    title: { 'zh-CN': '{site}：轮到您接待', en: '{site}: it is your turn to receive' },
  },
} as const;
