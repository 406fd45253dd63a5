import { defineObject } from '#meta/object.ts';
import { absenceKinds, shiftColours } from '../rules/team-choices.ts';
import { teamTexts as texts } from '../team.texts.ts';
import { coloured, plain } from './skill.objects.ts';

/** 班次: from when to when, over midnight too; wall time of the unit's calendar. */
export const shiftTemplateObject = defineObject({
  key: 'shiftTemplate', plural: 'shift-templates', table: 'shift_template', access: { kind: 'everyone' }, title: 'name', icon: 'clock', texts, writes: 'actions', defaultSort: 'position',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 40, inList: true },
    { key: 'shortName', type: 'text', required: true, max: 4, inList: true },
    { key: 'starts', type: 'text', required: true, max: 5, inList: true },
    { key: 'ends', type: 'text', required: true, max: 5, inList: true },
    { key: 'breakMinutes', type: 'integer', required: true, default: 0, min: 0, max: 240, inList: true },
    { key: 'colour', type: 'choice', fixedChoices: true, required: true, default: 'qing', choices: shiftColours.map((value) => ({ value, colour: value })) },
    { key: 'position', type: 'integer', required: true, default: 0 },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured({ active: 'green', retired: 'ink' }), inList: true },
  ],
});

/** 排班部门: a unit that plans shifts, with how many people each shift of a weekday needs. */
export const shiftUnitObject = defineObject({
  key: 'shiftUnit', plural: 'shift-units', table: 'shift_unit', access: { kind: 'owned' }, title: 'subject', icon: 'users', texts, writes: 'actions', defaultSort: 'subject',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 120, inList: true },
    { key: 'isPlanned', type: 'boolean', required: true, default: true, inList: true },
    { key: 'cover', type: 'json' },
  ],
});

/** 排班表: the week of a unit as its planner writes it; published, it makes shifts. */
export const shiftPlanObject = defineObject({
  key: 'shiftPlan', plural: 'shift-plans', table: 'shift_plan', access: { kind: 'owned' }, title: 'subject', icon: 'calendar-range', texts, writes: 'actions', defaultSort: '-weekStart',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 120, inList: true },
    { key: 'weekStart', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'draft', choices: coloured({ draft: 'hu', published: 'green' }), inList: true },
    { key: 'publishedAt', type: 'dateTime', inList: true },
  ],
});

/** 个人班次: a published shift; its owner works it. */
export const shiftObject = defineObject({
  key: 'shift', plural: 'shifts', table: 'shift', access: { kind: 'owned' }, title: 'subject', icon: 'clock', texts, writes: 'actions', defaultSort: '-startsAt', actions: ['read', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 80, inList: true },
    { key: 'plan', type: 'reference', target: 'shiftPlan', required: true },
    { key: 'template', type: 'reference', target: 'shiftTemplate', required: true },
    { key: 'onDay', type: 'date', required: true, inList: true },
    { key: 'startsAt', type: 'dateTime', required: true, inList: true },
    { key: 'endsAt', type: 'dateTime', required: true, inList: true },
    { key: 'breakMinutes', type: 'integer', required: true, default: 0 },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'on', choices: coloured({ on: 'green', cancelled: 'ink' }), inList: true },
  ],
});

/** 换班申请: from a colleague to a colleague, settled by the planner. */
export const shiftSwapObject = defineObject({
  key: 'shiftSwap', plural: 'shift-swaps', table: 'shift_swap', access: { kind: 'owned' }, title: 'subject', icon: 'arrow-left-right', texts, writes: 'actions', actions: ['create', 'read', 'update', 'export', 'assign'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 80, inList: true },
    { key: 'shift', type: 'reference', target: 'shift', required: true },
    { key: 'partner', type: 'reference', target: 'user', required: true, inList: true },
    { key: 'partnerShift', type: 'reference', target: 'shift' },
    { key: 'reason', type: 'longText' },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'asked', choices: coloured({ asked: 'hu', agreed: 'ju', approved: 'green', declined: 'ink', refused: 'zhu', withdrawn: 'ink' }), inList: true },
    { key: 'answer', type: 'longText' },
    { key: 'decidedAt', type: 'dateTime' },
    { key: 'decidedBy', type: 'reference', target: 'user' },
  ],
});

/** 请假: days on which somebody is not to be planned. */
export const absenceObject = defineObject({
  key: 'absence', plural: 'absences', table: 'staff_absence', access: { kind: 'owned' }, title: 'kind', icon: 'calendar-off', texts, defaultSort: '-fromDay', actions: ['create', 'read', 'update', 'delete', 'export'],
  fields: [
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'annual', choices: plain(absenceKinds), inList: true, inCreate: true },
    { key: 'fromDay', type: 'date', required: true, inList: true, inCreate: true },
    { key: 'toDay', type: 'date', required: true, inList: true, inCreate: true },
    { key: 'note', type: 'longText', inCreate: true },
  ],
});
