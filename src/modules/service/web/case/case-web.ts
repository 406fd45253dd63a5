import { Headset } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** The page of a case, its parts, and cases where a customer is shown. */
export const caseWeb: WebModule = {
  name: 'service-case',
  addresses: { case: '/cases' },
  pages: [{ path: '/cases/$id', title: { 'zh-CN': '服务请求', en: 'Case' }, load: () => import('./case-page.tsx') }],
  nav: [{ key: 'cases', group: 'service', label: { 'zh-CN': '全部服务请求', en: 'All cases' }, to: '/cases', icon: Headset, object: 'case', order: 20 }],
  panels: [
    { key: 'steps', object: 'case', place: 'steps', label: { 'zh-CN': '流程', en: 'Process' }, load: () => import('./process/steps-panel.tsx') },
    { key: 'conversation', object: 'case', place: 'tab', label: { 'zh-CN': '往来', en: 'Conversation' }, order: 1, replaces: ['caseMessage'], load: () => import('./conversation/conversation-tab.tsx') },
    { key: 'actions', object: 'case', place: 'action', label: { 'zh-CN': '处理', en: 'Handle' }, order: 1, load: () => import('./actions/case-actions.tsx') },
    { key: 'clocks', object: 'case', place: 'side', label: { 'zh-CN': '时限', en: 'Deadlines' }, order: 1, load: () => import('./clocks/clocks-panel.tsx') },
    { key: 'reporter', object: 'case', place: 'side', label: { 'zh-CN': '客户', en: 'Customer' }, order: 2, load: () => import('./customer/reporter-panel.tsx') },
    { key: 'circle', object: 'case', place: 'side', label: { 'zh-CN': '相关与关注', en: 'Related and watching' }, order: 35, load: () => import('./customer/circle-panel.tsx') },
    { key: 'remedies', object: 'case', place: 'side', label: { 'zh-CN': '补救', en: 'Redress' }, order: 40, replaces: ['caseRemedy'], load: () => import('./actions/remedies-panel.tsx') },
    { key: 'no-figures', object: 'case', place: 'figures', label: { 'zh-CN': '关键数字', en: 'Key figures' }, isShown: () => false, load: () => import('./clocks/clocks-panel.tsx') },
    {
      key: 'cases', object: 'customer', place: 'tab', label: { 'zh-CN': '服务请求', en: 'Cases' }, order: 15, replaces: ['case', 'caseMessage', 'caseRemedy'],
      load: () => import('./customer/customer-cases.tsx'),
    },
  ],
  keys: [
    { label: { 'zh-CN': '服务请求页：接手、转交、等客户', en: 'On a case: take, hand on, wait' }, keys: 'T H W' },
    { label: { 'zh-CN': '服务请求页：快捷操作', en: 'On a case: macros' }, keys: 'M' },
  ],
  timeline: [{ kind: 'case', label: { 'zh-CN': '服务', en: 'Service' }, icon: Headset, colour: 'ju', load: () => import('./customer/case-entry.tsx') }],
};
