import { ShieldCheck, UserCog, UserPlus, Users } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { DueGuard } from './account/due-guard.tsx';
import { ViewAsBar } from './view-as/view-as-bar.tsx';

const manages = { right: 'admin.users' } as const;

/** People, roles and one's own account. */
export const identityWeb: WebModule = {
  name: 'identity',
  addresses: { user: '/users' },
  pages: [
    { path: '/users/new', title: { 'zh-CN': '新建用户', en: 'New user' }, load: () => import('./users/new-user-page.tsx') },
    { path: '/roles', title: { 'zh-CN': '角色与权限', en: 'Roles' }, load: () => import('./roles/roles-page.tsx') },
    { path: '/roles/$key', title: { 'zh-CN': '角色', en: 'Role' }, load: () => import('./roles/role-page.tsx') },
    { path: '/profile', title: { 'zh-CN': '个人资料', en: 'My account' }, load: () => import('./account/account-page.tsx') },
  ],
  nav: [
    { key: 'users', group: 'admin', label: { 'zh-CN': '用户', en: 'Users' }, to: '/users', icon: Users, ...manages, order: 60, letter: 'u' },
    { key: 'roles', group: 'admin', label: { 'zh-CN': '角色与权限', en: 'Roles' }, to: '/roles', icon: ShieldCheck, right: 'admin.roles', order: 62 },
  ],
  listActions: [
    { key: 'new-user', object: 'user', label: { 'zh-CN': '新建用户', en: 'New user' }, icon: UserPlus, right: 'admin.users', isMain: true, to: () => '/users/new' },
  ],
  commands: [
    { key: 'new-user', label: { 'zh-CN': '新建用户', en: 'New user' }, icon: UserPlus, ...manages, to: '/users/new' },
    { key: 'profile', label: { 'zh-CN': '个人资料与安全', en: 'My account and security' }, words: ['mima', 'password', '两步验证'], icon: UserCog, to: '/profile' },
  ],
  topBar: [{ key: 'due-guard', view: DueGuard }, { key: 'view-as', view: ViewAsBar }],
  panels: [
    { key: 'user-badge', object: 'user', place: 'badge', label: { 'zh-CN': '状态', en: 'State' }, ...manages, load: () => import('./users/user-badge.tsx') },
    { key: 'user-actions', object: 'user', place: 'action', label: { 'zh-CN': '账号', en: 'Account' }, ...manages, load: () => import('./users/user-actions.tsx') },
    { key: 'account', object: 'user', place: 'tab', label: { 'zh-CN': '账号与角色', en: 'Account and roles' }, ...manages, order: 10, load: () => import('./users/account-panel.tsx') },
  ],
};
