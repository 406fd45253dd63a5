import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerStages, judgeStageChange, lostReasons, needsWords, stageTransitions } from './stage-change.ts';

describe('judgeStageChange (CU-6)', () => {
  it('goes forward without words', () => {
    expect(judgeStageChange({ from: 'potential', to: 'target' })).toEqual({
      ok: true, event: { from: 'potential', to: 'target', reason: '', lostReason: null },
    });
    expect(judgeStageChange({ from: 'dormant', to: 'active' }).ok).toBe(true);
  });

  it('asks why a customer was lost', () => {
    expect(judgeStageChange({ from: 'active', to: 'lost' })).toEqual({ ok: false, problems: ['lost-reason-required'] });
    expect(judgeStageChange({ from: 'active', to: 'lost', lostReason: 'weather' })).toEqual({
      ok: false, problems: ['lost-reason-unknown'],
    });
    expect(judgeStageChange({ from: 'active', to: 'lost', lostReason: 'other', reason: ' ' })).toEqual({
      ok: false, problems: ['reason-required'],
    });
    for (const lostReason of lostReasons) {
      expect(judgeStageChange({ from: 'active', to: 'lost', lostReason, reason: '改用自有车队' })).toEqual({
        ok: true, event: { from: 'active', to: 'lost', reason: '改用自有车队', lostReason },
      });
    }
    expect(judgeStageChange({ from: 'active', to: 'dormant', lostReason: 'price' })).toEqual({
      ok: false, problems: ['lost-reason-not-lost'],
    });
  });

  it('asks for words on the way back', () => {
    expect(judgeStageChange({ from: 'target', to: 'potential' })).toEqual({ ok: false, problems: ['reason-required'] });
    expect(judgeStageChange({ from: 'lost', to: 'active' })).toEqual({ ok: false, problems: ['reason-required'] });
    expect(judgeStageChange({ from: 'lost', to: 'active', reason: '重新签约' }).ok).toBe(true);
  });

  it('disqualifies only with approval and ground (CU-23)', () => {
    expect(judgeStageChange({ from: 'active', to: 'disqualified' })).toEqual({
      ok: false, problems: ['approval-required', 'reason-required'],
    });
    expect(judgeStageChange({ from: 'active', to: 'disqualified', approved: true, reason: '提供虚假资质' }).ok).toBe(true);
    expect(judgeStageChange({ from: 'disqualified', to: 'active', approved: true, reason: '期满' })).toEqual({
      ok: false, problems: ['not-allowed'],
    });
  });

  it('follows the table, and no stage is a dead end', () => {
    const stage = fc.constantFrom(...customerStages);
    fc.assert(
      fc.property(stage, stage, (from, to) => {
        const lostReason = to === 'lost' ? 'price' : undefined;
        const { ok } = judgeStageChange({ from, to, lostReason, reason: '说明', approved: true });
        expect(ok).toBe(stageTransitions[from].includes(to));
        if (ok) {
          const bare = judgeStageChange({ from, to, lostReason, approved: true });
          expect(bare.ok).toBe(!needsWords(from, to));
        }
        expect(stageTransitions[from].length).toBeGreaterThan(0);
      }),
    );
  });
});
