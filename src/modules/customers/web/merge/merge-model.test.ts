import { describe, expect, it } from 'vitest';
import { type MergePreview, type MergeProposal, choicesToSend, groupProposals } from './merge-model.ts';

const line = (field: string, more: Partial<MergeProposal> = {}): MergeProposal =>
  ({ field, suggestion: 'survivor', why: 'same', isConflict: false, isChoosable: true, ...more });

const preview: MergePreview = {
  survivor: { id: 'a', version: 1, capabilities: [], name: '甲', phone: '1', tags: ['x'], industry: '化工', email: null },
  loser: { id: 'b', version: 1, capabilities: [], name: '乙', phone: null, tags: ['y'], industry: '化工', email: null },
  fields: [
    line('name', { isConflict: true, why: 'newer' }), line('phone', { why: 'only-one' }), line('tags', { why: 'united', suggestion: 'union' }),
    line('industry'), line('email'), line('code', { isChoosable: false, isConflict: true, why: 'newer' }),
  ],
  children: [],
};

describe('the lines of a merge (CU-11)', () => {
  it('come by how much they need a look, without those empty on both sides', () => {
    const { conflicts, filled, same } = groupProposals(preview);
    expect([conflicts, filled, same].map((list) => list.map(({ field }) => field))).toEqual([['name'], ['phone', 'tags'], ['industry']]);
  });

  it('sends only what was chosen otherwise and may be chosen', () => {
    expect(choicesToSend(preview, { name: 'loser', tags: 'union', phone: 'survivor', code: 'loser', industry: 'loser' })).toEqual({ name: 'loser', industry: 'loser' });
  });
});
