import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  objects: {
    serviceOrder: {
      one: 'Service order', many: 'Service orders', groups: { main: 'Content', place: 'Place and contact', visit: 'Visit', result: 'Result' },
      fields: {
        number: 'Number', case: 'Case', customer: 'Customer', kind: 'Kind', subject: 'To be done', checklist: 'Checklist', place: 'Place', area: 'Area', contactName: 'Contact on site', contactPhone: 'Phone',
        skills: 'Skills needed', state: 'State', windowFrom: 'Appointment from', windowTo: 'Appointment to', leftAt: 'Left at', arrivedAt: 'Arrived at', doneAt: 'Done at', result: 'Result', failedFor: 'Why not done', cancelledFor: 'Why cancelled', partsCost: 'Cost of parts',
      },
      choices: {
        kind: { repair: 'Repair', install: 'Installation', inspect: 'Inspection', visit: 'Visit', other: 'Other' },
        state: { planned: 'To dispatch', dispatched: 'Dispatched', onTheWay: 'On the way', onSite: 'On site', done: 'Done', failed: 'Not done', cancelled: 'Cancelled' },
        skills: { electric: 'Electrician', plumbing: 'Plumbing', appliance: 'Appliances', renovation: 'Renovation', cleaning: 'Cleaning' },
      },
      help: { checklist: 'The order keeps the checklist as it was when it was made.' },
    },
    inspectionRoute: {
      one: 'Inspection route', many: 'Inspection routes', groups: { main: 'Details' }, help: { caseType: 'Findings become cases of this type.', onDay: 'Weekly: 1 (Monday) to 7; monthly: the day of the month.' },
      fields: { name: 'Name', nameEn: 'English name', caseType: 'Findings become', worker: 'Walked by', unit: 'Unit', frequency: 'How often', onDay: 'On which day', fromMinute: 'From (minutes after midnight)', toMinute: 'To (minutes after midnight)', state: 'State', pointCount: 'Points' },
      choices: { frequency: { daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly' }, state: { active: 'In use', retired: 'Retired' } },
    },
    inspectionRound: {
      one: 'Inspection round', many: 'Inspection rounds', groups: { main: 'Details' }, help: {},
      fields: { number: 'Number', route: 'Route', onDate: 'Date', windowFrom: 'From', windowTo: 'To', state: 'State', doneAt: 'Done at', findingCount: 'Findings', note: 'Note' },
      choices: { state: { planned: 'To walk', done: 'Done', late: 'Late', missed: 'Missed' } },
    },
    serviceArea: {
      one: 'Service area', many: 'Service areas', groups: { main: 'Details' }, choices: {}, fields: { name: 'Name', nameEn: 'English name', eastKm: 'East (km)', northKm: 'North (km)', isActive: 'In use' },
      help: { eastKm: 'From the depot, negative to the west; travel and the order of a day are reckoned from it.', northKm: 'From the depot, negative to the south.' },
    },
    part: {
      one: 'Part', many: 'Parts', groups: { main: 'Details' }, choices: {}, fields: { code: 'Code', name: 'Name', measure: 'Counted in', price: 'Price', lowAt: 'Lowest stock', isActive: 'In use' },
      help: { lowAt: 'Marked when all stores together hold less.' },
    },
    partStore: {
      one: 'Parts store', many: 'Parts stores', groups: { main: 'Details' }, fields: { name: 'Name', kind: 'Kind', worker: 'Used by', area: 'Starts from', isActive: 'In use' }, choices: { kind: { depot: 'Depot', van: 'Van' } },
      help: { worker: 'Whose van it is: parts that they use are taken out of it.', area: 'Where the day begins.' },
    },
    orderChecklist: {
      one: 'Service checklist', many: 'Service checklists', groups: { main: 'Details' }, help: {}, fields: { name: 'Name', nameEn: 'English name', itemCount: 'Items', revision: 'Version', state: 'State' },
      choices: { state: { active: 'In use', retired: 'Retired' } },
    },
  },
  note: {
    finding: 'Found on round {round} ({worker}, {place}), {photos} {photos|photo|photos}',
    done: 'Service order {number} is done ({worker}): {result}', failed: 'Service order {number} was not done ({worker}): {result}', parts: 'Parts used: {parts}', missed: 'Not kept: {items}', unsigned: 'No signature: {reason}',
  },
};
