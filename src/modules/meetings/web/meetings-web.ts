import { ListChecks, Plus, Users } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { AgendaCount } from './agenda-count.tsx';
import { AgendaChange, PreparationChange } from './plan-changes.tsx';

/** Meetings: their list, their page, actions that came of them. */
export const meetingsWeb: WebModule = {
  name: 'meetings',
  addresses: { meeting: '/meetings' },
  pages: [
    { path: '/meetings/new', title: { 'zh-CN': '安排会议', en: 'Plan a meeting' }, load: () => import('./new-meeting-page.tsx') },
    { path: '/meetings/$id/minutes', title: { 'zh-CN': '会议纪要', en: 'Minutes' }, load: () => import('./minutes-page.tsx') },
    { path: '/meeting-actions', title: { 'zh-CN': '会议行动', en: 'Meeting actions' }, load: () => import('./actions-page.tsx') },
  ],
  nav: [
    { key: 'meetings', group: 'service', label: { 'zh-CN': '会议', en: 'Meetings' }, to: '/meetings', icon: Users, object: 'meeting', order: 50 },
    { key: 'meeting-actions', group: 'service', label: { 'zh-CN': '会议行动', en: 'Meeting actions' }, to: '/meeting-actions', icon: ListChecks, object: 'meetingAction', order: 52 },
  ],
  panels: [
    { key: 'room', object: 'meeting', place: 'tab', label: { 'zh-CN': '议程与纪要', en: 'Agenda and minutes' }, order: 1, replaces: ['meetingAction'], load: () => import('./room-panel.tsx') },
    { key: 'guests', object: 'meeting', place: 'side', label: { 'zh-CN': '参加人', en: 'Participants' }, order: 1, load: () => import('./guests-panel.tsx') },
    { key: 'meeting-buttons', object: 'meeting', place: 'action', label: { 'zh-CN': '会议', en: 'Meeting' }, order: 1, load: () => import('./meeting-buttons.tsx') },
  ],
  listActions: [{ key: 'new-meeting', object: 'meeting', label: { 'zh-CN': '安排会议', en: 'Plan a meeting' }, icon: Plus, isMain: true, needs: (object) => object.grants.create !== undefined, to: () => '/meetings/new' }],
  changeViews: [{ object: 'meeting', field: 'agenda', view: AgendaChange }, { object: 'meeting', field: 'preparation', view: PreparationChange }],
  fieldViews: [{ object: 'meeting', field: 'agenda', view: AgendaCount }, { object: 'meeting', field: 'preparation', view: AgendaCount }],
};
