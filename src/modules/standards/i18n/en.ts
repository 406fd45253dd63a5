import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

const areas = {
  timeliness: 'Timeliness', flow: 'Flow', adaptability: 'Adaptability', anticipation: 'Anticipation', communication: 'Communication', feedback: 'Customer feedback', supervision: 'Organisation and supervision',
  appearance: 'Appearance', attitude: 'Attitude', attention: 'Attention', tact: 'Tact', guidance: 'Guidance', selling: 'Selling skill', problemSolving: 'Courteous problem solving',
};
const kinds = { mystery: 'Mystery shopper', phone: 'Phone audit' };
const usage = { active: 'In use', retired: 'Retired' };

export const en: Translated<typeof zhCN> = {
  objects: {
    standard: {
      one: 'Service standard', many: 'Service standards', groups: { main: 'Standard', measure: 'Measure', scope: 'Where it holds' },
      fields: {
        code: 'Code', area: 'Area', item: 'Standard', method: 'How it is observed or measured', measure: 'Answer', direction: 'Direction', target: 'Target', measureUnit: 'Unit', weight: 'Weight',
        edition: 'Edition', validFrom: 'Valid from', scopeUnit: 'Org unit', site: 'Sales site', state: 'State',
      },
      help: {
        item: 'Clear, concise, observable or measurable, realistic.', edition: 'Counts up with each change of item, method or target; running audits keep theirs.', scopeUnit: 'Empty: the whole company.', weight: '1 to 10, the more important the greater.',
      },
      choices: {
        area: areas, measure: { yesNo: 'Yes or no', scale: '1 to 5', number: 'Number' }, direction: { atMost: 'At most', atLeast: 'At least' },
        state: { draft: 'Draft', active: 'In use', retired: 'Retired' },
      },
    },
    auditTemplate: {
      one: 'Audit template', many: 'Audit templates', groups: { main: 'Details' }, help: {}, fields: { name: 'Name', kind: 'Kind', number: 'Version', itemCount: 'Items', state: 'State' },
      choices: { kind: kinds, state: usage },
    },
    serviceAudit: {
      one: 'Audit', many: 'Audits', groups: { main: 'Details' }, help: { auditedUnit: 'Sees the result once it is confirmed.' },
      fields: {
        number: 'Number', template: 'Template', kind: 'Kind', auditedUnit: 'Audited unit', site: 'Sales site', plannedOn: 'Planned on', state: 'State', doneAt: 'Done', procedural: 'Procedural (%)', personal: 'Personal (%)',
        type: 'Type of service', failedItems: 'Items missed', templateNumber: 'Template version', note: 'Summary', returnedFor: 'Returned for', confirmedAt: 'Confirmed', confirmedBy: 'Confirmed by',
      },
      choices: {
        kind: kinds, state: { planned: 'Planned', running: 'Running', submitted: 'To confirm', confirmed: 'Confirmed', cancelled: 'Cancelled' },
        type: { cold: 'Cold', factory: 'Factory', friendly: 'Friendly', quality: 'Quality' },
      },
    },
    auditAction: {
      one: 'Improvement', many: 'Improvements from audits', groups: { main: 'Details' }, help: { effect: 'Told by the next audit of the unit.' },
      fields: {
        subject: 'Action', plan: 'What is done', audit: 'From audit', standard: 'Standard', auditedUnit: 'Unit', dueOn: 'Due on', state: 'State', doneAt: 'Done', result: 'Outcome', effect: 'Effect', checkedBy: 'Checked by audit',
      },
      choices: { state: { open: 'Open', done: 'Done' }, effect: { pending: 'To be checked', improved: 'Improved', notYet: 'Still missed' } },
    },
    blueprint: {
      one: 'Service circle', many: 'Service circles', groups: { main: 'Details' }, help: { scopeUnit: 'The latest audit score is this unit’s; empty: the latest of the company.' },
      fields: { name: 'Name', about: 'About', scopeUnit: 'Org unit', state: 'State' }, choices: { state: usage },
    },
  },
};
