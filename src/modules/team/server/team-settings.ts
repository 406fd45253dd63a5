import { z } from 'zod';
import { defineSetting } from '#platform/settings/setting.ts';

/** Hours between two shifts of one person below which a plan shows a conflict (SE-40). */
export const restHours = defineSetting<number>({
  key: 'teamRestHours', group: 'serviceTeam', schema: z.int().min(0).max(24), fallback: 11, label: { 'zh-CN': '排班：两班之间至少休息（小时）', en: 'Shifts: rest between two shifts (hours)' },
  help: { 'zh-CN': '少于这个时间时，排班表显示冲突。', en: 'A plan shows a conflict where there is less.' },
});
