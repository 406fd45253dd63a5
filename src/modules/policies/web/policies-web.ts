import { GitCompare, Scale, ScrollText } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { usePolicyCommands } from './policy-commands.ts';

/** The company's rules: packs, tables, what-if, simulation, versions, and what was decided by them (PL-40, PL-41). */
export const policiesWeb: WebModule = {
  name: 'policies',
  pages: [
    { path: '/policies', title: { 'zh-CN': '制度', en: 'Policies' }, load: () => import('./packs/packs-page.tsx') },
    { path: '/policies/$key', title: { 'zh-CN': '制度', en: 'Policy' }, load: () => import('./editor/policy-page.tsx') },
    { path: '/policies/$key/what-if', title: { 'zh-CN': '试算', en: 'What if' }, load: () => import('./what-if/what-if-page.tsx') },
    { path: '/policies/$key/simulation', title: { 'zh-CN': '回测', en: 'Simulation' }, load: () => import('./simulation/simulation-page.tsx') },
    { path: '/policies/$key/history', title: { 'zh-CN': '版本', en: 'Versions' }, load: () => import('./history/history-page.tsx') },
    { path: '/policy-compare', title: { 'zh-CN': '对比', en: 'Compare' }, load: () => import('./compare/compare-page.tsx') },
    { path: '/decisions', title: { 'zh-CN': '判定记录', en: 'Decisions' }, load: () => import('./decisions/decisions-page.tsx') },
  ],
  nav: [
    { key: 'policies', group: 'manage', label: { 'zh-CN': '制度', en: 'Policies' }, to: '/policies', icon: ScrollText, right: 'policies.read', order: 10, letter: 'z' },
    { key: 'decisions', group: 'manage', label: { 'zh-CN': '判定记录', en: 'Decisions' }, to: '/decisions', icon: Scale, right: 'policies.read', order: 12, letter: 'd' },
  ],
  keys: [
    { label: { 'zh-CN': '决策表：换行序', en: 'Decision table: move the row' }, keys: 'Alt ↑ ↓' },
    { label: { 'zh-CN': '决策表：清空一格', en: 'Decision table: clear the cell' }, keys: 'Delete' },
    { label: { 'zh-CN': '决策表：撤销、重做', en: 'Decision table: undo, redo' }, keys: 'Ctrl Z Y' },
  ],
  useCommands: usePolicyCommands,
  commands: [
    { key: 'compare-policies', label: { 'zh-CN': '对比制度包', en: 'Compare policy packs' }, icon: GitCompare, right: 'policies.read', to: '/policy-compare' },
  ],
};
