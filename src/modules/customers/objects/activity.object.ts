import { defineObject, ownedFields } from '#meta/object.ts';
import { customersTexts } from '../customers.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));

/** Something done or to be done with a customer: task, call, meeting, visit, note. */
export const activityObject = defineObject({
  key: 'activity',
  plural: 'activities',
  table: 'activity',
  access: { kind: 'via', field: 'customer' },
  title: 'subject',
  partOf: 'customer',
  icon: 'calendar-check',
  defaultSort: '-happenedAt',
  texts: customersTexts,
  groups: ['main', 'time', 'more'],
  fields: [
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'note', choices: values('task', 'call', 'meeting', 'visit', 'note'), inList: true, inCreate: true, group: 'main', synonyms: ['类型', 'type'] },
    { key: 'subject', type: 'text', required: true, max: 200, inList: true, inCreate: true, group: 'main', synonyms: ['主题', '标题', 'title'] },
    { key: 'customer', type: 'reference', target: 'customer', inList: true, inCreate: true, group: 'main', synonyms: ['客户名称', 'account'] },
    { key: 'contact', type: 'reference', target: 'contact', inCreate: true, group: 'main', synonyms: ['联系人'] },
    { key: 'direction', type: 'choice', fixedChoices: true, choices: values('outbound', 'inbound'), when: { kind: ['call'] }, group: 'main' },
    { key: 'outcome', type: 'choice', fixedChoices: true, choices: [{ value: 'reached', colour: 'green' }, { value: 'attempted', colour: 'hu' }], when: { kind: ['call', 'visit', 'meeting'] }, inList: true, inCreate: true, group: 'main', synonyms: ['结果'] },
    { key: 'status', type: 'choice', fixedChoices: true, required: true, default: 'done', choices: [{ value: 'open', colour: 'hu' }, { value: 'done', colour: 'green' }, { value: 'cancelled', colour: 'ink' }], inList: true, group: 'main', synonyms: ['状态'] },
    { key: 'happenedAt', type: 'dateTime', inList: true, inCreate: true, group: 'time', synonyms: ['时间', '日期', '发生时间', 'date'] },
    { key: 'dueAt', type: 'dateTime', inCreate: true, group: 'time', synonyms: ['到期', '截止时间', 'due'] },
    { key: 'doneAt', type: 'dateTime', readOnly: true, group: 'time' },
    { key: 'durationMinutes', type: 'integer', min: 0, max: 10_000, group: 'time' },
    { key: 'location', type: 'text', max: 200, when: { kind: ['meeting', 'visit'] }, group: 'time' },
    { key: 'checkIn', type: 'choice', fixedChoices: true, choices: [{ value: 'placed', colour: 'green' }, { value: 'noPlace', colour: 'ink' }], readOnly: true, importable: true, when: { kind: ['visit'] }, group: 'time', synonyms: ['签到'] },
    { key: 'place', type: 'geo', readOnly: true, importable: true, when: { kind: ['visit'] }, group: 'time', synonyms: ['签到位置'] },
    { key: 'distance', type: 'integer', min: 0, readOnly: true, importable: true, when: { kind: ['visit'] }, group: 'time' },
    { key: 'isSentLater', type: 'boolean', readOnly: true, importable: true, when: { kind: ['visit'] }, group: 'time' },
    { key: 'body', type: 'longText', inCreate: true, group: 'more', synonyms: ['内容', '备注', '详情', 'notes'] },
    { key: 'isPinned', type: 'boolean', default: false, group: 'more' },
    { key: 'visibility', type: 'choice', fixedChoices: true, default: 'internal', choices: values('internal', 'customer'), group: 'more' },
    { key: 'mentions', type: 'multiReference', target: 'user', max: 20, group: 'more' },
    ...ownedFields,
  ],
});
