import type { NotificationKind } from '#platform/modules/notification-kind.ts';

/** Every module's kinds; read late, because modules are listed in one file. */
export type KindList = () => readonly NotificationKind[];

/** A kind that no module has any more says so plainly; its old notifications stay readable. */
const gone: NotificationKind = {
  key: 'gone', label: { 'zh-CN': '其他', en: 'Others' }, channels: { isInApp: true, mail: 'off' },
  title: { 'zh-CN': '一条旧通知，其功能已停用', en: 'An old notification of a part that is no longer in use' },
  withheld: { 'zh-CN': '一条旧通知，其功能已停用', en: 'An old notification of a part that is no longer in use' },
};

export const kindOf = (kinds: KindList, key: string): NotificationKind => kinds().find((kind) => kind.key === key) ?? gone;
