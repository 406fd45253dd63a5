import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  from: '{amount} from {moment}',
  due: 'Due {moment}',
  workingDays: '{n} {n|working day|working days}',
  workingTime: '{time} of working time',
  hours: '{n} h',
  minutes: '{n} min',
  seconds: '{n} s',
  none: '0 min',
  startDay: 'Day of the start',
  nth: 'Working day {n}',
  range: 'Working days {from}–{to}',
  counts: '{time} counted',
  skipped: 'Not counted',
  workday: 'Workday',
  weekend: 'Weekend',
  rest: 'Day off',
  holiday: 'Holiday',
  makeUp: 'Make-up workday, {name}',
  makeUpPlain: 'Make-up workday',
  closed: 'Closed',
  special: 'Special hours',
  outside: 'Outside working hours',
  more: 'Show all {n} lines',
  trace: 'How it was counted',
};
