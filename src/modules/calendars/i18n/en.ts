import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  objects: {
    workingCalendar: {
      one: 'Working calendar',
      many: 'Working calendars',
      fields: { name: 'Name', timeZone: 'Time zone' },
      choices: {},
      groups: { main: 'General' },
      help: { timeZone: 'Working hours are local time of this zone' },
    },
  },
  companyCalendar: 'Company calendar',
  madeAtSetUp: 'Made at set-up',
  unitMoved: '{name} was moved below {above} and works by the calendar there',
};
