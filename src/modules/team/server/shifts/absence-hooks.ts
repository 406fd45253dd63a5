import { fail } from '#kernel/failure.ts';
import type { RecordHooks } from '#platform/context/context.ts';

/** Leave ends on the day it begins, or later. */
export const absenceHooks: RecordHooks = {
  beforeWrite({ before, values }) {
    const { fromDay, toDay } = { ...before?.values, ...values };
    if (typeof fromDay === 'string' && typeof toDay === 'string' && toDay < fromDay) throw fail('record.invalid', { count: 1 }, [{ path: 'toDay', code: 'invalid' }]);
    return Promise.resolve({});
  },
};
