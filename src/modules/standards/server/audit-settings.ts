import { z } from 'zod';
import { defineSetting } from '#platform/settings/setting.ts';

const group = 'serviceAudits';
const percent = z.int().min(1).max(100);

/** Per cent from which a face counts as high; below it an action is asked for (SE-21). */
export const proceduralTarget = defineSetting<number>({
  key: 'auditProceduralTarget', group, schema: percent, fallback: 70, label: { 'zh-CN': '督查：程序面达标线（%）', en: 'Audits: target of the procedural face (%)' },
  help: { 'zh-CN': '达到即为高。两面都高是优质型，只有程序面高是生产型，只有个人面高是友好型，都低是冷淡型。', en: 'High from here on. Both high: quality; only procedural: factory; only personal: friendly; none: cold.' },
});
export const personalTarget = defineSetting<number>({
  key: 'auditPersonalTarget', group, schema: percent, fallback: 70, label: { 'zh-CN': '督查：个人面达标线（%）', en: 'Audits: target of the personal face (%)' },
});
