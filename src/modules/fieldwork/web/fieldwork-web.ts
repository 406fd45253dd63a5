import { CalendarClock, ClipboardList, ListChecks, Map, MapPinCheck, Package, Route, ScanSearch, Van } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { FieldworkSignal } from './phone/fieldwork-signal.tsx';
import { RoundsSignal } from './rounds/rounds-signal.tsx';

/** Service orders: the dispatch board, the worker's telephone, the orders of a case. */
export const fieldworkWeb: WebModule = {
  name: 'fieldwork',
  pages: [
    { path: '/fieldwork', title: { 'zh-CN': '派工', en: 'Dispatch' }, load: () => import('./board/dispatch-page.tsx') },
    { path: '/fieldwork/day', title: { 'zh-CN': '当日指令', en: 'Orders of the day' }, load: () => import('./board/day-page.tsx') },
    { path: '/fieldwork/mine', title: { 'zh-CN': '我的服务指令', en: 'My service orders' }, load: () => import('./phone/my-orders-page.tsx') },
    { path: '/fieldwork/checklists', title: { 'zh-CN': '服务检查单', en: 'Service checklists' }, load: () => import('./checklists/checklists-page.tsx') },
    { path: '/fieldwork/checklists/$checklist', title: { 'zh-CN': '服务检查单', en: 'Service checklist' }, load: () => import('./checklists/checklist-editor-page.tsx') },
    { path: '/fieldwork/stock', title: { 'zh-CN': '备件库存', en: 'Parts' }, load: () => import('./stock/stock-page.tsx') },
    { path: '/fieldwork/order/$id', title: { 'zh-CN': '服务指令', en: 'Service order' }, load: () => import('./phone/order-page.tsx') },
    { path: '/fieldwork/rounds', title: { 'zh-CN': '我的巡查', en: 'My rounds' }, load: () => import('./rounds/my-rounds-page.tsx') },
    { path: '/fieldwork/round/$id', title: { 'zh-CN': '巡查', en: 'Inspection round' }, load: () => import('./rounds/round-page.tsx') },
    { path: '/fieldwork/inspections', title: { 'zh-CN': '巡查看板', en: 'Rounds board' }, load: () => import('./inspections/inspections-page.tsx') },
    { path: '/fieldwork/routes', title: { 'zh-CN': '巡查路线', en: 'Inspection routes' }, load: () => import('./routes/routes-page.tsx') },
    { path: '/fieldwork/routes/$route', title: { 'zh-CN': '巡查路线', en: 'Inspection route' }, load: () => import('./routes/route-editor-page.tsx') },
  ],
  nav: [
    { key: 'my-service-orders', group: 'service', label: { 'zh-CN': '我的服务指令', en: 'My orders' }, to: '/fieldwork/mine', icon: Van, object: 'serviceOrder', order: 30 },
    { key: 'my-rounds', group: 'service', label: { 'zh-CN': '我的巡查', en: 'My rounds' }, to: '/fieldwork/rounds', icon: MapPinCheck, object: 'inspectionRound', action: 'update', order: 31 },
    { key: 'dispatch', group: 'service', label: { 'zh-CN': '派工', en: 'Dispatch' }, to: '/fieldwork', icon: CalendarClock, object: 'serviceOrder', action: 'create', order: 32 },
    { key: 'inspections', group: 'service', label: { 'zh-CN': '巡查看板', en: 'Rounds board' }, to: '/fieldwork/inspections', icon: ScanSearch, object: 'inspectionRound', action: 'assign', order: 33 },
    { key: 'order-checklists', group: 'service', label: { 'zh-CN': '服务检查单', en: 'Checklists' }, to: '/fieldwork/checklists', icon: ListChecks, object: 'orderChecklist', action: 'update', order: 34 },
    { key: 'parts', group: 'service', label: { 'zh-CN': '备件', en: 'Parts' }, to: '/fieldwork/stock', icon: Package, object: 'partStore', action: 'update', order: 36 },
  ],
  topBar: [{ key: 'fieldwork', order: 23, view: FieldworkSignal }, { key: 'rounds', order: 24, view: RoundsSignal }],
  panels: [
    { key: 'case-orders', object: 'case', place: 'side', label: { 'zh-CN': '服务指令', en: 'Service orders' }, order: 30, replaces: ['serviceOrder'], load: () => import('./case/case-orders-panel.tsx') },
    { key: 'order-link', object: 'serviceOrder', place: 'action', label: { 'zh-CN': '打开', en: 'Open' }, load: () => import('./phone/order-link.tsx') },
  ],
  commands: [
    { key: 'service-orders', label: { 'zh-CN': '全部服务指令', en: 'All service orders' }, words: ['fwzl', 'fuwuzhiling'], icon: ClipboardList, to: '/o/service-orders' },
    { key: 'order-checklists', label: { 'zh-CN': '服务检查单', en: 'Service checklists' }, words: ['fwjcd', 'jianchadan'], icon: ListChecks, to: '/fieldwork/checklists' },
    { key: 'inspection-routes', label: { 'zh-CN': '巡查路线', en: 'Inspection routes' }, words: ['xclx', 'xuncha'], icon: Route, to: '/fieldwork/routes' },
    { key: 'parts', label: { 'zh-CN': '备件库存', en: 'Parts' }, words: ['bjkc', 'beijian'], icon: Package, to: '/fieldwork/stock' },
    { key: 'service-areas', label: { 'zh-CN': '服务片区', en: 'Service areas' }, words: ['fwpq', 'pianqu'], icon: Map, to: '/o/service-areas' },
  ],
};
