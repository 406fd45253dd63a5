import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  objects: {
    site: {
      one: 'Sales office',
      many: 'Sales offices',
      fields: {
        name: 'Name', owner: 'Project manager', unit: 'Org unit', pack: 'Policy pack', timeZone: 'Time zone', opensAt: 'Opens at', closesAt: 'Closes at',
        lunchFrom: 'Lunch from', lunchUntil: 'Lunch until', takeUpMinutes: 'Minutes to take up a turn', deputy: 'Team leader',
      },
      groups: { main: 'Settings', ownership: 'Responsibility' },
      help: { takeUpMinutes: 'After so many minutes the manager may pass the turn', pack: 'Decides turns and ownership', deputy: 'Confirms staff referrals while the project manager is absent' },
    },
  },
};
