import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupKind } from './backup-catalogue.ts';
import { latestSlot, nextSlot } from './backup-slot.ts';
import { type Aged, expiredBackups } from './retention.ts';

const zone = 'Asia/Shanghai';
const DAY = 86_400_000;
const start = Date.parse('2026-01-05T18:30:00Z');
const at = (day: number, kind: BackupKind = 'scheduled'): Aged => ({ name: `${kind}-${day}`, createdAt: new Date(start + day * DAY).toISOString(), kind });

describe('which backups may go (PL-5)', () => {
  it('keeps the last days and one for each earlier week', () => {
    const all = Array.from({ length: 60 }, (_, day) => at(day));
    const gone = new Set(expiredBackups(all, { daily: 7, weekly: 4, timeZone: zone }));
    const kept = all.filter((one) => !gone.has(one.name)).map((one) => one.name.split('-')[1]);
    // Day 0 is Tuesday 6 January in Shanghai: Sundays are 5, 12 … 54.
    expect(kept).toEqual(['26', '33', '40', '47', '53', '54', '55', '56', '57', '58', '59']);
  });

  it('lets old ones made before upgrades go, and never what a person made or what is of unknown origin', () => {
    const all: Aged[] = [1, 2, 3, 4, 5].flatMap((day) => [at(day, 'upgrade'), at(day, 'manual'), at(day, 'command'), { name: `unknown-${day}`, createdAt: at(day).createdAt }]);
    expect(expiredBackups(all, { daily: 1, weekly: 0, timeZone: zone }).sort()).toEqual(['upgrade-1', 'upgrade-2']);
  });

  it('always keeps the newest, and deletes nothing more when run again', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 10 }), (list, daily, weekly) => {
      const rule = { daily, weekly, timeZone: zone };
      const all = list.map((day) => at(day));
      const gone = new Set(expiredBackups(all, rule));
      const kept = all.filter((one) => !gone.has(one.name));
      expect(kept.length).toBeLessThanOrEqual(daily + weekly);
      expect(kept.map((one) => one.name)).toContain(`scheduled-${Math.max(...list)}`);
      expect(expiredBackups(kept, rule)).toEqual([]);
    }));
  });
});

describe('the time of day', () => {
  it('is found in the company’s zone, before and after', () => {
    const now = new Date('2026-03-02T18:30:00Z');
    expect(latestSlot(now, '02:30', zone).toISOString()).toBe('2026-03-02T18:30:00.000Z');
    expect(latestSlot(new Date(now.getTime() - 1), '02:30', zone).toISOString()).toBe('2026-03-01T18:30:00.000Z');
    expect(nextSlot(now, '02:30', zone).toISOString()).toBe('2026-03-03T18:30:00.000Z');
  });
});
