import type { WebModule } from '#kit/module/web-module.ts';
import { CallLog } from './calls/call-log.tsx';
import { VisitSignal } from './visits/visit-signal.tsx';
import {
  CalendarCheck, ClipboardList, Contact, Footprints, Link2, Merge, Milestone, Paperclip, Phone, Share2, Sparkles, StickyNote, Sun, Target, UserCog, Users,
} from 'lucide-react';
import { activityPresets } from './calendar/activity-presets.ts';
import { stageGuard } from './stage/stage-guard.ts';

/** The customer page, the contact's "how to talk", the home page and the activities. */
export const customersWeb: WebModule = {
  name: 'customers',
  addresses: { activity: '/activities' },
  pages: [
    { path: '/', title: { 'zh-CN': '今日', en: 'Today' }, load: () => import('./home/home-page.tsx') },
    { path: '/calendar', title: { 'zh-CN': '日历', en: 'Calendar' }, load: () => import('./calendar/calendar-page.tsx') },
    { path: '/check-in', title: { 'zh-CN': '本机上的走访', en: 'Visits on this device' }, load: () => import('./visits/waiting-visits-page.tsx') },
    { path: '/check-in/$customer', title: { 'zh-CN': '走访签到', en: 'Visit check-in' }, load: () => import('./visits/check-in-page.tsx') },
  ],
  nav: [
    { key: 'today', group: 'today', label: { 'zh-CN': '今日', en: 'Today' }, to: '/', icon: Sun, letter: 'h', order: 1 },
    { key: 'activities', group: 'today', label: { 'zh-CN': '待办与活动', en: 'Activities' }, to: '/activities', icon: CalendarCheck, object: 'activity', letter: 'a', order: 20 },
  ],
  panels: [
    {
      key: 'timeline', object: 'customer', place: 'tab', label: { 'zh-CN': '往来记录', en: 'Timeline' }, order: 10, replaces: ['activity'],
      load: () => import('./timeline/timeline-tab.tsx'),
    },
    { key: 'stage', object: 'customer', place: 'steps', label: { 'zh-CN': '阶段', en: 'Stage' }, load: () => import('./stage/stage-bar.tsx') },
    { key: 'files', object: 'customer', place: 'tab', label: { 'zh-CN': '文件', en: 'Files' }, order: 20, load: () => import('./files/files-tab.tsx') },
    { key: 'figures', object: 'customer', place: 'figures', label: { 'zh-CN': '关键数字', en: 'Key figures' }, load: () => import('./figures/customer-figures.tsx') },
    { key: 'sharing', object: 'customer', place: 'action', label: { 'zh-CN': '协作人', en: 'Collaborators' }, order: 30, load: () => import('./sharing/sharing-action.tsx') },
    { key: 'check-in', object: 'customer', place: 'action', label: { 'zh-CN': '走访签到', en: 'Check in' }, order: 12, load: () => import('./visits/check-in-action.tsx') },
    { key: 'log', object: 'customer', place: 'action', label: { 'zh-CN': '写跟进', en: 'Log' }, order: 10, load: () => import('./timeline/log-action.tsx') },
    {
      key: 'contacts', object: 'customer', place: 'side', label: { 'zh-CN': '联系人', en: 'Contacts' }, order: 10, replaces: ['contact'],
      load: () => import('./people/contacts-panel.tsx'),
    },
    {
      key: 'tasks', object: 'customer', place: 'side', label: { 'zh-CN': '待办', en: 'To do' }, order: 20,
      load: () => import('./tasks/tasks-panel.tsx'),
    },
    { key: 'needs', object: 'customer', place: 'side', label: { 'zh-CN': '需求', en: 'Needs' }, order: 30, replaces: ['need'], load: () => import('./needs/needs-panel.tsx') },
    {
      key: 'relations', object: 'customer', place: 'side', label: { 'zh-CN': '关系', en: 'Relations' }, order: 40, replaces: ['customerRelation'],
      load: () => import('./relations/relations-panel.tsx'),
    },
    // A contact's numbers are the two scores: they stand in the grid, not in a row of key figures.
    { key: 'no-figures', object: 'contact', place: 'figures', label: { 'zh-CN': '关键数字', en: 'Key figures' }, isShown: () => false, load: () => import('./people/talk-panel.tsx') },
    { key: 'talk', object: 'contact', place: 'tab', label: { 'zh-CN': '怎样沟通', en: 'How to talk' }, order: 10, load: () => import('./people/talk-panel.tsx') },
  ],
  topBar: [{ key: 'visits', order: 20, view: VisitSignal }, { key: 'calls', order: 21, view: CallLog }],
  moveGuards: [stageGuard],
  listActions: activityPresets,
  commands: [{ key: 'calendar', label: { 'zh-CN': '日历', en: 'Calendar' }, words: ['rili', '日程'], icon: CalendarCheck, to: '/calendar' }],
  timeline: [
    { kind: 'call', label: { 'zh-CN': '电话', en: 'Calls' }, icon: Phone, colour: 'qing' },
    { kind: 'visit', label: { 'zh-CN': '走访', en: 'Visits' }, icon: Footprints, colour: 'green' },
    { kind: 'meeting', label: { 'zh-CN': '会议', en: 'Meetings' }, icon: Users, colour: 'green' },
    { kind: 'note', label: { 'zh-CN': '记录', en: 'Notes' }, icon: StickyNote, colour: 'hu' },
    { kind: 'task', label: { 'zh-CN': '任务', en: 'Tasks' }, icon: ClipboardList, colour: 'qing' },
    { kind: 'stage', label: { 'zh-CN': '阶段', en: 'Stages' }, icon: Milestone, colour: 'ju' },
    { kind: 'owner', label: { 'zh-CN': '负责人', en: 'Owner' }, icon: UserCog, colour: 'ink' },
    { kind: 'merge', label: { 'zh-CN': '合并', en: 'Merge' }, icon: Merge, colour: 'ink' },
    { kind: 'sharing', label: { 'zh-CN': '协作', en: 'Sharing' }, icon: Share2, colour: 'ink' },
    { kind: 'created', label: { 'zh-CN': '建立', en: 'Created' }, icon: Sparkles, colour: 'ink' },
    { kind: 'contact', label: { 'zh-CN': '联系人', en: 'Contacts' }, icon: Contact, colour: 'ink' },
    { kind: 'need', label: { 'zh-CN': '需求', en: 'Needs' }, icon: Target, colour: 'hu' },
    { kind: 'relation', label: { 'zh-CN': '关系', en: 'Relations' }, icon: Link2, colour: 'ink' },
    { kind: 'file', label: { 'zh-CN': '文件', en: 'Files' }, icon: Paperclip, colour: 'ink' },
  ],
};
