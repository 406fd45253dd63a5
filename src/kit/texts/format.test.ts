import { describe, expect, it } from 'vitest';
import { daysBetween, dueIn, fullMoment, longDate, sayMoment } from './dates.ts';
import { formatMoney, formatNumber, formatPercent, groupDigits } from './numbers.ts';

const now = new Date('2026-11-21T14:00:00Z'); // 22:00 in Shanghai
const zone = 'Asia/Shanghai';

describe('numbers', () => {
  it('groups by thin spaces and keeps every digit', () => {
    expect(groupDigits('1286400.50')).toBe('1\u00a0286\u00a0400.50');
    expect(groupDigits('-12345678901234567890.01')).toBe('−12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567\u00a0890.01');
    expect(groupDigits('999')).toBe('999');
    expect(formatNumber(0.1 + 0.2)).toBe('0.3');
    expect(formatPercent(12.5)).toBe('12.5%');
  });
  it('shows cents only when there are any', () => {
    expect(formatMoney({ amount: '713600.00', currency: 'CNY' })).toBe('¥\u00a0713\u00a0600');
    expect(formatMoney({ amount: '0.50', currency: 'XAU' })).toBe('XAU\u00a00.50');
  });
});

describe('dates', () => {
  it('says moments as people do, in the person\'s zone', () => {
    expect(sayMoment('2026-11-21T01:12:00Z', now, zone, 'zh-CN')).toBe('今天 09:12');
    expect(sayMoment('2026-11-20T15:59:00Z', now, zone, 'en')).toBe('Yesterday 23:59');
    expect(sayMoment('2026-11-18T01:00:00Z', now, zone, 'zh-CN')).toBe('3 天前');
    expect(sayMoment('2026-11-09T01:00:00Z', now, zone, 'zh-CN')).toBe('11 月 9 日');
    expect(sayMoment('2025-12-31T17:00:00Z', now, zone, 'zh-CN')).toBe('1 月 1 日');
    expect(sayMoment('2024-03-05T01:00:00Z', now, zone, 'en')).toBe('2024-03-05');
    expect(fullMoment('2026-11-21T16:30:00Z', zone)).toBe('2026-11-22 00:30');
  });
  it('counts days left and overdue', () => {
    expect(dueIn('2026-11-28', '2026-11-21', 'zh-CN')).toBe('剩 7 天');
    expect(dueIn('2026-11-20', '2026-11-21', 'en')).toBe('1 day over');
    expect(dueIn('2026-11-21', '2026-11-21', 'zh-CN')).toBe('今天');
    expect(dueIn('2029-06-11', '2026-11-21', 'zh-CN')).toBeUndefined();
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(longDate('2009-06-12', 'zh-CN')).toBe('2009 年 6 月 12 日');
    expect(longDate('2026-06-12', 'en', 2026)).toBe('12 Jun');
  });
});
