import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  mail: {
    digest: '{count} {count|notification|notifications}',
    open: 'Open in Zhike',
    why: 'You get this mail because Zhike at {company} has something to tell you. Your notification settings say which mails come, and when.',
    whyAt: 'You get this mail because Zhike at {company} has something to tell you. Choose which mails come, and when: {url}',
    test: 'Test mail',
    testBody: 'This mail has arrived, so the mail server is set up.',
  },
};
