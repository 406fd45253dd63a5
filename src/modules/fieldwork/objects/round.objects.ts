import { defineObject } from '#meta/object.ts';
import { frequencies } from '../rules/inspection.ts';
import { fieldworkTexts as texts } from '../fieldwork.texts.ts';

const plain = (list: readonly string[]) => list.map((value) => ({ value }));
const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));

/** 巡查路线: points in their order, how often, and of which type its findings become cases (SE-11). */
export const inspectionRouteObject = defineObject({
  key: 'inspectionRoute', plural: 'inspection-routes', table: 'inspection_route', access: { kind: 'everyone' }, title: 'name', icon: 'route', texts, writes: 'actions', defaultSort: 'name', actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'nameEn', type: 'text', required: true, max: 80 },
    { key: 'caseType', type: 'reference', target: 'caseType', required: true, inList: true },
    { key: 'worker', type: 'reference', target: 'user', inList: true },
    { key: 'unit', type: 'reference', target: 'orgUnit' },
    { key: 'frequency', type: 'choice', fixedChoices: true, required: true, choices: plain(frequencies), inList: true },
    { key: 'onDay', type: 'integer' },
    { key: 'fromMinute', type: 'integer', required: true },
    { key: 'toMinute', type: 'integer', required: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured({ active: 'green', retired: 'ink' }), inList: true },
    { key: 'pointCount', type: 'integer', required: true, inList: true },
  ],
});

/** 巡查: one round of a route; its owner is who walks it. */
export const inspectionRoundObject = defineObject({
  key: 'inspectionRound', plural: 'inspection-rounds', table: 'inspection_round', access: { kind: 'owned' }, title: 'number', icon: 'footprints', texts, writes: 'actions', defaultSort: '-windowFrom', actions: ['create', 'read', 'update', 'export', 'assign'],
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'XC-{yyyy}-{000000}', readOnly: true, inList: true, identity: true },
    { key: 'route', type: 'reference', target: 'inspectionRoute', required: true, inList: true },
    { key: 'onDate', type: 'date', required: true },
    { key: 'windowFrom', type: 'dateTime', required: true, inList: true },
    { key: 'windowTo', type: 'dateTime', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'planned', choices: coloured({ planned: 'ju', done: 'green', late: 'hu', missed: 'zhu' }), inList: true },
    { key: 'doneAt', type: 'dateTime', inList: true },
    { key: 'findingCount', type: 'integer', default: 0, inList: true },
    { key: 'note', type: 'longText' },
  ],
});
