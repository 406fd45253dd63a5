import { z } from 'zod';
import { defineSetting } from '#platform/settings/setting.ts';

/** Points that everybody may give to colleagues in a month. */
export const praiseAllowance = defineSetting<number>({
  key: 'praiseAllowance', group: 'performance', schema: z.int().min(0).max(1000), fallback: 30, right: 'service.manage',
  label: { 'zh-CN': '表扬墙：每人每月可赠积分', en: 'Praise wall: points that everybody may give in a month' },
  help: { 'zh-CN': '填 0 则只能写表扬，不能赠积分。', en: 'With 0 there are words of praise only, without points.' },
});
