import { ArrowLeftRight, Banknote, DoorOpen, FileText, Handshake, LayoutGrid, List, Printer, Receipt, Timer } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Stock control: the board, payments, price lists, registers, templates. */
export const stockWeb: WebModule = {
  name: 'stock',
  pages: [
    { path: '/stock', title: { 'zh-CN': '销控', en: 'Stock control' }, load: () => import('./board/board-page.tsx') },
    { path: '/payments', title: { 'zh-CN': '收款', en: 'Payments' }, load: () => import('./pages/payments-page.tsx') },
    { path: '/admin/print-templates', title: { 'zh-CN': '打印模板', en: 'Print templates' }, load: () => import('./pages/templates-page.tsx') },
  ],
  nav: [
    { key: 'stock', group: 'sales', label: { 'zh-CN': '销控', en: 'Stock control' }, to: '/stock', icon: LayoutGrid, object: 'saleUnit', letter: 'k', order: 10 },
    { key: 'payments', group: 'sales', label: { 'zh-CN': '收款', en: 'Payments' }, to: '/payments', icon: Banknote, object: 'receipt', order: 20 },
    { key: 'unit-holds', group: 'sales', label: { 'zh-CN': '定单登记', en: 'Hold register' }, to: '/o/unit-holds', icon: Timer, object: 'unitHold', order: 30 },
    { key: 'subscriptions', group: 'sales', label: { 'zh-CN': '认购登记', en: 'Subscription register' }, to: '/o/subscriptions', icon: FileText, object: 'subscription', order: 40 },
    { key: 'deals', group: 'sales', label: { 'zh-CN': '签约登记', en: 'Contract register' }, to: '/o/deals', icon: Handshake, object: 'deal', order: 50 },
    { key: 'receipts', group: 'sales', label: { 'zh-CN': '收据', en: 'Receipts' }, to: '/o/receipts', icon: Receipt, object: 'receipt', order: 60 },
    { key: 'after-sale', group: 'sales', label: { 'zh-CN': '售后变更', en: 'After-sale changes' }, to: '/o/after-sale-changes', icon: ArrowLeftRight, object: 'afterSaleChange', order: 70 },
    { key: 'print-templates', group: 'manage', label: { 'zh-CN': '打印模板', en: 'Print templates' }, to: '/admin/print-templates', icon: Printer, right: 'admin.settings', order: 80 },
  ],
  panels: [
    { key: 'sale', object: 'subscription', place: 'tab', label: { 'zh-CN': '付款与变更', en: 'Payments and changes' }, order: 1, load: () => import('./pages/sale-panel.tsx') },
    { key: 'receipt-actions', object: 'receipt', place: 'action', label: { 'zh-CN': '收据', en: 'Receipt' }, load: () => import('./pages/receipt-actions.tsx') },
  ],
  commands: [
    { key: 'price-lists', label: { 'zh-CN': '价目表', en: 'Price lists' }, words: ['jiamubiao'], icon: List, to: '/o/price-lists' },
    { key: 'sale-units', label: { 'zh-CN': '房源列表', en: 'Units' }, words: ['fangyuan'], icon: DoorOpen, to: '/o/sale-units' },
  ],
};
