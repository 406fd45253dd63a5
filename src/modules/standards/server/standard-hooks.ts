import { fail } from '#kernel/failure.ts';
import type { RecordHooks } from '#platform/context/context.ts';

/** Fields whose change makes another edition of a standard; the former one stands in its history. */
const wording = ['area', 'item', 'method', 'measure', 'direction', 'target', 'measureUnit', 'weight'] as const;

/** A measured standard has a target and a direction; what it asks is counted in editions (SE-20). */
export const standardHooks: RecordHooks = {
  beforeWrite({ before, values }) {
    const after = { ...before?.values, ...values };
    const missing = after['measure'] === 'number' ? (['target', 'direction'] as const).filter((key) => after[key] === null || after[key] === undefined) : [];
    if (missing.length > 0) throw fail('record.invalid', { count: missing.length }, missing.map((path) => ({ path, code: 'required' })));
    if (before === undefined || !wording.some((key) => key in values)) return Promise.resolve({});
    return Promise.resolve({ values: { edition: Number(before.values['edition']) + 1 } });
  },
};
