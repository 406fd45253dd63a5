import type { WebModule } from '../module/web-module.ts';
import { History } from 'lucide-react';

/** What every record page has, whatever its object: nothing business-like. Modules add the rest. */
export const recordsWeb: WebModule = {
  name: 'records',
  timeline: [{ kind: 'change', label: { 'zh-CN': '变更', en: 'Change' }, icon: History, colour: 'ink' }],
};
