import { defineObject } from '#meta/object.ts';
import { serviceTexts } from '../service.texts.ts';
import { caseKinds } from './case.object.ts';

const plain = (...list: readonly string[]) => list.map((value) => ({ value }));
const shared = { access: { kind: 'everyone' }, texts: serviceTexts } as const;

/** 队列: who works on what comes in; its unit's calendar drives the clocks. */
export const serviceQueueObject = defineObject({
  ...shared, key: 'serviceQueue', plural: 'service-queues', table: 'service_queue', title: 'name', icon: 'layers', defaultSort: 'name',
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'unit', type: 'reference', target: 'orgUnit', inList: true, inCreate: true },
    { key: 'skills', type: 'multiChoice', inList: true, inCreate: true },
    { key: 'assignment', type: 'choice', fixedChoices: true, required: true, default: 'load', choices: plain('manual', 'load'), inList: true, inCreate: true },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});

/** 服务类型: the catalogue of what customers come with; each names its process, its clocks and its queue. */
export const caseTypeObject = defineObject({
  ...shared, key: 'caseType', plural: 'case-types', table: 'case_type', title: 'name', icon: 'tags', defaultSort: 'position',
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain(...caseKinds), inList: true, inCreate: true },
    { key: 'process', type: 'text', required: true, max: 40, inList: true, inCreate: true },
    { key: 'pack', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'queue', type: 'reference', target: 'serviceQueue', inList: true, inCreate: true },
    { key: 'skills', type: 'multiChoice' },
    { key: 'isPublic', type: 'boolean', default: true, inList: true },
    { key: 'position', type: 'integer', default: 0 },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});

/** 原因: a tree, each leaf with those who can prevent it (SE-6, SE-8). */
export const complaintCauseObject = defineObject({
  ...shared, key: 'complaintCause', plural: 'complaint-causes', table: 'complaint_cause', title: 'name', icon: 'git-branch', defaultSort: 'position',
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'parent', type: 'reference', target: 'complaintCause', inList: true, inCreate: true },
    { key: 'feedsBackTo', type: 'choice', fixedChoices: true, required: true, default: 'operations', choices: plain('design', 'production', 'operations', 'service', 'none'), inList: true, inCreate: true },
    { key: 'position', type: 'integer', default: 0 },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});

/** 常用回复, with merge fields such as {customer} (SE-10). */
export const cannedReplyObject = defineObject({
  ...shared, key: 'cannedReply', plural: 'canned-replies', table: 'canned_reply', title: 'name', icon: 'message-square-text', defaultSort: 'name',
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'locale', type: 'choice', fixedChoices: true, required: true, default: 'zh-CN', choices: plain('zh-CN', 'en'), inList: true, inCreate: true },
    { key: 'body', type: 'longText', required: true, inList: true, inCreate: true },
  ],
});

/** 快捷操作: one press that does several things to a case (SE-10). */
export const caseMacroObject = defineObject({
  ...shared, key: 'caseMacro', plural: 'case-macros', table: 'case_macro', title: 'name', icon: 'zap', defaultSort: 'position',
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'steps', type: 'json', required: true },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
    { key: 'position', type: 'integer', default: 0 },
  ],
});
