import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Visitors, calls and deals', short: 'Visitors and calls', hint: 'From the registrations. Deal rate: deals per new visit; came: callers who visited.',
  from: 'From', to: 'To', by: 'By', site: 'Site', allSites: 'All sites', xlsx: 'Excel', print: 'Print', period: 'Period', total: 'Total', empty: 'No registrations in this time', emptyHint: 'Choose other days, or register visits and calls first.', nobody: 'Nobody', none: 'Not given',
  grouping: { person: 'Person', site: 'Site', day: 'Day', week: 'Week', month: 'Month', channel: 'Channel' },
  range: { today: 'Today', week: 'This week', month: 'This month' },
  column: { name: 'Name', visits: 'Visits', newVisits: 'New', returning: 'Again', calls: 'Calls', callsCame: 'Came', cameRate: 'Came %', deals: 'Deals', amount: 'Amount', dealRate: 'Deal %' },
  channel: { walkIn: 'Walk-in', signboard: 'Signboard', newspaper: 'Newspaper', internet: 'Internet', friend: 'Friend', exhibition: 'Exhibition', call: 'Invited by phone', other: 'Other' },
  plan: {
    title: 'Plans', hint: 'Plan in the morning, sum up before leaving; the plan for next week is due on Saturday.', day: 'Day', week: 'Week', mine: 'Mine', team: 'Team', add: 'Add a line', line: 'Line {n}', remove: 'Remove', done: 'Done',
    summary: 'Summary', summaryDay: 'How it went, what to mind tomorrow', summaryWeek: 'How the week went', save: 'Save', submit: 'Hand in', submitted: 'Handed in', notSubmitted: 'Not handed in', summarised: 'Summed up', saved: 'Saved', sent: 'Plan handed in',
    previous: 'Before', next: 'After', weekOf: 'Week from {day}', missing: '{count} not handed in', emptyTeam: 'Nobody to show', emptyTeamHint: 'Members of your sites are listed here.', placeholder: 'What to do', lateWeek: 'due by Saturday', progress: '{done} of {count} done', noLines: 'No plan yet',
  },
};
