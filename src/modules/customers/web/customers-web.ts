import type { WebModule } from '#kit/module/web-module.ts';
import { stageGuard } from './stage/stage-guard.ts';

/** The customer page, the contact's "how to talk", the home page and the activities. */
export const customersWeb: WebModule = {
  name: 'customers',
  panels: [
    { key: 'stage', object: 'customer', place: 'steps', label: { 'zh-CN': '阶段', en: 'Stage' }, load: () => import('./stage/stage-bar.tsx') },
    {
      key: 'contacts', object: 'customer', place: 'side', label: { 'zh-CN': '联系人', en: 'Contacts' }, order: 10, replaces: ['contact'],
      load: () => import('./people/contacts-panel.tsx'),
    },
    {
      key: 'tasks', object: 'customer', place: 'side', label: { 'zh-CN': '待办', en: 'To do' }, order: 20, replaces: ['activity'],
      load: () => import('./tasks/tasks-panel.tsx'),
    },
    { key: 'needs', object: 'customer', place: 'side', label: { 'zh-CN': '需求', en: 'Needs' }, order: 30, replaces: ['need'], load: () => import('./needs/needs-panel.tsx') },
    {
      key: 'relations', object: 'customer', place: 'side', label: { 'zh-CN': '关系', en: 'Relations' }, order: 40, replaces: ['customerRelation'],
      load: () => import('./relations/relations-panel.tsx'),
    },
    { key: 'talk', object: 'contact', place: 'tab', label: { 'zh-CN': '怎样沟通', en: 'How to talk' }, order: 10, load: () => import('./people/talk-panel.tsx') },
  ],
  moveGuards: [stageGuard],
};
