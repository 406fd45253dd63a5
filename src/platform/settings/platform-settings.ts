import { z } from 'zod';
import { defineSetting } from './setting.ts';

/** Masked values that one person may look at in full within an hour (CU-50). */
export const revealsPerHour = defineSetting({
  key: 'revealsPerHour', group: 'personalData', schema: z.int().min(1).max(10_000), fallback: 60,
  label: { 'zh-CN': '每人每小时可查看完整信息的次数', en: 'Full values a person may reveal in an hour' },
  help: {
    'zh-CN': '查看身份证号、银行账号等完整信息都要说明原因并留痕，超过次数后需等待',
    en: 'Each look at a full ID or account number needs a reason and is recorded; beyond this number one has to wait',
  },
});

/** Views that one person may save; many more than anybody reads. */
export const viewsPerPerson = defineSetting({
  key: 'viewsPerPerson', group: 'lists', schema: z.int().min(10).max(2_000), fallback: 200,
  label: { 'zh-CN': '每人可保存的视图数', en: 'Views that a person may save' },
});

export const platformSettings = [revealsPerHour, viewsPerPerson];
