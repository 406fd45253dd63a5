import type { WebModule } from '../module/web-module.ts';
import { History, Tags } from 'lucide-react';
import { tagFields } from '../list/bulk/tag-change.ts';

/** What every record page has, whatever its object: nothing business-like. Modules add the rest. */
export const recordsWeb: WebModule = {
  name: 'records',
  bulkActions: [{
    key: 'tags', object: '*', label: { 'zh-CN': '标签', en: 'Tags' }, icon: Tags, order: 5,
    needs: (object) => object.writes === 'records' && object.grants.update !== undefined && tagFields(object).length > 0, load: () => import('../list/bulk/bulk-tags-dialog.tsx'),
  }],
  timeline: [{ kind: 'change', label: { 'zh-CN': '变更', en: 'Change' }, icon: History, colour: 'ink' }],
};
