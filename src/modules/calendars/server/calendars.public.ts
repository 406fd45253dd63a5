export { type CalendarChange, type CalendarListener, addCalendarListener } from './calendar-listeners.ts';
export { calendarsModule } from './calendars.module.ts';
export { type CalendarInForce, calendarOfUnit, calendarVersion } from './queries/calendar-of-unit.ts';
