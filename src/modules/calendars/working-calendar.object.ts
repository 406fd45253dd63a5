import { defineObject } from '#meta/object.ts';
import { calendarsTexts } from './calendars.texts.ts';

/** When people of a unit work (SE-4). Hours and days are in its versions, see server/actions/save-calendar.ts. */
export const workingCalendarObject = defineObject({
  key: 'workingCalendar',
  plural: 'working-calendars',
  table: 'working_calendar',
  access: { kind: 'everyone' },
  title: 'name',
  writes: 'actions',
  defaultSort: 'name',
  icon: 'calendar-clock',
  texts: calendarsTexts,
  actions: ['read', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'timeZone', type: 'text', required: true, max: 60, inList: true, inCreate: true },
  ],
});
