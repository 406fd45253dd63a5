import { CalendarClock, CalendarDays, ListTodo, TimerReset } from 'lucide-react';
import { queryClient } from '#kit/api/query-client.ts';
import { meQuery } from '#kit/api/session.ts';
import type { ListAction } from '#kit/module/web-module.ts';
import type { Filter } from '#meta/filter.ts';
import { listHref } from '../home/list-href.ts';

const open: Filter = { field: 'status', op: 'in', value: ['open'] };

/** The signed-in person's own; the list only shows below the layout that has loaded them. */
function mine(): readonly Filter[] {
  const user = queryClient.getQueryData(meQuery.queryKey)?.user;
  return user ? [{ field: 'owner', op: 'eq', value: { id: user.id, name: user.name } }] : [];
}

const preset = (key: string, label: ListAction['label'], icon: ListAction['icon'], parts: () => readonly Filter[]): ListAction => ({
  key, object: 'activity', label, icon, to: () => listHref('/activities', { and: [...parts()] }, 'dueAt'),
});

/** Above the list of activities: what people look for most, and the same as a calendar. */
export const activityPresets: readonly ListAction[] = [
  preset('my-open', { 'zh-CN': '我的待办', en: 'My open tasks' }, ListTodo, () => [...mine(), open]),
  preset('due-today', { 'zh-CN': '今天到期', en: 'Due today' }, CalendarClock, () => [...mine(), open, { field: 'dueAt', op: 'within', value: 'today' }]),
  preset('overdue', { 'zh-CN': '已逾期', en: 'Overdue' }, TimerReset, () => [...mine(), open, { field: 'dueAt', op: 'lt', value: new Date(new Date().setHours(0, 0, 0, 0)).toISOString() }]),
  { key: 'calendar', object: 'activity', label: { 'zh-CN': '日历', en: 'Calendar' }, icon: CalendarDays, to: () => '/calendar' },
];
